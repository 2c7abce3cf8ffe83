/** What a month moved of a line, as its book shows it. Pure. */
import type { FundRow } from '../day-book/fund-row.ts'
import { maseruDate } from '../platform/clock.ts'
import type { BookEntry } from './shapes.ts'

/**
 * In the order of time. What was given stands as one entry for each store, day and item: that a line paid, and not whom.
 */
export function bookOf(rows: readonly FundRow[], month: string): readonly BookEntry[] {
  const given = new Map<string, BookEntry>()
  const entries: BookEntry[] = []
  for (const { at, kind, item, quantity, place, officerId, reason } of rows) {
    const date = maseruDate(new Date(at))
    if (!date.startsWith(month)) continue
    if (kind !== 'ISSUED') {
      entries.push({ date, kind, item, quantity, times: 1, place, officerId, reason })
      continue
    }
    const key = `${date} ${place} ${item}`
    const sofar = given.get(key) ?? { date, kind, item, quantity: 0, times: 0, place }
    given.set(key, { ...sofar, quantity: sofar.quantity + quantity, times: sofar.times + 1 })
  }
  return [...entries, ...given.values()].toSorted((one, other) => one.date.localeCompare(other.date))
}
