/**
 * Whether a day tallies at a post (domain.md 4.4): what the ledger says was issued, what stands on the receipts, and what left
 * the lots. Three records of one thing. The receipts are kept in another table and found there by the arrivals, so that one
 * which never came into the day book is missed. Pure.
 */
import type { DayRow } from '../day-book/day-row.ts'
import { type ItemCode, itemCodes } from '../support/items.ts'
import type { SupportLine } from '../support/support-line.ts'

export interface ReconciledItem {
  readonly item: ItemCode
  readonly issued: number
  readonly onReceipts: number
  readonly moved: number
  readonly agrees: boolean
}

const sumOf = (lines: readonly SupportLine[], item: ItemCode): number =>
  lines.reduce((sum, line) => sum + (line.item === item ? line.quantity : 0), 0)

/** Every item of which anything was issued or stands on a receipt; what is disputed is in none of the three. */
export function reconciled(rows: readonly DayRow[], onReceipts: readonly SupportLine[]): readonly ReconciledItem[] {
  const issued = rows.filter(({ kind, isDisputed }) => kind === 'ISSUED' && !isDisputed)
  const moved = issued.flatMap(({ item, postings }) =>
    postings.filter(({ to }) => to === 'RETURNEE').map(({ quantity }) => ({ item, quantity })),
  )
  return itemCodes
    .map(item => {
      const sums = { issued: sumOf(issued, item), onReceipts: sumOf(onReceipts, item), moved: sumOf(moved, item) }
      return { item, ...sums, agrees: sums.issued === sums.onReceipts && sums.issued === sums.moved }
    })
    .filter(one => one.issued + one.onReceipts + one.moved > 0)
}
