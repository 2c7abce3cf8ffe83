import { taskId } from '../follow-up/task-id.ts'
import { endpoint } from '../platform/endpoint.ts'
import { notFound, ok } from '../platform/reply.ts'
import type { BatchStore } from './batch-store.ts'
import { arrivalsRoutes } from './contract.ts'

/**
 * How many of an arrival are known to be home, of those whose district may ask: two counts, and nothing of whom. The
 * task is the one raised with a seat home (domain.md 5.3); `PROVIDED` is its way of saying that they came home.
 */
export const readHome = (batches: BatchStore) =>
  endpoint(arrivalsRoutes.readHome, async ({ params: { batchId }, scope }) => {
    const batch = await batches.findBatch(batchId, scope)
    if (!batch) return notFound()
    const counted = await batches.counted(batch)
    const ids = counted.flatMap(({ returnEventId }) =>
      returnEventId === undefined ? [] : [taskId(returnEventId, 'ARRIVED_HOME', 1)],
    )
    // Whoever was not reached is asked for anew: the last attempt of each counts, so that nobody counts twice.
    const tasks = (await batches.tasksAndLaterAttempts(ids)).filter(
      ({ nextTaskId, outcome }) => nextTaskId === undefined && outcome !== 'BASIS_ENDED',
    )
    return ok({ asked: tasks.length, home: tasks.filter(({ outcome }) => outcome === 'PROVIDED').length })
  })
