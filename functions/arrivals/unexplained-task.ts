/** What a batch that was closed with a difference leaves to the next shift's supervisor (domain.md 1.1). */
import { taskId } from '../follow-up/task-id.ts'
import type { NewTask } from '../follow-up/task-record.ts'
import { dueAtOf } from '../follow-up/task-triggers.ts'
import { taskTypes } from '../follow-up/task-types.ts'

const type = 'UNEXPLAINED_COUNT'

export interface ClosedUnexplained {
  readonly batchId: string
  readonly post: string
  /** UTC instant. */
  readonly closedAt: string
  /** The supervisor's own words. */
  readonly reason: string | undefined
}

/** Its place is the post, so it stands in no district's list. */
export function unexplainedTask({ batchId, post, closedAt, reason }: ClosedUnexplained): NewTask {
  const { roles, family, basis, dues } = taskTypes[type]
  return {
    taskId: taskId(batchId, type, 1),
    type,
    occurrence: 1,
    place: post,
    roles: [...roles],
    family,
    basis,
    raisedAt: closedAt,
    dueAt: dueAtOf(dues[0], closedAt),
    batchId,
    note: reason,
  }
}
