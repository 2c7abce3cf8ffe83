/**
 * What a person's own words change in tasks that stand: what they agree to, and whom they rule out (domain.md 2.7).
 * Each write is held to the task as it was read, so that a claim or a completion in between is never written over.
 */
import { workOrder } from '../platform/tables.ts'
import type { TransactWriteItem } from '../platform/transaction.ts'
import type { Task } from './task-record.ts'
import type { TaskAction } from './task-transitions.ts'
import { moved, ofClaim, queueOf, startsFrom } from './task-writes.ts'

const asRead = (task: Task, action: TaskAction) => {
  const { when, values } = startsFrom(action)
  return { when: `${when} AND #revision = :seen`, values: { ...values, seen: task.revision } }
}

/** Which command found it so, and when (UTC instant). */
export interface BasisEnd {
  readonly commandId: string
  readonly at: string
}

interface Ending {
  readonly action: 'lose-basis' | 'end-with-plan' | 'arrive'
  readonly outcome: NonNullable<Task['outcome']>
}

const ended = (table: string, task: Task, as: Ending, by: BasisEnd): TransactWriteItem =>
  moved(table, task, {
    set: { state: 'DONE', outcome: as.outcome, completionId: by.commandId, finishedAt: by.at },
    remove: ['workQueue', 'workOrder'],
    ...asRead(task, as.action),
  })

/** Ends a task whose ground is gone, held or not: it leaves every queue, and says nothing of why. */
export const basisEnded = (table: string, task: Task, by: BasisEnd): TransactWriteItem =>
  ended(table, task, { action: 'lose-basis', outcome: 'BASIS_ENDED' }, by)

/** Ends what a stopped plan had asked for and nobody has done. */
export const planStopped = (table: string, task: Task, by: BasisEnd): TransactWriteItem =>
  ended(table, task, { action: 'end-with-plan', outcome: 'NOT_APPLICABLE' }, by)

/** Answers what asked whether somebody is home, where nobody has taken it yet: their trip has set them down at their stop. */
export const arrivedHome = (table: string, task: Task, by: BasisEnd): TransactWriteItem =>
  ended(table, task, { action: 'arrive', outcome: 'PROVIDED' }, by)

/** Times of a task that is there again, UTC instants, where, and whom to keep from it. */
export type Reopening = Pick<Task, 'raisedAt' | 'dueAt' | 'place' | 'council' | 'excluded'>

/** Brings back a task that ended for want of a ground; one that ended in any other way stays as it is. */
export function basisRegained(
  table: string,
  task: Task,
  { raisedAt, dueAt, place, council, excluded }: Reopening,
): TransactWriteItem {
  const { when, values } = asRead(task, 'regain-basis')
  return moved(table, task, {
    set: {
      state: 'OPEN',
      raisedAt,
      dueAt,
      place,
      council,
      excluded,
      workQueue: queueOf({ ...task, place }, 'OPEN'),
      workOrder: workOrder(dueAt, task.taskId),
    },
    remove: [...ofClaim, 'outcome', 'completionId', 'finishedAt', 'escalation', ...unnamed(council)],
    when: `${when} AND #outcome = :ended`,
    values: { ...values, ended: 'BASIS_ENDED' },
  })
}

/** Where a task goes, when it is due there (a UTC instant), and whom to keep from it. */
export type Transfer = Pick<Task, 'place' | 'council' | 'dueAt' | 'excluded'>

const unnamed = (council: string | undefined) => (council === undefined ? ['council'] : [])

/**
 * Moves an unfinished task to the district the person turned out to live in. A claim does not go along: its holder is of
 * a district that has nothing to do with the person any more, and the claim's times were counted there.
 */
export const movedTo = (table: string, task: Task, { place, council, dueAt, excluded }: Transfer): TransactWriteItem =>
  moved(table, task, {
    set: {
      state: 'OPEN',
      place,
      council,
      dueAt,
      excluded,
      workQueue: queueOf({ ...task, place }, 'OPEN'),
      workOrder: workOrder(dueAt, task.taskId),
    },
    remove: [...ofClaim, ...unnamed(council)],
    ...asRead(task, 'move'),
  })

/** Keeps a task from whom the person ruled out; `givesBack` opens it to others where its holder may be one of them. */
export const keptFrom = (
  table: string,
  task: Task,
  { excluded, givesBack }: { readonly excluded: readonly string[]; readonly givesBack: boolean },
): TransactWriteItem =>
  moved(table, task, {
    set: givesBack ? { excluded, state: 'OPEN', workQueue: queueOf(task, 'OPEN') } : { excluded },
    remove: givesBack ? ofClaim : [],
    // Any unfinished task may be kept from somebody, as any may be escalated.
    ...asRead(task, givesBack ? 'release' : 'escalate'),
  })
