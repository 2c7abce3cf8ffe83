/**
 * What was given of a line's money, summed as the day book learns of it. Apart from the line itself, which would otherwise
 * be written at every draw, and from the rows, which a line has as many of as there were draws.
 */
import * as z from 'zod/mini'
import { type Stored, storedShape } from '../platform/stored.ts'
import { dayBookKeys } from '../platform/tables.ts'
import { change, type TransactWriteItem } from '../platform/transaction.ts'
import { lineOfFund } from '../supplies/lot-name.ts'
import { money } from '../support/items.ts'
import type { FundRow } from './fund-row.ts'

/** In lisente; `reversed` is not taken off `issued`. */
export const storedGiven = storedShape(1, () =>
  z.object({ lineCode: z.string(), issued: z.int(), reversed: z.int(), revision: z.int() }),
)
export type Given = Pick<Stored<typeof storedGiven>, 'issued' | 'reversed'>

export const nothingGiven: Given = { issued: 0, reversed: 0 }

/** Goods that a line bought are counted in pieces elsewhere, and were paid when they were bought. */
export function givenBy({ item, kind, quantity }: FundRow): Given | undefined {
  if (item !== money) return undefined
  if (kind === 'ISSUED' || kind === 'ACCEPTED') return { issued: quantity, reversed: 0 }
  return kind === 'REVERSED' ? { issued: 0, reversed: quantity } : undefined
}

/** To be committed with the row that tells of it, which is put once. */
export function givenAdded(table: string, fund: string, given: Given): TransactWriteItem {
  const { projectCode, lineCode } = lineOfFund(fund)
  return change(table, dayBookKeys.given(projectCode, lineCode), {
    set: { schemaVersion: 1, lineCode },
    add: { ...given },
    when: 'attribute_not_exists(pk) OR #lineCode = :lineCode',
    values: { lineCode },
  })
}
