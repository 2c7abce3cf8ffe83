/** The reads and writes of the sweep: queues by the work index, never a Scan. */
import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { type Queue, type QueuedTask, readQueue } from '../follow-up/task-queue-store.ts'
import { escalated, lapsed } from '../follow-up/task-writes.ts'
import { transact } from '../platform/transaction.ts'
import type { Escalation } from './escalation-steps.ts'

export const sweepStore = (database: DynamoDBClient, table: string) => {
  /** False where somebody moved the task first: its next sweep sees it as it then is. */
  const commit = async (write: TransactWriteItem, audit: TransactWriteItem): Promise<boolean> => {
    const outcome = await transact(database, [
      { guard: 'task', write },
      { guard: 'audit', write: audit },
    ])
    return outcome.committed
  }
  return {
    queue: (queue: Queue): AsyncIterable<QueuedTask> => readQueue(database, table, queue),
    lapse: (task: QueuedTask, at: string, audit: TransactWriteItem) => commit(lapsed(table, task, at), audit),
    escalate: (task: QueuedTask, next: Escalation, audit: TransactWriteItem) =>
      commit(escalated(table, task, next), audit),
  }
}
export type SweepStore = ReturnType<typeof sweepStore>
