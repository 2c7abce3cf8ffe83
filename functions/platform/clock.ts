/** The server's time. Instants are UTC with milliseconds; calendar dates are Africa/Maseru (UTC+2, no summer time). */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

const maseruOffsetMilliseconds = 2 * 60 * 60 * 1000

/** The calendar date in Lesotho at an instant, `YYYY-MM-DD`. */
export const maseruDate = (instant: Date): string =>
  new Date(instant.getTime() + maseruOffsetMilliseconds).toISOString().slice(0, 10)
