/**
 * What was given by mistake and lies in the store again (domain.md 4.4). The entitlement stays as it was written; that it was
 * undone stands beside it, once, with the entry that brings its lots back.
 */
import type { TransactWriteItem } from '../platform/transaction.ts'
import type { ItemCode } from '../support/items.ts'
import { deskOf, kindOf, type LeaseAccount, storeOf } from './accounts.ts'
import { putIn } from './lot-balance.ts'
import { noLot } from './lot-name.ts'
import { reversed } from './reversal-record.ts'
import { entryOf, type Ledger, type Moved, said, type Told, unlessStored } from './stock-moves.ts'

export interface Reversal {
  readonly returnEventId: string
  readonly item: ItemCode
  /** As the entitlement's. */
  readonly requestId: string | undefined
  readonly reason: string
}

/** A lot's date stands wherever the lot does: in the store, on the desk, or on the tablet that gave it. */
async function expiryOf(
  { store }: Ledger,
  place: string,
  item: ItemCode,
  lot: string,
  from: string,
): Promise<string | undefined> {
  const here = await store.findLot(place, item, lot)
  if (here !== undefined) return here.expiresOn
  const kind = kindOf(from)
  const holders: LeaseAccount[] = [deskOf(place), ...(kind === 'DEVICE' ? [`DEVICE#${from.slice(7)}` as const] : [])]
  for (const holder of holders) {
    const lease = await store.findLease(holder, item)
    const held = lease?.lots.find(each => each.lot === lot)
    if (held !== undefined) return held.expiresOn
  }
  return undefined
}

/**
 * Refuses `nothing-to-reverse`: nothing of it was given at this post, it is disputed and nobody accepted it, or it was undone
 * already.
 */
export async function reverse(
  ledger: Ledger,
  told: Told,
  { returnEventId, item, requestId, reason }: Reversal,
  audit: TransactWriteItem,
): Promise<Moved<'nothing-to-reverse' | 'lot-expiry-differs'>> {
  const { store, table } = ledger
  const { place, moveId, receivedAt } = told
  const given = await store.findEntitlement(returnEventId, item, requestId)
  if (given === undefined || given.post !== place) return unlessStored(ledger, told, 'nothing-to-reverse')
  if (given.state === 'DISPUTED') {
    const dispute = await store.findDispute(place, returnEventId, item, requestId)
    if (dispute?.state !== 'ACCEPTED') return unlessStored(ledger, told, 'nothing-to-reverse')
  }
  // what was disputed for want of any names none
  const parts = given.lots.length > 0 ? given.lots : [{ lot: noLot, quantity: given.quantity }]
  const lots = await Promise.all(
    parts.map(async part => ({
      ...part,
      expiresOn: await expiryOf(ledger, place, item, part.lot, given.from),
    })),
  )
  const mark = { returnEventId, item, requestId, moveId, place, reversedAt: receivedAt }
  const outcome = await store.commit(
    entryOf(told, {
      ...{ kind: 'REVERSED', item, reason, about: returnEventId },
      postings: lots.map(lot => ({ from: 'RETURNEE' as const, to: storeOf(place), ...lot })),
    }),
    [
      { guard: 'reversal', write: reversed(table, mark) },
      ...lots.map(lot => ({ guard: 'lot' as const, write: putIn(table, { place, item }, lot) })),
    ],
    audit,
  )
  return said(outcome, { reversal: 'nothing-to-reverse', lot: 'lot-expiry-differs' })
}
