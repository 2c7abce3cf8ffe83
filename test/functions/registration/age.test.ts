import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ageBand,
  ageOn,
  BirthDate,
  type BirthPrecision,
  birthFromAge,
  birthPrecisions,
  birthYear,
  isBornAfter,
  isMinor,
} from '../../../functions/registration/age.ts'

const seed = 18_060
const arrival = '2026-11-22'
const born = (date: string, precision: BirthPrecision = 'DAY'): BirthDate => ({ date, precision })

describe('a birth date', () => {
  it.each(['2001-02-29', '1900-02-29', '1999-13-01', '1999-00-10', '99-01-01', '1999-1-1', ''])('is never %j', date => {
    expect(BirthDate.safeParse(born(date)).success).toBe(false)
  })

  it('may be a leap day, and has no other fields', () => {
    expect(BirthDate.parse(born('2000-02-29'))).toEqual(born('2000-02-29'))
    expect(BirthDate.safeParse({ ...born('2000-02-29'), age: 26 }).success).toBe(false)
    expect(BirthDate.safeParse({ date: '2000-02-29', precision: 'WEEK' }).success).toBe(false)
    expect(BirthDate.safeParse({ ...born('2012-02-29'), takenForChild: false }).success).toBe(false)
  })
})

describe('the age on a day', () => {
  it.each([
    [born('1990-11-22'), 36],
    [born('1990-11-23'), 35],
    [born('1990-11-01', 'MONTH'), 35], // born on the 30th, perhaps
    [born('1990-10-01', 'MONTH'), 36],
    [born('1990-01-01', 'YEAR'), 35],
    [born('2026-01-01', 'YEAR'), 0],
    [born('2026-11-22'), 0],
    [born('2030-01-01'), 0],
    [birthFromAge(26, arrival), 26],
  ])('of %j is %i, the fewest years it allows', (birth, age) => {
    expect(ageOn(birth, arrival)).toBe(age)
  })

  it('counts a leap day birth from 1 March', () => {
    expect(ageOn(born('2008-02-29'), '2026-02-28')).toBe(17)
    expect(ageOn(born('2008-02-29'), '2026-03-01')).toBe(18)
  })
})

describe('a minor', () => {
  it.each([
    [born('2008-11-22'), false], // 18 today
    [born('2008-11-23'), true],
    [born('2008-11-01', 'MONTH'), true], // 18 on the 30th, perhaps
    [born('2008-10-01', 'MONTH'), false],
    [born('2008-01-01', 'YEAR'), true],
    [born('2007-01-01', 'YEAR'), false],
    [birthFromAge(17, arrival), true],
    [birthFromAge(18, arrival), true], // said to be 18: in doubt
    [birthFromAge(19, arrival), false],
    [{ ...birthFromAge(19, arrival), takenForChild: true as const }, true], // an officer says so
    [{ ...born('2008-11-23'), takenForChild: true as const }, true],
  ])('%j: %s', (birth, minor) => {
    expect(isMinor(birth, arrival)).toBe(minor)
  })

  it(`is anybody whose record allows a day of birth less than 18 years ago (seed ${seed})`, () => {
    const date = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2026-11-22'), noInvalidDate: true })
      .map(each => each.toISOString().slice(0, 10))
    const adultDay = '2008-11-22'
    fc.assert(
      fc.property(date, fc.constantFrom(...birthPrecisions), (day, precision) => {
        const sharing = { DAY: 10, MONTH: 7, YEAR: 4, AGE_EST: 10 }[precision]
        if (day > adultDay || (adultDay.startsWith(day.slice(0, sharing)) && precision !== 'DAY'))
          expect(isMinor(born(day, precision), arrival)).toBe(true)
        else if (precision !== 'AGE_EST') expect(isMinor(born(day, precision), arrival)).toBe(false)
      }),
      { seed, numRuns: 1_000 },
    )
  })
})

describe('an age that was said', () => {
  it('becomes a date on which the person has that age', () => {
    expect(birthFromAge(26, arrival)).toEqual(born('2000-11-22', 'AGE_EST'))
    expect(birthFromAge(1, '2028-02-29')).toEqual(born('2027-02-28', 'AGE_EST'))
    expect(birthFromAge(0, arrival, 8)).toEqual(born('2026-03-22', 'AGE_EST'))
    expect(birthFromAge(0, '2026-03-31', 4)).toEqual(born('2025-11-30', 'AGE_EST'))
  })

  it('is the age again on that day, whatever the day', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
      .map(each => each.toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), day, (age, onDate) => {
        const birth = birthFromAge(age, onDate)
        expect(BirthDate.safeParse(birth).success).toBe(true)
        expect(ageOn(birth, onDate)).toBe(age)
      }),
      { seed },
    )
  })

  it.each([-1, 1.5, Number.NaN])('is never %d', age => {
    expect(() => birthFromAge(age, arrival)).toThrow(RangeError)
  })
})

describe('bands and years', () => {
  it.each([
    [born('2020-05-05'), 'CHILD'],
    [birthFromAge(18, arrival), 'CHILD'],
    [born('2000-05-05'), 'ADULT'],
    [born('1966-11-23'), 'ADULT'],
    [born('1966-11-22'), 'OLDER'],
  ])('%j is %s', (birth, band) => {
    expect(ageBand(birth, arrival)).toBe(band)
  })

  it('know the year of birth, and a birth that is still to come', () => {
    expect(birthYear(born('1994-03-22'))).toBe(1994)
    expect(isBornAfter(born('2026-11-23'), arrival)).toBe(true)
    expect(isBornAfter(born('2026-11-22'), arrival)).toBe(false)
    expect(isBornAfter(born('2026-12-31', 'YEAR'), arrival)).toBe(false)
    expect(isBornAfter(born('2027-01-01', 'YEAR'), arrival)).toBe(true)
    expect(isBornAfter(born('2026-11-30', 'MONTH'), arrival)).toBe(false)
  })
})
