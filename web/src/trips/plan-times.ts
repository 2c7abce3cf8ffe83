/** Times of a trip as they are typed, and the instants they mean. Pure: the form passes the day in. */

const dayMilliseconds = 24 * 60 * 60 * 1000

/** `YYYY-MM-DD`, of Lesotho. */
export const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + dayMilliseconds).toISOString().slice(0, 10)

/** `14:30`, `1430`, `14.30` or `14` as `14:30`, `14:30`, `14:30`, `14:00`; undefined where it is no time of the day. */
export function readClock(typed: string): string | undefined {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.hH ]?(\d{2}))?$/.exec(typed.trim()) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute}`
}

/** Lesotho has no summer time. */
const instantOf = (date: string, clock: string): string => new Date(`${date}T${clock}:00+02:00`).toISOString()

/** An arrival that is not after the departure is the next day's. */
export const timesOf = (day: string, departs: string, arrives: string) => ({
  departsAt: instantOf(day, departs),
  arrivesAt: instantOf(arrives > departs ? day : dayAfter(day), arrives),
})
