/**
 * What a return event was given. An entitlement is the ledger entry of its draw: one key per return event and item, drawn
 * from one lease with its floor as the condition (design.md 3, 5). What a household may have once is marked under the
 * household beside it. Nothing here is ever changed or deleted.
 */
import * as z from 'zod/mini'
import { type Stored, storedShape } from '../platform/stored.ts'
import { ledgerKeys } from '../platform/tables.ts'
import { type GuardedWrite, putNew } from '../platform/transaction.ts'
import type { LeaseAccount } from '../supplies/accounts.ts'
import type { LotTaken } from '../supplies/choose-lots.ts'
import { type DisputeCause, isBeyondTheBooks } from '../supplies/dispute-causes.ts'
import { disputed } from '../supplies/dispute-record.ts'
import { drawn as drawnFrom } from '../supplies/lease-record.ts'
import type { Grant } from './allocation.ts'
import { ItemCode } from './items.ts'
import { ProofOfHandover } from './proof.ts'
import type { GivenLine } from './support-line.ts'

export const storedEntitlement = storedShape(1, () =>
  z.object({
    item: ItemCode,
    quantity: z.int(),
    /** Whose lease it was drawn from, and which of its lots. */
    from: z.string(),
    leaseId: z.string(),
    lots: z.array(z.object({ lot: z.string(), quantity: z.int() })),
    post: z.string(),
    returnEventId: z.string(),
    householdId: z.optional(z.string()),
    state: z.enum(['ISSUED', 'DISPUTED']),
    /** Of what is disputed: taken from its lease all the same. */
    isBorne: z.optional(z.boolean()),
    /** The number on the slip; and the command that gave it, with everything else it gave: one receipt. */
    displayNumber: z.optional(z.string()),
    receiptId: z.optional(z.string()),
    /** Of a further giving of the item: the request that was granted, or the gift. */
    requestId: z.optional(z.string()),
    issuedAt: z.string(),
    officerId: z.string(),
    proof: z.optional(ProofOfHandover),
  }),
)

export type Entitlement = Stored<typeof storedEntitlement>

/** Beside an entitlement that a household may have once. */
export const storedHouseholdMark = storedShape(1, () => z.object({ returnEventId: z.string() }))

/** What shall be given; where it is taken from is settled when it is. */
export interface Giving {
  readonly grant: Grant
  /** Where the tablet that gave it took it from, of what it holds on lease. */
  readonly drawn: GivenLine['drawn']
  readonly post: string
  readonly returnEventId: string
  readonly displayNumber: string
  /** The command that gives it. */
  readonly receiptId: string
  /** Of a further giving of the item: the request that a second person granted, or the gift. */
  readonly requestId?: string
  readonly householdId: string | undefined
  readonly officerId: string
  readonly issuedAt: string
  /** One for all that one intake gives. */
  readonly proof: ProofOfHandover | undefined
}

export interface Draw extends Giving {
  readonly from: LeaseAccount
  readonly leaseId: string
  readonly lots: readonly Pick<LotTaken, 'lot' | 'quantity'>[]
  /** Set where it was handed over and the books or the rules cannot bear it: kept for a supervisor. */
  readonly dispute: DisputeCause | undefined
  /** Of a household's item: the return whose giving was undone, after which this one is the household's first. */
  readonly afterUndone?: string
}

export type DrawGuard = `given:${ItemCode}` | `mark:${ItemCode}` | `lease:${ItemCode}`

/**
 * Puts the entitlement, whose key forbids a second one, and of a household's item the mark that forbids it to the others;
 * takes the quantity from the lease, never below zero. What is against a rule is taken from there too, since it is there no
 * longer; what is beyond the books takes nothing. Neither marks a household.
 */
export function drawWrites(table: string, draw: Draw): readonly GuardedWrite<DrawGuard>[] {
  const { grant, drawn: _, lots: taken, dispute, afterUndone, ...told } = draw
  const { item, quantity, unit } = grant
  const { returnEventId, householdId, from, leaseId } = told
  const lots = taken.map(part => ({ lot: part.lot, quantity: part.quantity }))
  const state = dispute === undefined ? 'ISSUED' : 'DISPUTED'
  const isBorne = dispute === undefined ? undefined : lots.length > 0 && !isBeyondTheBooks(dispute)
  const entry = { schemaVersion: 1, ...told, item, quantity, lots, state, isBorne }
  const given: GuardedWrite<DrawGuard> = {
    guard: `given:${item}`,
    write: putNew(table, ledgerKeys.entitlement(returnEventId, item, told.requestId), entry),
  }
  const lease: GuardedWrite<DrawGuard> = {
    guard: `lease:${item}`,
    write: drawnFrom(table, { holder: from, item, leaseId, lots }),
  }
  if (dispute !== undefined && isBorne !== undefined) {
    const waits = disputed(table, { ...told, item, quantity, lots, cause: dispute, isBorne })
    return [given, { guard: `given:${item}`, write: waits }, ...(isBorne ? [lease] : [])]
  }
  if (unit !== 'household' || householdId === undefined) return [given, lease]
  // Where the entry stands, and no quantity: what was given is counted once.
  const mark = { schemaVersion: 1, kind: 'GIVEN_TO_HOUSEHOLD', item, returnEventId }
  return [
    given,
    { guard: `mark:${item}`, write: putNew(table, ledgerKeys.householdMark(householdId, item, afterUndone), mark) },
    lease,
  ]
}
