/**
 * Times as Lesotho's clocks show them, whatever the device is set to. Without `Intl`: its first formatter takes a slow
 * tablet about as long as drawing a page, and Lesotho has no summer time.
 */
import { maseruDate, maseruTime } from '../../../functions/platform/clock.ts'
import type { BirthDate } from '../../../functions/registration/age.ts'
import { language } from './language.ts'

/** Browsers know no Sesotho months: day and month in figures read the same in both languages. */
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']

/** `08:15`. */
export const localClock = (instant: string): string => maseruTime(new Date(instant))

/** `22 Nov 2026`, in Sesotho `22/11/2026`; of an instant, or of a date that stands in a record as `2026-11-22`. */
export function localDay(instant: string): string {
  const [year = '', month = '', day = ''] = maseruDate(new Date(instant)).split('-')
  return language.value === 'en' ? `${Number(day)} ${months[Number(month) - 1]} ${year}` : `${day}/${month}/${year}`
}

/** As much of a birth as is known: `22 Nov 1994`, `Nov 1994`, or `1994`. */
export function localBirth({ date, precision }: BirthDate): string {
  const [year = '', month = ''] = date.split('-')
  if (precision === 'DAY') return localDay(date)
  if (precision !== 'MONTH') return year
  return language.value === 'en' ? `${months[Number(month) - 1]} ${year}` : `${month}/${year}`
}

/** `22 Nov 2026, 08:15`. */
export const localTime = (instant: string): string => `${localDay(instant)}, ${localClock(instant)}`
