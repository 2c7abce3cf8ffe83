/** Times as Lesotho's clocks show them, whatever the device is set to. */
import { language } from './language.ts'

const maseru = 'Africa/Maseru'
/** Browsers know no Sesotho months: day and month in figures read the same in both languages. */
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: maseru, hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { timeZone: maseru, day: 'numeric', month: 'short', year: 'numeric' })
const dayInFigures = new Intl.DateTimeFormat('en-GB', {
  timeZone: maseru,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})

/** `08:15`. */
export const localClock = (instant: string): string => clock.format(new Date(instant))

/** `22 Nov 2026`, in Sesotho `22/11/2026`. */
export const localDay = (instant: string): string =>
  (language.value === 'en' ? day : dayInFigures).format(new Date(instant))

/** `22 Nov 2026, 08:15`. */
export const localTime = (instant: string): string => `${localDay(instant)}, ${localClock(instant)}`
