/** Money does not spoil: it lasts as long as the project that pays it, by what its donor has agreed to until now. Pure. */
import { maseruDate } from '../platform/clock.ts'
import { type ItemCode, money } from '../support/items.ts'
import type { LotLeft } from './choose-lots.ts'
import { fundOf, lineOfFund } from './lot-name.ts'

export interface Term {
  readonly projectCode: string
  readonly endsOn: string
  /** Once somebody closed it; a UTC instant. */
  readonly closedAt?: string | undefined
}

/** The last whole day before somebody closed it, where that comes first. */
function lastDay({ endsOn, closedAt }: Term): string {
  if (closedAt === undefined) return endsOn
  const before = maseruDate(new Date(Date.parse(closedAt) - 86_400_000))
  return before < endsOn ? before : endsOn
}

/** Lots of one item with the last day of who pays, where it is money; the books themselves keep none for it. */
export const lasting = (item: ItemCode, lots: readonly LotLeft[], terms: readonly Term[]): readonly LotLeft[] =>
  item === money
    ? lots.map(lot => {
        const fund = fundOf(lot.lot)
        const code = fund === undefined ? undefined : lineOfFund(fund).projectCode
        const term = terms.find(({ projectCode }) => projectCode === code)
        return term === undefined ? lot : { ...lot, expiresOn: lastDay(term) }
      })
    : lots
