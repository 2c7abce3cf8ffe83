/**
 * What a project's line keeps as missing of its money: what is found again is put back up to it, so that the books never hold
 * more of a line than it gave (domain.md 4.4). Goods are counted as they are.
 */
import { type Line, lineGivenBefore, lineMissed } from '../budgets/project-record.ts'
import type { GuardedWrite, TransactWriteItem } from '../platform/transaction.ts'
import { type ItemCode, money } from '../support/items.ts'
import { fundOf, lineOfFund } from './lot-name.ts'

type Lots = readonly { readonly lot: string; readonly quantity: number }[]
type OfLine = (table: string, line: Pick<Line, 'projectCode' | 'lineCode'>, quantity: number) => TransactWriteItem

const each =
  (write: OfLine) =>
  (table: string, item: ItemCode, lots: Lots): readonly GuardedWrite<'line'>[] =>
    lots.flatMap(({ lot, quantity }) => {
      const fund = item === money ? fundOf(lot) : undefined
      if (fund === undefined || quantity === 0) return []
      return [{ guard: 'line', write: write(table, lineOfFund(fund), quantity) }]
    })

/** So much is gone; below nothing, found again. */
export const missing = each(lineMissed)

/** It was given before it was written off: it is missing no more. */
export const givenBefore = each(lineGivenBefore)
