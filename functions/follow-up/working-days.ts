/**
 * Time as a Lesotho office counts it: Monday to Friday in Africa/Maseru (UTC+2, no summer time). Public holidays are
 * not counted out: no list of them was found in force, and without it a date is early, never late. Pure.
 */
const hourMilliseconds = 60 * 60 * 1000
export const dayMilliseconds = 24 * hourMilliseconds
const maseruOffsetMilliseconds = 2 * hourMilliseconds

/** Local wall-clock time, held in the UTC fields of a number of milliseconds. */
const localOf = (instant: Date): number => instant.getTime() + maseruOffsetMilliseconds
const instantOf = (local: number): Date => new Date(local - maseruOffsetMilliseconds)
const startOfDay = (local: number): number => Math.floor(local / dayMilliseconds) * dayMilliseconds
const isWorkingDay = (local: number): boolean => ![0, 6].includes(new Date(local).getUTCDay())

/**
 * The instant at which so much working time has passed. A working day counts 24 hours, so that half a day taken at
 * noon ends at midnight; Saturdays and Sundays count nothing.
 */
export function addWorkingTime(from: Date, milliseconds: number): Date {
  let local = localOf(from)
  let left = milliseconds
  while (true) {
    const nextDay = startOfDay(local) + dayMilliseconds
    if (isWorkingDay(local)) {
      if (left <= nextDay - local) return instantOf(local + left)
      left -= nextDay - local
    }
    local = nextDay
  }
}

/** The end, in Lesotho, of the so-manieth working day after the day of `from`. */
export function endOfWorkingDayAfter(from: Date, workingDays: number): Date {
  let day = startOfDay(localOf(from))
  for (let left = workingDays; left > 0; ) {
    day += dayMilliseconds
    if (isWorkingDay(day)) left -= 1
  }
  return instantOf(day + dayMilliseconds)
}
