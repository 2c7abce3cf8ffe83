/** Reads tasks with what tries again for them: each occurrence that did not reach the person names the next. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { getAll } from '../platform/reads.ts'
import { readStored } from '../platform/stored.ts'
import { registryKeys } from '../platform/tables.ts'
import { storedTask, type Task } from './task-record.ts'

/** Those of the ids that were raised, and all later attempts of theirs: a read more for each attempt of the longest chain. */
export async function tasksAndLaterAttempts(
  database: DynamoDBClient,
  table: string,
  taskIds: readonly string[],
): Promise<Task[]> {
  const found = new Map<string, Task>()
  for (let wanted = taskIds; wanted.length > 0; ) {
    const items = await getAll(database, table, wanted.map(registryKeys.task))
    const tasks = items.map(item => readStored(storedTask, item))
    for (const task of tasks) found.set(task.taskId, task)
    wanted = tasks.flatMap(({ nextTaskId }) => (nextTaskId === undefined || found.has(nextTaskId) ? [] : [nextTaskId]))
  }
  return [...found.values()]
}
