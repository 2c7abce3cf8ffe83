/** A birth date or an age as typed, read to what the registry keeps. Nothing is guessed: what cannot be read is asked again. */
import {
  ageOn,
  type BirthDate,
  birthFromAge,
  isBornAfter,
  oldestYears,
} from '../../../../functions/registration/age.ts'
import type { DateOrAgeInput } from '../../ui/date-input.ts'

export type BirthProblem = 'missing' | 'no-such-date' | 'future' | 'no-such-age'
export type BirthReading = { readonly birth: BirthDate } | { readonly problem: BirthProblem }

const pad = (part: number): string => String(part).padStart(2, '0')

function readDate(day: string, month: string, year: string, today: string): BirthReading {
  if (`${day}${month}${year}` === '') return { problem: 'missing' }
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (year.length !== 4 || (day !== '' && month === '')) return { problem: 'no-such-date' }
  const whole = new Date(Date.UTC(y, month === '' ? 0 : m - 1, day === '' ? 1 : d))
  const exists =
    whole.getUTCFullYear() === y &&
    (month === '' || whole.getUTCMonth() === m - 1) &&
    (day === '' || whole.getUTCDate() === d)
  if (!exists || y < Number(today.slice(0, 4)) - oldestYears) return { problem: 'no-such-date' }
  const birth: BirthDate = {
    date: `${year}-${month === '' ? '01' : pad(m)}-${day === '' ? '01' : pad(d)}`,
    precision: day !== '' ? 'DAY' : month !== '' ? 'MONTH' : 'YEAR',
  }
  return isBornAfter(birth, today) ? { problem: 'future' } : { birth }
}

/** `today` is the date in Lesotho: an age is true on it, and nobody is born after it. */
export function readBirth(typed: DateOrAgeInput, today: string): BirthReading {
  if (typed.way.value === 'date') return readDate(typed.day.value, typed.month.value, typed.year.value, today)
  if (typed.age.value === '') return { problem: 'missing' }
  const years = Number(typed.age.value)
  return years > oldestYears ? { problem: 'no-such-age' } : { birth: birthFromAge(years, today) }
}

/** Puts a birth that is already known into the fields, as it would have been typed. */
export function fillBirth(typed: DateOrAgeInput, birth: BirthDate, today: string): void {
  const [year = '', month = '', day = ''] = birth.date.split('-')
  if (birth.precision === 'AGE_EST') {
    typed.way.value = 'age'
    typed.age.value = String(ageOn(birth, today))
    return
  }
  typed.year.value = year
  if (birth.precision !== 'YEAR') typed.month.value = month
  if (birth.precision === 'DAY') typed.day.value = day
}
