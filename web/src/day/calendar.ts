/** Dates in Lesotho as `YYYY-MM-DD`, counted without a clock. Pure. */

export function dayBeside(date: string, days: -1 | 1): string {
  const there = new Date(`${date}T00:00:00.000Z`)
  there.setUTCDate(there.getUTCDate() + days)
  return there.toISOString().slice(0, 10)
}

/** As a browser's field gives it, or as somebody typed it; undefined of what is no day up to `today`. */
export function dayIn(typed: string, today: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed) || typed > today) return undefined
  const read = new Date(`${typed}T00:00:00.000Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(typed) ? typed : undefined
}

/** Every day of a month `YYYY-MM` up to `today`; none of what is no month, or is still to come. */
export const daysOfMonth = (month: string, today: string): readonly string[] =>
  Array.from({ length: 31 }, (_, index) => dayIn(`${month}-${String(index + 1).padStart(2, '0')}`, today)).filter(
    date => date !== undefined,
  )
