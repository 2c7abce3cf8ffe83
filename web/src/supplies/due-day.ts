/** Until when something is leased, as a day that is said and as the instant that is kept. Pure: the form passes its date in. */

/** The last second of that day in Lesotho (UTC+2, no summer time), as a UTC instant. */
export const endOfDay = (date: string): string => `${date}T21:59:59.000Z`

/** `empty` and `wrong` as they were typed; `past` where the day is over. */
export type DueDay = { readonly dueAt: string } | 'empty' | 'wrong' | 'past'

export function dueDay(read: string, today: string): DueDay {
  if (read === 'empty' || read === 'wrong') return read
  return read < today ? 'past' : { dueAt: endOfDay(read) }
}
