/** The queues of the work index: one place, one desk, one state, ordered by due date. */
import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { readStored, type Stored, storedShape, toStored } from '../platform/stored.ts'
import { indexes, taskOfWorkOrder, workQueue } from '../platform/tables.ts'
import { taskFamilies } from './task-words.ts'

/** What the index carries of a task; village, type and name are not in it. */
const storedQueuedTask = storedShape(1, () =>
  z.object({
    workOrder: z.string(),
    displayNumber: z.optional(z.string()),
    council: z.optional(z.string()),
    family: z.enum(taskFamilies),
    dueAt: z.string(),
    state: z.enum(['OPEN', 'CLAIMED']),
    claimedBy: z.optional(z.string()),
    lapsesAt: z.optional(z.string()),
    roles: z.array(z.string()),
    excluded: z.optional(z.array(z.string())),
    escalation: z.optional(z.int()),
    revision: z.int(),
  }),
)

export interface QueuedTask extends Stored<typeof storedQueuedTask> {
  readonly taskId: string
  readonly place: string
}

export interface Queue {
  readonly place: string
  readonly desk: string
  readonly state: 'OPEN' | 'CLAIMED'
  /** UTC instant: only tasks due before it. */
  readonly dueBefore?: string | undefined
}

/** A queue's tasks, the one due first before the others, page by page as they are asked for. */
export async function* readQueue(
  database: DynamoDBClient,
  table: string,
  { place, desk, state, dueBefore }: Queue,
): AsyncGenerator<QueuedTask> {
  const [work] = indexes.registry
  const pages = paginateQuery(
    { client: database, pageSize: 250 },
    {
      TableName: table,
      IndexName: work.name,
      KeyConditionExpression: dueBefore === undefined ? '#queue = :queue' : '#queue = :queue AND #order < :before',
      ExpressionAttributeNames: {
        '#queue': work.partitionKey,
        ...(dueBefore === undefined ? {} : { '#order': work.sortKey }),
      },
      ExpressionAttributeValues: toStored({ ':queue': workQueue(place, desk, state), ':before': dueBefore }),
    },
  )
  for await (const page of pages)
    for (const item of page.Items ?? []) {
      const task = readStored(storedQueuedTask, item)
      yield { ...task, place, taskId: taskOfWorkOrder(task.workOrder) }
    }
}
