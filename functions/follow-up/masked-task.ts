/** What a list shows of a task before it is claimed (domain.md 5.2). Pure: no clock, no network, no AWS. */
import type { MaskedTask } from './contract.ts'
import type { Task } from './task-record.ts'

type Masked = Pick<
  Task,
  'taskId' | 'displayNumber' | 'council' | 'family' | 'dueAt' | 'state' | 'claimedBy' | 'lapsesAt' | 'revision'
>

/** Whether this officer holds the task: a lapsed claim holds nothing, whether or not anybody has swept it up. */
export const isHeldBy = (
  task: Pick<Task, 'state' | 'claimedBy' | 'lapsesAt'>,
  officerId: string,
  at: string,
): boolean =>
  task.state === 'CLAIMED' && task.claimedBy === officerId && task.lapsesAt !== undefined && task.lapsesAt > at

/** Chooses what is shown field by field, so that a field added to the record stays hidden. `at` is a UTC instant. */
export function maskTask(task: Masked, officerId: string, at: string): MaskedTask {
  const { taskId, displayNumber, council, family, dueAt, state, lapsesAt, revision } = task
  return {
    taskId,
    ...(displayNumber === undefined ? {} : { displayNumber }),
    ...(council === undefined ? {} : { council }),
    family,
    dueAt,
    state,
    overdue: state !== 'DONE' && dueAt < at,
    mine: isHeldBy(task, officerId, at),
    ...(state !== 'CLAIMED' || lapsesAt === undefined ? {} : { lapsesAt }),
    revision,
  }
}
