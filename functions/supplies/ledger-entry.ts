/**
 * An entry of the ledger: what one command moved, and why. It is put once and never changed; every balance is the sum of
 * the postings that name its account (design.md 3).
 */
import * as z from 'zod/mini'
import { type Stored, storedShape } from '../platform/stored.ts'
import { type Key, ledgerKeys } from '../platform/tables.ts'
import { putNew, type TransactWriteItem } from '../platform/transaction.ts'
import { ItemCode } from '../support/items.ts'
import { type Account, kindOf, type MoveKind, mayMove, moveKinds } from './accounts.ts'

/** So much of one lot from one account to another, in the item's own unit; always more than nothing. */
export interface Posting {
  readonly from: Account
  readonly to: Account
  readonly lot: string
  readonly expiresOn: string | undefined
  readonly quantity: number
}

export interface NewMove {
  /** Whose book it stands in: the store that received, sent, leased or counted. */
  readonly place: string
  readonly moveId: string
  readonly kind: MoveKind
  readonly item: ItemCode
  readonly postings: readonly Posting[]
  readonly reason: string | undefined
  /** Of an extension: until when. */
  readonly dueAt?: string | undefined
  /** Of a decision: the return event whose handing-over was disputed. */
  readonly about?: string | undefined
  /** Of a lease: the one it belongs to, the first of its holder's that is still open. */
  readonly leaseId?: string | undefined
  readonly contentHash: string
  readonly officerId: string
  readonly deviceTime: string
  readonly receivedAt: string
}

const StoredPosting = z.object({
  from: z.string(),
  to: z.string(),
  lot: z.string(),
  expiresOn: z.optional(z.string()),
  quantity: z.int().check(z.positive()),
})

export const storedMove = storedShape(1, () =>
  z.object({
    place: z.string(),
    moveId: z.string(),
    kind: z.enum(moveKinds),
    item: ItemCode,
    /** None where a lost holder had nothing left. */
    postings: z.array(StoredPosting),
    reason: z.optional(z.string()),
    dueAt: z.optional(z.string()),
    about: z.optional(z.string()),
    leaseId: z.optional(z.string()),
    contentHash: z.string(),
    officerId: z.string(),
    deviceTime: z.string(),
    receivedAt: z.string(),
  }),
)
export type Move = Stored<typeof storedMove>

/** The key of a move: its id is the only one of its kind in its place's book. */
export const moveKey = ({ place, moveId }: Pick<NewMove, 'place' | 'moveId'>): Key =>
  ledgerKeys.stockMove(place, moveId)

/** Puts the entry. Throws on a way that its kind may not go: that is a fault of ours. */
export function entered(table: string, move: NewMove): TransactWriteItem {
  for (const { from, to, quantity } of move.postings)
    if (!mayMove(move.kind, kindOf(from), kindOf(to)) || quantity <= 0)
      throw new Error(`${move.kind} cannot go from ${kindOf(from)} to ${kindOf(to)}`)
  return putNew(table, moveKey(move), { schemaVersion: 1, ...move })
}
