/**
 * The ledger's stock, read and moved. Every move commits its entry and the balances it changes together or not at all, and
 * its retry finds the entry of the first try.
 */
import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { type Project, storedProject } from '../budgets/project-record.ts'
import { findStored, queryAll } from '../platform/reads.ts'
import { readStored, toStored } from '../platform/stored.ts'
import { ledgerKeys, ledgerPrefixes, movePrefix } from '../platform/tables.ts'
import { type GuardedWrite, transact } from '../platform/transaction.ts'
import type { ItemCode } from '../support/items.ts'
import { type Entitlement, storedEntitlement } from '../support/ledger-entries.ts'
import type { LeaseAccount } from './accounts.ts'
import { expiryIn, type LotLeft } from './choose-lots.ts'
import { type Dispute, storedDispute } from './dispute-record.ts'
import { type Lease, leaseKey, readLease } from './lease-record.ts'
import { entered, type Move, moveKey, type NewMove, storedMove } from './ledger-entry.ts'
import { type LotBalance, storedLot, storedTransfer, type Transfer } from './lot-balance.ts'

/** `refused` names the guard that failed: what it means is for whoever made the move to say. */
export type MoveOutcome<Guard extends string> =
  | { readonly move: Move | NewMove }
  | { readonly refusal: 'identifier-reused' }
  | { readonly failed: readonly Guard[] }

export const suppliesStore = (database: DynamoDBClient, table: string) => {
  const findMove = (place: string, moveId: string) =>
    findStored(database, table, moveKey({ place, moveId }), storedMove)

  return {
    findMove,

    async commit<Guard extends string>(
      move: NewMove,
      writes: readonly GuardedWrite<Guard>[],
      audit: TransactWriteItem,
    ): Promise<MoveOutcome<Guard>> {
      const outcome = await transact<Guard | 'move' | 'audit'>(database, [
        { guard: 'move', write: entered(table, move) },
        ...writes,
        { guard: 'audit', write: audit },
      ])
      if (outcome.committed) return { move }
      const earlier = outcome.failed.find(({ guard }) => guard === 'move')?.old
      if (earlier !== undefined) return sameMove(readStored(storedMove, earlier), move)
      return { failed: outcome.failed.flatMap(({ guard }) => (isOwn(guard) ? [guard] : [])) }
    },

    /** What a store holds, lot by lot; of one item, or of all. */
    async lots(place: string, item?: ItemCode): Promise<readonly (LotLeft & { readonly item: ItemCode })[]> {
      const { pk } = ledgerKeys.lot(place, '', '')
      const found = await queryAll(database, table, { pk, prefix: item === undefined ? 'ITEM#' : `ITEM#${item}#` })
      return found.map(stored => lotIn(readStored(storedLot, stored)))
    },

    async findLot(place: string, item: ItemCode, lot: string): Promise<LotLeft | undefined> {
      const found = await findStored(database, table, ledgerKeys.lot(place, item, lot), storedLot)
      return found && lotIn(found)
    },

    findProject: (projectCode: string): Promise<Project | undefined> =>
      findStored(database, table, ledgerKeys.project(projectCode), storedProject),

    async findLease(holder: LeaseAccount, item: ItemCode): Promise<Lease | undefined> {
      const { Item } = await database.send(
        new GetItemCommand({ TableName: table, Key: toStored({ ...leaseKey(holder, item) }), ConsistentRead: true }),
      )
      return Item && readLease(holder, Item)
    },

    /** Everything one holder has on lease, or had. */
    async leasesOf(holder: LeaseAccount): Promise<readonly Lease[]> {
      const found = await queryAll(database, table, { pk: `${ledgerPrefixes.lease}${holder}`, prefix: 'ITEM#' })
      return found.map(stored => readLease(holder, stored))
    },

    findTransfer: (toPlace: string, transferId: string): Promise<Transfer | undefined> =>
      findStored(database, table, ledgerKeys.transfer(toPlace, transferId), storedTransfer),

    /** What is on its way to a store, and what has come. */
    async transfersTo(toPlace: string): Promise<readonly Transfer[]> {
      const { pk } = ledgerKeys.transfer(toPlace, '')
      return (await queryAll(database, table, { pk, prefix: 'TRANSFER#' })).map(item =>
        readStored(storedTransfer, item),
      )
    },

    findDispute: (
      post: string,
      returnEventId: string,
      item: ItemCode,
      requestId: string | undefined,
    ): Promise<Dispute | undefined> =>
      findStored(database, table, ledgerKeys.dispute(post, returnEventId, item, requestId), storedDispute),

    /** What a return event was given of an item; with `requestId`, that further giving. */
    findEntitlement: (returnEventId: string, item: ItemCode, requestId?: string): Promise<Entitlement | undefined> =>
      findStored(database, table, ledgerKeys.entitlement(returnEventId, item, requestId), storedEntitlement),

    /** What was ever disputed at a post. */
    async disputesAt(post: string): Promise<readonly Dispute[]> {
      const { pk } = ledgerKeys.dispute(post, '', '', undefined)
      return (await queryAll(database, table, { pk, prefix: 'RETURN#' })).map(item => readStored(storedDispute, item))
    },

    /** The whole book of a store, in the order of its ids. */
    async book(place: string): Promise<readonly Move[]> {
      const { pk } = ledgerKeys.stockMove(place, '')
      return (await queryAll(database, table, { pk, prefix: movePrefix })).map(item => readStored(storedMove, item))
    },
  }
}
export type SuppliesStore = ReturnType<typeof suppliesStore>

const lotIn = ({ item, lot, expiresOn, quantity }: LotBalance) => ({
  ...{ item, lot, left: quantity, expiresOn: expiryIn(expiresOn) },
})

const isOwn = <Guard extends string>(guard: Guard | 'move' | 'audit'): guard is Guard =>
  guard !== 'move' && guard !== 'audit'

const sameMove = (earlier: Move, move: NewMove): { readonly move: Move } | { readonly refusal: 'identifier-reused' } =>
  earlier.contentHash === move.contentHash ? { move: earlier } : { refusal: 'identifier-reused' }
