import { describe, expect, it } from 'vitest'
import { dayAfter, readClock, timesOf } from '../../../web/src/trips/plan-times.ts'
import { adultOf, adultsFor, everybodyOf, type Going, passengersOf } from '../../../web/src/trips/seating.ts'

const child = { displayNumber: 'C', isChild: true, householdId: 'h' }
const mother = { displayNumber: 'M', isChild: false, householdId: 'h' }
const other = { displayNumber: 'O', isChild: false }
const choosing = (override: Partial<Parameters<typeof passengersOf>[0]> = {}) => ({
  people: [other, child, mother] as readonly Going[],
  chosen: ['C'],
  onBoard: [] as string[],
  adults: {},
  ...override,
})

describe('the adult of a child', () => {
  it('is one of those who ride too, their own family first', () => {
    expect(adultsFor(child, choosing())).toEqual([])
    expect(adultsFor(child, choosing({ chosen: ['C', 'O', 'M'] }))).toEqual([mother, other])
    expect(adultsFor(child, choosing({ onBoard: ['M'] }))).toEqual([mother])
  })

  it('is their family where nobody said otherwise, and no stranger by itself', () => {
    expect(adultOf(child, choosing({ chosen: ['C', 'O', 'M'] }))).toBe('M')
    expect(adultOf(child, choosing({ chosen: ['C', 'O'] }))).toBeUndefined()
    expect(adultOf(child, choosing({ chosen: ['C', 'O', 'M'], adults: { C: 'O' } }))).toBe('O')
    expect(adultOf(child, choosing({ chosen: ['C', 'M'], adults: { C: '' } }))).toBeUndefined()
  })

  it('is sent with the child, and with nobody else', () => {
    expect(passengersOf(choosing({ chosen: ['M', 'C'] }))).toEqual([
      { displayNumber: 'M' },
      { displayNumber: 'C', adult: 'M' },
    ])
  })

  it('may be named for who was typed by number alone', () => {
    const people = everybodyOf([], [], ['X', 'M'])
    expect(people).toEqual([
      { displayNumber: 'X', isChild: false },
      { displayNumber: 'M', isChild: false },
    ])
    expect(passengersOf({ people, chosen: ['X', 'M'], onBoard: [], adults: { X: 'M' } })).toEqual([
      { displayNumber: 'X', adult: 'M' },
      { displayNumber: 'M' },
    ])
  })
})

describe('a time as it is typed', () => {
  it.each([
    ['14:30', '14:30'],
    ['1430', '14:30'],
    ['9.05', '09:05'],
    ['7', '07:00'],
    ['24:00', undefined],
    ['12:60', undefined],
    ['noon', undefined],
    ['', undefined],
  ])('%j is %j', (typed, read) => {
    expect(readClock(typed)).toBe(read)
  })

  it("is Lesotho's, and an arrival that is not later is the next day's", () => {
    expect(timesOf('2026-11-22', '14:30', '17:00')).toEqual({
      departsAt: '2026-11-22T12:30:00.000Z',
      arrivesAt: '2026-11-22T15:00:00.000Z',
    })
    expect(timesOf('2026-12-31', '22:00', '04:00').arrivesAt).toBe('2027-01-01T02:00:00.000Z')
    expect(dayAfter('2026-02-28')).toBe('2026-03-01')
  })
})
