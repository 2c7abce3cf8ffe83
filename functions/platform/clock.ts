/** The server's time. Instants are UTC with milliseconds; calendar dates are Africa/Maseru (UTC+2, no summer time). */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

const maseruOffsetMilliseconds = 2 * 60 * 60 * 1000

const onMaseruClock = (instant: Date): string => new Date(instant.getTime() + maseruOffsetMilliseconds).toISOString()

/** The calendar date in Lesotho at an instant, `YYYY-MM-DD`. */
export const maseruDate = (instant: Date): string => onMaseruClock(instant).slice(0, 10)

/** The time of day in Lesotho at an instant, `HH:MM`. */
export const maseruTime = (instant: Date): string => onMaseruClock(instant).slice(11, 16)
