import { describe, expect, it } from 'vitest'
import { readBirth } from '../../../functions/arrivals/manifest-birth.ts'

const arrivedOn = '2026-11-22'
const read = (typed: string) => readBirth(typed, arrivedOn)
const notes = (typed: string) => read(typed).notes.map(({ note }) => note)

describe('the four date forms', () => {
  it.each([
    ['1998/02/07', '1998-02-07'],
    ['19-06-2014', '2014-06-19'],
    ['990126', '1999-01-26'], // 2099 is still to come, and 99 is no day
    ['940322', '1994-03-22'],
    ['791107', '1979-11-07'],
    ['07-07-1970', '1970-07-07'], // the same day either way
    ['2000/02/29', '2000-02-29'],
    [' 1998-2-7 ', '1998-02-07'],
    ['1998-02-07 00:00:00', '1998-02-07'],
    ['19980207', '1998-02-07'],
    ['31121998', '1998-12-31'],
    ['05-13-2001', '2001-05-13'], // there is no month 13
  ])('%s is %s', (typed, date) => {
    expect(read(typed)).toEqual({ birth: { date, precision: 'DAY' }, readings: [date], notes: [] })
  })

  it.each([
    ['4 YRS', '2022-11-22'],
    ['26yrs', '2000-11-22'],
    ['17 years old', '2009-11-22'],
    ['Age: 38 y', '1988-11-22'],
    ['8 months', '2026-03-22'],
    ['110 YRS', '1916-11-22'],
  ])('%s is an age', (typed, date) => {
    expect(read(typed)).toEqual({ birth: { date, precision: 'AGE_EST' }, readings: [], notes: [] })
  })

  it('takes a bare number for an age only in a column of ages', () => {
    expect(notes('26')).toEqual(['BIRTH_UNREADABLE'])
    expect(readBirth('26', arrivedOn, true).birth).toEqual({ date: '2000-11-22', precision: 'AGE_EST' })
  })

  it('takes four figures for a year', () => {
    expect(read('1987').birth).toEqual({ date: '1987-01-01', precision: 'YEAR' })
  })
})

describe('a date that can be read in more ways than one', () => {
  it.each([
    ['01-08-1999', ['1999-08-01', '1999-01-08'], '1999'],
    ['10/11/2006', ['2006-11-10', '2006-10-11'], '2006'],
    ['110201', ['2011-02-01', '2001-02-11'], undefined], // in 1911 or 1901 somebody of over 110 years
    ['170201', ['2017-02-01', '1917-02-01', '2001-02-17'], undefined],
    ['221126', ['2022-11-26', '1922-11-26', '2026-11-22', '1926-11-22'], undefined],
    ['01-02-03', ['2003-02-01', '2003-01-02', '2001-02-03'], undefined],
  ])('%s keeps every reading', (typed, readings, year) => {
    const reading = read(typed)
    expect(reading.readings).toEqual(readings)
    expect(reading.notes).toEqual([{ note: 'DATE_AMBIGUOUS', readings }])
    expect(reading.birth).toEqual(year === undefined ? undefined : { date: `${year}-01-01`, precision: 'YEAR' })
  })

  it('drops a reading that makes somebody older than 110 years', () => {
    expect(notes('21-11-1916')).toEqual(['BIRTH_UNREADABLE'])
    expect(read('22-11-1916').readings).toEqual(['1916-11-22'])
  })

  it('is not ambiguous where the century to come is the only other reading', () => {
    expect(notes('870522')).toEqual([])
    expect(read('261231').readings).not.toContain('2026-12-31')
  })
})

describe('what is no birth date', () => {
  it.each(['', ' ', '-', '--', '?', 'N/A', 'none', 'UNKNOWN', 'not known'])('%j is missing', typed => {
    expect(read(typed)).toEqual({ readings: [], notes: [{ note: 'BIRTH_MISSING' }] })
  })

  it.each([
    '29-02-2001', // no leap year
    '2001/02/29',
    '2001/13/01',
    '32-01-1990',
    '00-00-1990',
    '199O/01/01', // letter O
    '1990/0l/01',
    '12 March 1994',
    '34567', // a spreadsheet's day number
    '1990/01',
    '111 YRS',
    '1890/01/01',
    '12-3-199',
    '=DATE(1990,1,1)',
    '12345678901234567890',
  ])('%s cannot be read', typed => {
    expect(read(typed)).toEqual({ readings: [], notes: [{ note: 'BIRTH_UNREADABLE' }] })
  })

  it.each(['2026/11/23', '23-11-2026', '2099/01/01', '2030'])('%s is still to come', typed => {
    expect(notes(typed)).toEqual(['BIRTH_IN_FUTURE'])
  })

  it('may be the day of arrival itself', () => {
    expect(read('2026/11/22').birth).toEqual({ date: '2026-11-22', precision: 'DAY' })
  })
})
