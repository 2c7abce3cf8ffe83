/** What becomes of what was handed over beyond the books (design.md 5): one decision, with its reason and its entry. */
import type { TransactWriteItem } from '../platform/transaction.ts'
import type { ItemCode } from '../support/items.ts'
import { decided } from './dispute-record.ts'
import { noLot } from './lot-name.ts'
import { givenBefore, missing } from './money-missing.ts'
import { entryOf, type Ledger, type Moved, said, type Told, unlessStored } from './stock-moves.ts'

export interface Decision {
  readonly returnEventId: string
  readonly item: ItemCode
  /** As the entitlement's. */
  readonly requestId: string | undefined
  readonly decision: 'ACCEPT' | 'REJECT'
  readonly reason: string
}

/** What a project's line keeps as missing of its money: less where it was given after all, more where it is lost now. */
function ofLine(from: 'DISPUTED' | 'LOST' | 'COUNT', to: 'RETURNEE' | 'LOST') {
  if (to === 'LOST') return missing
  return from === 'LOST' ? givenBefore : () => []
}

/**
 * Accepted, the quantity goes to the returnee from where the books have it: disputed, where it left a lease; else from what was
 * written off with the tablet, or from the count. Rejected, what left a lease is lost. Refuses `dispute-unknown`,
 * `dispute-decided`, and `not-by-yourself` who handed it over.
 */
export async function decideOn(
  ledger: Ledger,
  told: Told,
  { returnEventId, item, requestId, decision, reason }: Decision,
  audit: TransactWriteItem,
): Promise<Moved<'dispute-unknown' | 'dispute-decided' | 'not-by-yourself'>> {
  const { place, receivedAt } = told
  const dispute = await ledger.store.findDispute(place, returnEventId, item, requestId)
  if (dispute === undefined) return unlessStored(ledger, told, 'dispute-unknown')
  if (dispute.state !== 'OPEN') return unlessStored(ledger, told, 'dispute-decided')
  if (dispute.officerId === told.officerId) return { refusal: 'not-by-yourself' }
  const unborne = dispute.cause === 'LEASE_ENDED' ? ('LOST' as const) : ('COUNT' as const)
  const from = dispute.isBorne ? ('DISPUTED' as const) : unborne
  const lots = dispute.lots.length > 0 ? dispute.lots : [{ lot: noLot, quantity: dispute.quantity }]
  const accepted = decision === 'ACCEPT'
  const to = accepted ? ('RETURNEE' as const) : ('LOST' as const)
  const moves = accepted || dispute.isBorne
  const outcome = await ledger.store.commit(
    entryOf(told, {
      ...{ kind: accepted ? 'ACCEPTED' : 'REJECTED', item, reason, about: returnEventId },
      postings: moves ? lots.map(lot => ({ from, to, expiresOn: undefined, ...lot })) : [],
    }),
    [
      {
        guard: 'dispute',
        write: decided(
          ledger.table,
          place,
          { returnEventId, item, requestId },
          accepted ? 'ACCEPTED' : 'REJECTED',
          receivedAt,
        ),
      },
      ...(moves ? ofLine(from, to)(ledger.table, item, lots) : []),
    ],
    audit,
  )
  return said(outcome, { dispute: 'dispute-decided', line: 'dispute-unknown' })
}
