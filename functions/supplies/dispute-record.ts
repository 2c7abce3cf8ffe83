/**
 * What was handed over and the books cannot bear: it waits at its post for a supervisor (design.md 5). The entitlement itself
 * is never changed; what became of it stands here and in the decision's entry.
 */
import * as z from 'zod/mini'
import { type Stored, storedShape } from '../platform/stored.ts'
import { ledgerKeys } from '../platform/tables.ts'
import { change, type TransactWriteItem } from '../platform/transaction.ts'
import { ItemCode } from '../support/items.ts'
import { disputeCauses } from './dispute-causes.ts'

export const disputeStates = ['OPEN', 'ACCEPTED', 'REJECTED'] as const

export const storedDispute = storedShape(1, () =>
  z.object({
    returnEventId: z.string(),
    /** As the entitlement's. */
    requestId: z.optional(z.string()),
    item: ItemCode,
    quantity: z.int(),
    lots: z.array(z.object({ lot: z.string(), quantity: z.int() })),
    from: z.string(),
    cause: z.enum(disputeCauses),
    /** Taken from its lease all the same. */
    isBorne: z._default(z.boolean(), false),
    officerId: z.string(),
    issuedAt: z.string(),
    state: z.enum(disputeStates),
    decidedAt: z.optional(z.string()),
    revision: z.int(),
  }),
)
export type Dispute = Stored<typeof storedDispute>

export type NewDispute = Omit<Dispute, 'state' | 'decidedAt' | 'revision'> & { readonly post: string }

export const disputed = (
  table: string,
  { post, returnEventId, requestId, item, quantity, lots, from, cause, isBorne, officerId, issuedAt }: NewDispute,
): TransactWriteItem =>
  change(table, ledgerKeys.dispute(post, returnEventId, item, requestId), {
    set: {
      ...{
        schemaVersion: 1,
        returnEventId,
        requestId,
        item,
        quantity,
        lots,
        from,
        cause,
        isBorne,
        officerId,
        issuedAt,
      },
      state: 'OPEN',
    },
    when: 'attribute_not_exists(pk)',
  })

export const decided = (
  table: string,
  post: string,
  { returnEventId, item, requestId }: Pick<Dispute, 'returnEventId' | 'item' | 'requestId'>,
  state: 'ACCEPTED' | 'REJECTED',
  decidedAt: string,
): TransactWriteItem =>
  change(table, ledgerKeys.dispute(post, returnEventId, item, requestId), {
    set: { state, decidedAt },
    when: '#state = :open',
    values: { open: 'OPEN' },
  })
