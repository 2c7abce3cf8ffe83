/** What a store holds of one lot, and what is on its way to one: the balances beside the leases. */
import * as z from 'zod/mini'
import { type Stored, storedShape } from '../platform/stored.ts'
import { ledgerKeys } from '../platform/tables.ts'
import { change, type TransactWriteItem } from '../platform/transaction.ts'
import { ItemCode } from '../support/items.ts'
import { expiryKept, type LotTaken } from './choose-lots.ts'

export const storedLot = storedShape(1, () =>
  z.object({
    item: ItemCode,
    lot: z.string(),
    expiresOn: z.optional(z.string()),
    quantity: z.int(),
    revision: z.int(),
  }),
)
export type LotBalance = Stored<typeof storedLot>

interface LotOf {
  readonly place: string
  readonly item: ItemCode
}

/** Adds to the lot; refused where the lot stands there with another expiry. */
export const putIn = (
  table: string,
  { place, item }: LotOf,
  { lot, expiresOn, quantity }: LotTaken,
): TransactWriteItem =>
  change(table, ledgerKeys.lot(place, item, lot), {
    set: { schemaVersion: 1, item, lot, expiresOn: expiryKept(expiresOn) },
    add: { quantity },
    when: 'attribute_not_exists(pk) OR #expiresOn = :expiresOn',
    values: { expiresOn: expiryKept(expiresOn) },
  })

/** Takes from the lot, never below nothing. */
export const takenOut = (table: string, { place, item }: LotOf, { lot, quantity }: LotTaken): TransactWriteItem =>
  change(table, ledgerKeys.lot(place, item, lot), {
    add: { quantity: -quantity },
    when: '#quantity >= :wanted',
    values: { wanted: quantity },
  })

/** Brings the lot to what was counted, where it still stands as the books said then. */
export const counted = (
  table: string,
  { place, item }: LotOf,
  { lot, booked, difference }: { readonly lot: string; readonly booked: number; readonly difference: number },
): TransactWriteItem =>
  change(table, ledgerKeys.lot(place, item, lot), {
    add: { quantity: difference },
    when: '#quantity = :booked',
    values: { booked },
  })

export const storedTransfer = storedShape(1, () =>
  z.object({
    transferId: z.string(),
    fromPlace: z.string(),
    toPlace: z.string(),
    item: ItemCode,
    lot: z.string(),
    expiresOn: z.optional(z.string()),
    /** On the way; nothing once it was taken in. */
    quantity: z.int(),
    sent: z.int(),
    sentAt: z.string(),
    takenInAt: z.optional(z.string()),
    revision: z.int(),
  }),
)
export type Transfer = Stored<typeof storedTransfer>

export type Sending = Pick<Transfer, 'transferId' | 'fromPlace' | 'toPlace' | 'item' | 'lot' | 'sent' | 'sentAt'> & {
  readonly expiresOn: string | undefined
}

export const sentOff = (table: string, { expiresOn, ...sending }: Sending): TransactWriteItem =>
  change(table, ledgerKeys.transfer(sending.toPlace, sending.transferId), {
    set: { schemaVersion: 1, ...sending, expiresOn: expiryKept(expiresOn) },
    add: { quantity: sending.sent },
    when: 'attribute_not_exists(pk)',
  })

/** All of it has come or is lost: nothing of it is on the way any more. */
export const arrived = (
  table: string,
  { toPlace, transferId, sent }: Pick<Transfer, 'toPlace' | 'transferId' | 'sent'>,
  takenInAt: string,
): TransactWriteItem =>
  change(table, ledgerKeys.transfer(toPlace, transferId), {
    set: { takenInAt },
    add: { quantity: -sent },
    when: '#quantity = :sent',
    values: { sent },
  })
