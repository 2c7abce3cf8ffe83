/**
 * The ledger's writes. An entitlement is the ledger entry of its draw: one key per return event and item, drawn from one
 * lease with its floor as the condition (design.md 3, 5). What a household may have once is marked under the household
 * beside it. Nothing here is ever deleted.
 */
import * as z from 'zod/mini'
import { storedShape } from '../platform/stored.ts'
import { ledgerKeys } from '../platform/tables.ts'
import { change, putNew, type TransactWriteItem } from '../platform/transaction.ts'
import type { Grant } from './allocation.ts'
import { ItemCode } from './items.ts'
import { ProofOfHandover } from './proof.ts'

export const storedEntitlement = storedShape(1, () =>
  z.object({
    item: ItemCode,
    quantity: z.int(),
    post: z.string(),
    returnEventId: z.string(),
    householdId: z.optional(z.string()),
    state: z.enum(['ISSUED', 'DISPUTED']),
    issuedAt: z.string(),
    officerId: z.string(),
    proof: z.optional(ProofOfHandover),
  }),
)

export const storedLease = storedShape(1, () =>
  z.object({
    item: ItemCode,
    post: z.string(),
    received: z.int(),
    left: z.int(),
    drawn: z.int(),
    revision: z.int(),
  }),
)

export const storedStockMove = storedShape(1, () => z.object({ contentHash: z.string(), receivedAt: z.string() }))

export interface Draw {
  readonly grant: Grant
  readonly post: string
  readonly returnEventId: string
  readonly householdId: string | undefined
  readonly officerId: string
  readonly issuedAt: string
  /** One for all that one intake gives. */
  readonly proof: ProofOfHandover | undefined
}

/** Puts the entitlement, whose key forbids a second one; of a household's item the mark that forbids it to the others. */
export function givenOnce(table: string, { grant, ...draw }: Draw): readonly TransactWriteItem[] {
  const { returnEventId, householdId } = draw
  const { item, quantity, unit } = grant
  const entry = { schemaVersion: 1, ...draw, item, quantity, state: 'ISSUED' }
  const given = putNew(table, ledgerKeys.entitlement(returnEventId, item), entry)
  if (unit !== 'household' || householdId === undefined) return [given]
  // Where the entry stands, and no quantity: what was given is counted once.
  const mark = { schemaVersion: 1, kind: 'GIVEN_TO_HOUSEHOLD', item, returnEventId }
  return [given, putNew(table, ledgerKeys.householdMark(householdId, item), mark)]
}

/** Takes the quantity from the post's lease, never below zero. */
export const drawnFromLease = (table: string, { grant, post }: Draw): TransactWriteItem =>
  change(table, ledgerKeys.lease(post, grant.item), {
    add: { left: -grant.quantity, drawn: grant.quantity },
    when: '#left >= :wanted',
    values: { wanted: grant.quantity },
  })

export interface StockMove {
  readonly post: string
  readonly moveId: string
  readonly item: ItemCode
  readonly quantity: number
  readonly lot: string | undefined
  readonly expiresOn: string | undefined
  readonly contentHash: string
  readonly officerId: string
  readonly deviceTime: string
  readonly receivedAt: string
}

export const stockReceived = (table: string, move: StockMove): TransactWriteItem =>
  putNew(table, ledgerKeys.stockMove(move.post, move.moveId), {
    schemaVersion: 1,
    kind: 'RECEIVED',
    ...move,
  })

/** Leases what was received to the desk of the post; the first lease of an item makes its balance. */
export const leasedToDesk = (
  table: string,
  { post, item, quantity }: Pick<StockMove, 'post' | 'item' | 'quantity'>,
): TransactWriteItem =>
  change(table, ledgerKeys.lease(post, item), {
    set: { schemaVersion: 1, post, item },
    add: { received: quantity, left: quantity, drawn: 0 },
    when: 'attribute_not_exists(#writtenOffAt)',
  })
