/**
 * Birth dates that are known to the day, the month, the year, or only as an age somebody said (domain.md 2.3).
 * All dates are calendar dates in Lesotho, `YYYY-MM-DD`. Where an age is in doubt the person is taken for a child.
 */
import * as z from 'zod/mini'

export const birthPrecisions = ['DAY', 'MONTH', 'YEAR', 'AGE_EST'] as const
export type BirthPrecision = (typeof birthPrecisions)[number]

/**
 * `date` is always a whole date. With `MONTH` only its year and month mean anything, with `YEAR` only its year; with
 * `AGE_EST` it is the day the age was said less that age, so the person was born on it or in the year before.
 */
export const BirthDate = z.strictObject({
  date: z.iso.date(),
  precision: z.enum(birthPrecisions),
  /** An officer takes the person for a child, whatever the date says. There is no taking a child for an adult. */
  takenForChild: z.optional(z.literal(true)),
})
export type BirthDate = z.infer<typeof BirthDate>

/** The age from which somebody is an adult, by the Convention on the Rights of the Child, article 1. */
export const adultFromYears = 18
export const olderFromYears = 60
/** Older than anybody alive: what lies beyond was typed by mistake. */
export const oldestYears = 120
/** By how much an age that was only said may be too high before it is believed (PROPOSAL, no source: calibrate in the pilot). */
export const doubtOfSaidAgeYears = 1

const yearOf = (date: string): number => Number(date.slice(0, 4))
const pad = (part: number): string => String(part).padStart(2, '0')
const completedYears = (from: string, to: string): number =>
  Math.max(0, yearOf(to) - yearOf(from) - (to.slice(5) < from.slice(5) ? 1 : 0))

/** The last day of birth that the record allows. A month's 31st stands for a month's end: it only has to sort after it. */
const latestDay = ({ date, precision }: BirthDate): string => {
  if (precision === 'YEAR') return `${date.slice(0, 4)}-12-31`
  return precision === 'MONTH' ? `${date.slice(0, 7)}-31` : date
}
const earliestDay = ({ date, precision }: BirthDate): string => {
  if (precision === 'YEAR') return `${date.slice(0, 4)}-01-01`
  return precision === 'MONTH' ? `${date.slice(0, 7)}-01` : date
}

/** The birth date of somebody of whom only an age is known, said on the given day. `months` is for babies under a year old. */
export function birthFromAge(ageYears: number, onDate: string, months = 0): BirthDate {
  if (!Number.isInteger(ageYears) || ageYears < 0 || !Number.isInteger(months) || months < 0)
    throw new RangeError('an age is a whole number of years and months')
  const monthsBefore = Number(onDate.slice(5, 7)) - 1 - months
  const year = yearOf(onDate) - ageYears + Math.floor(monthsBefore / 12)
  const month = (((monthsBefore % 12) + 12) % 12) + 1
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const day = Math.min(Number(onDate.slice(8)), lastDay)
  return { date: [String(year).padStart(4, '0'), pad(month), pad(day)].join('-'), precision: 'AGE_EST' }
}

/** Completed years on the given day: the fewest that the record allows, and never less than 0. */
export const ageOn = (birth: BirthDate, onDate: string): number => completedYears(latestDay(birth), onDate)

/** True where the person is, or may be, under 18 on the given day. An officer may say so too (`takenForChild`); nobody may say the opposite (domain.md 2.3). */
export function isMinor(birth: BirthDate, onDate: string): boolean {
  if (birth.takenForChild) return true
  const doubt = birth.precision === 'AGE_EST' ? doubtOfSaidAgeYears : 0
  return ageOn(birth, onDate) - doubt < adultFromYears
}

/** True where the birth lies after the given day even on the earliest day that the date, month or year allows. */
export const isBornAfter = (birth: BirthDate, onDate: string): boolean => earliestDay(birth) > onDate

export const ageBands = ['CHILD', 'ADULT', 'OLDER'] as const
export type AgeBand = (typeof ageBands)[number]

/** `OLDER` is 60 and above; `CHILD` is whoever `isMinor` protects, so that no count loses a child in doubt. */
export function ageBand(birth: BirthDate, onDate: string): AgeBand {
  if (isMinor(birth, onDate)) return 'CHILD'
  return ageOn(birth, onDate) >= olderFromYears ? 'OLDER' : 'ADULT'
}

/** The year of birth; for an age that was said it may also be the year before. */
export const birthYear = (birth: BirthDate): number => yearOf(birth.date)
