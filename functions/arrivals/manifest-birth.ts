/**
 * Birth dates as sending facilities type them: `1998/02/07`, `19-06-2014`, `990126`, `4 YRS`, and what people make of
 * these. Nothing is guessed: a date that can be read in more ways than one keeps all its readings.
 */
import { type BirthDate, birthFromAge } from '../registration/age.ts'
import type { ManifestNote } from './manifest-row.ts'

/** Nobody older is expected on a manifest: a reading that makes somebody older is no reading (PROPOSAL). */
const oldestAge = 110

export interface BirthReading {
  readonly birth?: BirthDate
  /** Every day of birth that the typed date may mean; empty where it was an age, a year, missing or unreadable. */
  readonly readings: readonly string[]
  readonly notes: readonly ManifestNote[]
}

const only = (note: 'BIRTH_MISSING' | 'BIRTH_UNREADABLE' | 'BIRTH_IN_FUTURE'): BirthReading => ({
  readings: [],
  notes: [{ note }],
})

const nothing = /^(|-+|\?+|n\/?a|none|nil|unknown|unk|not known)$/i
const years = /^(?:age:? *)?(\d{1,3}) *(?:y|yr|yrs|years?|y\/o)\.?(?: old)?$/i
const months = /^(\d{1,2}) *(?:mth|mths|months?)\.?(?: old)?$/i
/** Spreadsheets add midnight to a date. */
const timeOfDay = /[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/

/**
 * Reads the cell of a birth date. `bareNumberIsAge` is for a column of ages, where `26` alone needs no word beside it.
 * `arrivedOn` is the day on which an age was said and after which nobody on the list was born.
 */
export function readBirth(typed: string, arrivedOn: string, bareNumberIsAge = false): BirthReading {
  const text = typed.trim().replace(/\s+/g, ' ')
  if (nothing.test(text)) return only('BIRTH_MISSING')
  const age = years.exec(text)?.[1] ?? (bareNumberIsAge ? /^\d{1,3}$/.exec(text)?.[0] : undefined)
  if (age !== undefined) return fromAge(Number(age), 0, arrivedOn)
  const babyMonths = months.exec(text)?.[1]
  if (babyMonths !== undefined) return fromAge(0, Number(babyMonths), arrivedOn)
  if (/^(19|20)\d\d$/.test(text)) return fromYear(text, arrivedOn)
  return fromReadings(possibleDates(text.replace(timeOfDay, '')), arrivedOn)
}

const fromAge = (ageYears: number, ageMonths: number, arrivedOn: string): BirthReading =>
  ageYears > oldestAge
    ? only('BIRTH_UNREADABLE')
    : { birth: birthFromAge(ageYears, arrivedOn, ageMonths), readings: [], notes: [] }

function fromYear(year: string, arrivedOn: string): BirthReading {
  if (year > arrivedOn.slice(0, 4)) return only('BIRTH_IN_FUTURE')
  if (Number(year) < Number(arrivedOn.slice(0, 4)) - oldestAge) return only('BIRTH_UNREADABLE')
  return { birth: { date: `${year}-01-01`, precision: 'YEAR' }, readings: [], notes: [] }
}

function fromReadings(dates: readonly string[], arrivedOn: string): BirthReading {
  const earliest = `${Number(arrivedOn.slice(0, 4)) - oldestAge}${arrivedOn.slice(4)}`
  const readings = dates.filter(date => date <= arrivedOn && date >= earliest)
  const [date] = readings
  if (date === undefined) return only(dates.some(each => each > arrivedOn) ? 'BIRTH_IN_FUTURE' : 'BIRTH_UNREADABLE')
  if (readings.length === 1) return { birth: { date, precision: 'DAY' }, readings, notes: [] }
  const year = date.slice(0, 4)
  return {
    ...(readings.every(each => each.startsWith(year)) && { birth: { date: `${year}-01-01`, precision: 'YEAR' } }),
    readings,
    notes: [{ note: 'DATE_AMBIGUOUS', readings: [...readings] }],
  }
}

/**
 * Every real date that the figures may mean, in order of the usual reading first. With separators, two figures at the
 * end or the beginning may be the year, and day and month may stand either way. Six figures together are year, month, day,
 * as South Africa writes them in identity numbers, or day, month, year; a two-figure year may be of either century.
 */
function possibleDates(text: string): string[] {
  const apart = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})$/.exec(text)
  const together = /^(\d\d)(\d\d)(\d\d)(\d\d)?$/.exec(text)
  const [, first = '', second = '', third = '', fourth] = apart ?? together ?? []
  if (first === '') return []
  if (fourth !== undefined)
    return distinct([...onDay(first + second, third, fourth), ...onDay(third + fourth, second, first)])
  if (apart === null) return distinct([...onDay(first, second, third), ...onDay(third, second, first)])
  if (first.length >= 3) return onDay(first, second, third)
  const dayOrMonthFirst = [...onDay(third, second, first), ...onDay(third, first, second)]
  return distinct(third.length <= 2 ? [...dayOrMonthFirst, ...onDay(first, second, third)] : dayOrMonthFirst)
}

const distinct = (dates: readonly string[]): string[] => [...new Set(dates)]

/** The date in each century the year may mean; none where it is not a day of the calendar. */
function onDay(year: string, month: string, day: string): string[] {
  if (day.length > 2 || (year.length !== 2 && year.length !== 4)) return []
  const wholeYears = year.length === 4 ? [year] : [`20${year}`, `19${year}`]
  return wholeYears.map(whole => `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).filter(isCalendarDay)
}

function isCalendarDay(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
