/** Batches as the registry keeps them: reads under a scope, and one transaction for each thing said of a batch. */
import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { tasksAndLaterAttempts } from '../follow-up/task-chain-store.ts'
import { type NewTask, raiseTask } from '../follow-up/task-record.ts'
import { covers, type Scope } from '../platform/permissions.ts'
import { findStored, getAll, latestLookedUp, queryAll } from '../platform/reads.ts'
import { readStored } from '../platform/stored.ts'
import { countedPrefix, countedSlot, headsPrefix, lookupKeys, registryKeys } from '../platform/tables.ts'
import { change, type GuardedWrite, putNew, transact } from '../platform/transaction.ts'
import { statesThatAllow, whileStateAllows } from '../platform/transitions.ts'
import type { Heads, Needs } from './batch.ts'
import { type Batch, type BatchReceipt, storedBatch, storedBatchReceipt, storedHeadCount } from './batch-record.ts'
import { batchTransitions } from './batch-states.ts'
import { type Counted, storedCounted } from './counted-outcome.ts'

/** Stored now or by an earlier try: `receivedAt` is the first one's. */
export interface Stored {
  readonly receivedAt: string
}

/** What every command about a batch brings. */
export interface BatchCommand {
  readonly commandId: string
  readonly batchId: string
  readonly contentHash: string
  readonly officerId: string
  readonly deviceTime: string
  readonly receivedAt: string
}

export interface NewBatch extends Omit<Batch, 'state' | 'revision' | 'closing' | 'heads'> {
  readonly contractVersion: number
  readonly rulesVersion: string
  readonly officerId: string
  readonly deviceTime: string
}

export interface SaidOutcome extends BatchCommand {
  readonly outcome: Counted['outcome']
  readonly row: number | undefined
  readonly reason: string | undefined
}

export interface BatchClosing {
  readonly seen: Batch
  readonly action: 'close' | 'closeUnexplained'
  readonly closing: NonNullable<Batch['closing']>
  /** What the next shift must look into, where the count does not balance. */
  readonly task: NewTask | undefined
}

/** Enough for some weeks of the busiest post; older ones are for reports. */
const latestBatches = 50

const sameOrReused = (earlier: BatchReceipt, contentHash: string): Stored | 'identifier-reused' =>
  earlier.contentHash === contentHash ? { receivedAt: earlier.receivedAt } : 'identifier-reused'

/** Nothing where nobody looked; `null` where there was no count. */
function whileHeadsAre(seen: Heads | null | undefined): string {
  if (seen === undefined) return ''
  return seen === null ? ' AND attribute_not_exists(#heads)' : ' AND #heads = :instead'
}

/** Holds only while the batch is open. Its revision rises, so that a closing under way looks again. */
export const whileOpen = (table: string, batchId: string, action: 'importManifest' | 'recordOutcome') =>
  change(table, registryKeys.batch(batchId), whileStateAllows(batchTransitions, action))

export const batchStore = (database: DynamoDBClient, table: string) => {
  return {
    /** Opens it, as expected. The same again changes nothing. */
    async open(batch: NewBatch, audit: TransactWriteItem): Promise<Stored | 'identifier-reused'> {
      const item = { ...batch, schemaVersion: 1, state: 'EXPECTED' }
      const found = { lookupKey: lookupKeys.postBatches(batch.post), lookupOrder: `${batch.openedAt}#${batch.batchId}` }
      const outcome = await transact(database, [
        { guard: 'batch', write: putNew(table, registryKeys.batch(batch.batchId), { ...item, ...found }) },
        { guard: 'audit', write: audit },
      ])
      if (outcome.committed) return { receivedAt: batch.openedAt }
      const earlier = outcome.failed.find(({ guard }) => guard === 'batch')?.old
      if (!earlier) throw new Error('the audit entry stands already')
      const { contentHash, openedAt } = readStored(storedBatch, earlier)
      return sameOrReused({ contentHash, receivedAt: openedAt }, batch.contentHash)
    },

    /** The batch, if its post lies in the scope: absent and out of scope look the same. */
    async findBatch(batchId: string, scope: Scope): Promise<Batch | undefined> {
      const batch = await findStored(database, table, registryKeys.batch(batchId), storedBatch)
      return batch && covers(scope, batch.post) ? batch : undefined
    },

    /** The latest batches of a post, newest first; a batch of this very moment may still be missing. */
    async latest(post: string, scope: Scope): Promise<Batch[] | undefined> {
      if (!covers(scope, post)) return undefined
      const items = await latestLookedUp(database, table, lookupKeys.postBatches(post), latestBatches)
      const keys = items.map(item => ({ pk: item['pk']?.S ?? '', sk: item['sk']?.S ?? '' }))
      const batches = (await getAll(database, table, keys)).map(item => readStored(storedBatch, item))
      return batches.sort((a, b) => b.openedAt.localeCompare(a.openedAt))
    },

    /** Everybody of the batch who has an outcome, registered or not. A batch in hand was found in scope. */
    async counted({ batchId }: Batch): Promise<Counted[]> {
      const { pk } = registryKeys.batch(batchId)
      return (await queryAll(database, table, { pk, prefix: countedPrefix })).map(item =>
        readStored(storedCounted, item),
      )
    },

    /** Keeps the count and shows it as the batch's own: the latest one counts, in the order of the server. */
    async countHeads(
      { heads, instead, ...command }: BatchCommand & { heads: Heads; instead: Heads | null | undefined },
      audit: TransactWriteItem,
    ): Promise<Stored | 'identifier-reused' | 'batch-closed' | 'revision-stale'> {
      const open = whileStateAllows(batchTransitions, 'countHeads')
      const key = registryKeys.headCount(command.batchId, command.commandId)
      const outcome = await transact(database, [
        { guard: 'count', write: putNew(table, key, { ...command, heads, schemaVersion: 1 }) },
        {
          guard: 'batch',
          write: change(table, registryKeys.batch(command.batchId), {
            set: { heads, state: batchTransitions.countHeads.to },
            when: `${open.when}${whileHeadsAre(instead)}`,
            values: { ...open.values, ...(instead ? { instead } : {}) },
          }),
        },
        { guard: 'audit', write: audit },
      ])
      if (outcome.committed) return { receivedAt: command.receivedAt }
      const earlier = outcome.failed.find(({ guard }) => guard === 'count')?.old
      if (earlier) return sameOrReused(readStored(storedBatchReceipt, earlier), command.contentHash)
      const batch = outcome.failed.find(({ guard }) => guard === 'batch')?.old
      const isOpen =
        batch && statesThatAllow(batchTransitions, 'countHeads').includes(readStored(storedBatch, batch).state)
      return isOpen ? 'revision-stale' : 'batch-closed'
    },

    /** When heads were counted, by the devices' clocks; none where nobody counted. */
    async countedAt({ batchId }: Batch): Promise<string[]> {
      const { pk } = registryKeys.batch(batchId)
      const counts = await queryAll(database, table, { pk, prefix: headsPrefix })
      return counts.map(item => readStored(storedHeadCount, item).deviceTime)
    },

    /** The tasks of these ids that were raised, and what tried again for them. */
    tasksAndLaterAttempts: (ids: readonly string[]) => tasksAndLaterAttempts(database, table, ids),

    /** Keeps the tally and shows it as the batch's own: the latest one counts, in the order of the server. */
    async tallyNeeds(
      { needs, ...command }: BatchCommand & { needs: Needs },
      audit: TransactWriteItem,
    ): Promise<Stored | 'identifier-reused' | 'batch-closed'> {
      const { batchId, commandId } = command
      const outcome = await transact(database, [
        {
          guard: 'tally',
          write: putNew(table, registryKeys.tally(batchId, commandId), { ...command, needs, schemaVersion: 1 }),
        },
        {
          guard: 'batch',
          write: change(table, registryKeys.batch(batchId), {
            set: { needs },
            ...whileStateAllows(batchTransitions, 'tallyNeeds'),
          }),
        },
        { guard: 'audit', write: audit },
      ])
      if (outcome.committed) return { receivedAt: command.receivedAt }
      const earlier = outcome.failed.find(({ guard }) => guard === 'tally')?.old
      return earlier ? sameOrReused(readStored(storedBatchReceipt, earlier), command.contentHash) : 'batch-closed'
    },

    /** Takes the counted slot of the row, or of the outcome's own id: whoever comes second to a row is refused. */
    async recordOutcome(
      { outcome: said, row, reason, ...command }: SaidOutcome,
      audit: TransactWriteItem,
    ): Promise<Stored | 'identifier-reused' | 'row-already-taken' | 'batch-closed'> {
      const { batchId, commandId: outcomeId } = command
      const slot = countedSlot({ row, id: outcomeId })
      const item = { ...command, outcomeId, outcome: said, row, reason, schemaVersion: 1 }
      const outcome = await transact(database, [
        {
          guard: 'outcome',
          write: putNew(table, registryKeys.outcome(batchId, outcomeId), { ...command, slot, schemaVersion: 1 }),
        },
        { guard: 'slot', write: putNew(table, registryKeys.counted(batchId, slot), item) },
        { guard: 'batch', write: whileOpen(table, batchId, 'recordOutcome') },
        { guard: 'audit', write: audit },
      ])
      if (outcome.committed) return { receivedAt: command.receivedAt }
      const earlier = outcome.failed.find(({ guard }) => guard === 'outcome')?.old
      if (earlier) return sameOrReused(readStored(storedBatchReceipt, earlier), command.contentHash)
      return outcome.failed.some(({ guard }) => guard === 'slot') ? 'row-already-taken' : 'batch-closed'
    },

    /** Closes the batch as it was seen; `moved-on` where somebody changed it since. */
    async close(
      { seen, action, closing, task }: BatchClosing,
      audit: TransactWriteItem,
    ): Promise<'closed' | 'moved-on'> {
      const { when, values } = whileStateAllows(batchTransitions, action)
      const write = change(table, registryKeys.batch(seen.batchId), {
        set: { state: batchTransitions[action].to, closing },
        when: `${when} AND #revision = :seen`,
        values: { ...values, seen: seen.revision },
      })
      const writes: GuardedWrite<'batch' | 'task' | 'audit'>[] = [
        { guard: 'batch', write },
        ...(task ? [{ guard: 'task' as const, write: raiseTask(table, task) }] : []),
        { guard: 'audit', write: audit },
      ]
      const outcome = await transact(database, writes)
      return outcome.committed ? 'closed' : 'moved-on'
    },
  }
}
export type BatchStore = ReturnType<typeof batchStore>
