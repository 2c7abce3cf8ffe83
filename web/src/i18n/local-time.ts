/**
 * Times as Lesotho's clocks show them, whatever the device is set to. Without `Intl`: its first formatter takes a slow
 * tablet about as long as drawing a page, and Lesotho has no summer time.
 */
import { maseruDate, maseruTime } from '../../../functions/platform/clock.ts'
import { language } from './language.ts'

/** Browsers know no Sesotho months: day and month in figures read the same in both languages. */
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']

/** `08:15`. */
export const localClock = (instant: string): string => maseruTime(new Date(instant))

/** `22 Nov 2026`, in Sesotho `22/11/2026`. */
export function localDay(instant: string): string {
  const [year = '', month = '', day = ''] = maseruDate(new Date(instant)).split('-')
  return language.value === 'en' ? `${Number(day)} ${months[Number(month) - 1]} ${year}` : `${day}/${month}/${year}`
}

/** `22 Nov 2026, 08:15`. */
export const localTime = (instant: string): string => `${localDay(instant)}, ${localClock(instant)}`
