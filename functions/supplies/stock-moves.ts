/**
 * Moves of a store: deliveries, transfers, and what the count says. Each is one transaction of its entry and the balances it
 * changes, and refuses with a word where they would not bear it; then nothing is written.
 */
import type { TransactWriteItem } from '../platform/transaction.ts'
import type { ItemCode } from '../support/items.ts'
import { deskOf, type MoveKind, roadOf, storeOf } from './accounts.ts'
import { expiryIn, isExpired } from './choose-lots.ts'
import { givenToDesk } from './lease-record.ts'
import type { NewMove, Posting } from './ledger-entry.ts'
import { arrived, counted, putIn, sentOff, takenOut } from './lot-balance.ts'
import { noLot } from './lot-name.ts'
import { missing } from './money-missing.ts'
import type { MoveOutcome, SuppliesStore } from './supplies-store.ts'

/** What every move says of itself. */
export interface Told {
  readonly place: string
  readonly moveId: string
  readonly contentHash: string
  readonly officerId: string
  readonly deviceTime: string
  readonly receivedAt: string
  /** In Lesotho, on the day it came in. */
  readonly today: string
}

export interface Ledger {
  readonly store: SuppliesStore
  readonly table: string
}

export type Moved<Refusal extends string> =
  | { readonly move: Pick<NewMove, 'moveId' | 'receivedAt'> & { readonly leaseId?: string | undefined } }
  | { readonly refusal: Refusal | 'identifier-reused' }

export const entryOf = (
  { today: _, ...told }: Told,
  move: {
    readonly kind: MoveKind
    readonly item: ItemCode
    readonly postings: readonly Posting[]
    readonly reason?: string | undefined
    readonly leaseId?: string
    readonly dueAt?: string
    readonly about?: string
  },
): NewMove => ({ reason: undefined, ...told, ...move })

/** A retry of what was stored is answered as the first try was, whatever would be refused today. */
export async function unlessStored<Refusal extends string>(
  { store }: Ledger,
  told: Told,
  refusal: Refusal,
): Promise<Moved<Refusal>> {
  const earlier = await store.findMove(told.place, told.moveId)
  if (earlier === undefined) return { refusal }
  return earlier.contentHash === told.contentHash ? { move: earlier } : { refusal: 'identifier-reused' }
}

/** What a failed guard means. */
export const said = <Guard extends string, Refusal extends string>(
  outcome: MoveOutcome<Guard>,
  meanings: Readonly<Record<Guard, Refusal>>,
): Moved<Refusal> => {
  if (!('failed' in outcome)) return outcome
  const [guard] = outcome.failed
  if (guard === undefined) throw new Error('a move was refused by none of its guards')
  return { refusal: meanings[guard] }
}

interface LotMoved {
  readonly item: ItemCode
  readonly lot: string
  readonly quantity: number
}

export interface Delivery extends LotMoved {
  readonly expiresOn: string | undefined
  readonly to: 'STORE' | 'DESK'
}

/** Refuses `lot-expired`, and `lot-expiry-differs` where the lot stands there with another date. */
export async function deliver(
  ledger: Ledger,
  told: Told,
  { item, lot, quantity, expiresOn, to }: Delivery,
  audit: TransactWriteItem,
): Promise<Moved<'lot-expired' | 'lot-expiry-differs'>> {
  if (isExpired(expiresOn, told.today)) return unlessStored(ledger, told, 'lot-expired')
  const { place } = told
  const taken = { lot, expiresOn, quantity }
  const holder = deskOf(place)
  const postings = [{ from: 'SUPPLIER', to: to === 'DESK' ? holder : storeOf(place), ...taken }] as const
  const write =
    to === 'DESK'
      ? givenToDesk(ledger.table, { holder, item, lots: [taken], place })
      : putIn(ledger.table, { place, item }, taken)
  const outcome = await ledger.store.commit(
    entryOf(told, { kind: 'RECEIVED', item, postings }),
    [{ guard: 'lot', write }],
    audit,
  )
  return said(outcome, { lot: 'lot-expiry-differs' })
}

export interface Shipment extends LotMoved {
  readonly toPlace: string
}

/** The id of the move is the transfer's. Refuses `lot-unknown`, `lot-expired`, `stock-exhausted`, `destination-unknown`. */
export async function sendTransfer(
  ledger: Ledger,
  told: Told,
  { item, lot, quantity, toPlace }: Shipment,
  isPlace: (place: string) => boolean,
  audit: TransactWriteItem,
): Promise<Moved<'destination-unknown' | 'lot-unknown' | 'lot-expired' | 'stock-exhausted'>> {
  const { place, moveId, receivedAt } = told
  if (toPlace === place || !isPlace(toPlace)) return unlessStored(ledger, told, 'destination-unknown')
  const here = await ledger.store.findLot(place, item, lot)
  if (here === undefined) return unlessStored(ledger, told, 'lot-unknown')
  if (isExpired(here.expiresOn, told.today)) return unlessStored(ledger, told, 'lot-expired')
  const taken = { lot, expiresOn: here.expiresOn, quantity }
  const outcome = await ledger.store.commit(
    entryOf(told, {
      kind: 'TRANSFERRED_OUT',
      item,
      postings: [{ from: storeOf(place), to: roadOf(moveId), ...taken }],
    }),
    [
      { guard: 'lot', write: takenOut(ledger.table, { place, item }, taken) },
      {
        guard: 'road',
        write: sentOff(ledger.table, {
          ...{ transferId: moveId, fromPlace: place, toPlace, item, lot },
          ...{ expiresOn: here.expiresOn, sent: quantity, sentAt: receivedAt },
        }),
      },
    ],
    audit,
  )
  return said(outcome, { lot: 'stock-exhausted', road: 'stock-exhausted' })
}

export interface Arrival {
  readonly transferId: string
  /** Of what was sent; what is missing is written down as lost on the way. */
  readonly came: number
  readonly reason: string | undefined
}

/** Refuses `transfer-unknown`, `transfer-taken-in`, `stock-exhausted` where more came than was sent, `lot-expiry-differs`. */
export async function takeIn(
  ledger: Ledger,
  told: Told,
  { transferId, came, reason }: Arrival,
  audit: TransactWriteItem,
): Promise<
  Moved<'transfer-unknown' | 'transfer-taken-in' | 'stock-exhausted' | 'reason-needed' | 'lot-expiry-differs'>
> {
  const { place } = told
  const transfer = await ledger.store.findTransfer(place, transferId)
  if (transfer === undefined) return unlessStored(ledger, told, 'transfer-unknown')
  const { item, lot, sent } = transfer
  if (transfer.takenInAt !== undefined) return unlessStored(ledger, told, 'transfer-taken-in')
  if (came > sent) return unlessStored(ledger, told, 'stock-exhausted')
  if (came < sent && reason === undefined) return unlessStored(ledger, told, 'reason-needed')
  const expiresOn = expiryIn(transfer.expiresOn)
  const from = roadOf(transferId)
  const postings: Posting[] = [
    { from, to: storeOf(place), lot, expiresOn, quantity: came },
    { from, to: 'LOST' as const, lot, expiresOn, quantity: sent - came },
  ].filter(({ quantity }) => quantity > 0)
  const outcome = await ledger.store.commit(
    entryOf(told, { kind: 'TRANSFERRED_IN', item, postings, reason }),
    [
      { guard: 'road', write: arrived(ledger.table, transfer, told.receivedAt) },
      ...(came === 0
        ? []
        : [{ guard: 'lot' as const, write: putIn(ledger.table, { place, item }, { lot, expiresOn, quantity: came }) }]),
      ...missing(ledger.table, item, [{ lot, quantity: sent - came }]),
    ],
    audit,
  )
  return said(outcome, { road: 'transfer-taken-in', lot: 'lot-expiry-differs', line: 'transfer-taken-in' })
}

export interface Adjustment {
  readonly item: ItemCode
  readonly lot: string
  readonly reason: string
  /** So many are broken or gone; or so many were counted, where the books said another number. */
  readonly change:
    | { readonly kind: 'DAMAGED' | 'LOST'; readonly quantity: number }
    | { readonly kind: 'COUNT_ADJUST'; readonly counted: number; readonly booked: number }
}

/**
 * Refuses `lot-unknown`, `stock-exhausted`, `count-stale` where the books changed since they were counted against, and
 * `more-than-funded` where more of a project's money was counted than it put there.
 */
export async function adjust(
  ledger: Ledger,
  told: Told,
  { item, lot, reason, change }: Adjustment,
  audit: TransactWriteItem,
): Promise<Moved<'lot-unknown' | 'stock-exhausted' | 'count-stale' | 'more-than-funded'>> {
  const { place } = told
  const here = await ledger.store.findLot(place, item, lot)
  if (here === undefined) return unlessStored(ledger, told, 'lot-unknown')
  const { expiresOn } = here
  const store = storeOf(place)
  if (change.kind !== 'COUNT_ADJUST') {
    const taken = { lot, expiresOn, quantity: change.quantity }
    const outcome = await ledger.store.commit(
      entryOf(told, { kind: change.kind, item, reason, postings: [{ from: store, to: change.kind, ...taken }] }),
      [
        { guard: 'lot', write: takenOut(ledger.table, { place, item }, taken) },
        ...missing(ledger.table, item, [{ lot, quantity: change.quantity }]),
      ],
      audit,
    )
    return said(outcome, { lot: 'stock-exhausted', line: 'stock-exhausted' })
  }
  const difference = change.counted - change.booked
  if (difference === 0 || here.left !== change.booked) return unlessStored(ledger, told, 'count-stale')
  const moved = { lot, expiresOn, quantity: Math.abs(difference) }
  const outcome = await ledger.store.commit(
    entryOf(told, {
      kind: 'COUNT_ADJUST',
      item,
      reason,
      postings: [difference > 0 ? { from: 'COUNT', to: store, ...moved } : { from: store, to: 'COUNT', ...moved }],
    }),
    [
      { guard: 'lot', write: counted(ledger.table, { place, item }, { lot, booked: change.booked, difference }) },
      ...missing(ledger.table, item, [{ lot, quantity: -difference }]),
    ],
    audit,
  )
  return said(outcome, { lot: 'count-stale', line: 'more-than-funded' })
}

export const lotOf = (lot: string | undefined): string => lot ?? noLot
