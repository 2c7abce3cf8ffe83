/**
 * The writes that move a task. Each repeats the transition table's check as its own condition, so that of two officers
 * one wins, and moves the task to the queue of its new state (design.md 6).
 */
import { registryKeys, workQueue } from '../platform/tables.ts'
import {
  type Change,
  type Condition,
  change,
  type GuardedWrite,
  putNew,
  type TransactWriteItem,
} from '../platform/transaction.ts'
import { whileStateAllows } from '../platform/transitions.ts'
import { type Attempt, deskOf, type NewTask, raiseTask, type Task } from './task-record.ts'
import { type TaskAction, taskTransitions } from './task-transitions.ts'
import type { TaskEnding } from './task-words.ts'

/** What finds a task and its queue. */
export type TaskAddress = Pick<Task, 'taskId' | 'place' | 'roles'>

export const startsFrom = (action: TaskAction): Condition => whileStateAllows(taskTransitions, action)

/** True for a stored task as long as this officer's claim has not lapsed: a lapse is a condition on time, never absence. */
const heldBy = (action: TaskAction, officerId: string, at: string): Condition => {
  const { when, values } = startsFrom(action)
  return {
    when: `${when} AND #claimedBy = :officer AND #lapsesAt > :at`,
    values: { ...values, officer: officerId, at },
  }
}

export const queueOf = (task: TaskAddress, state: Task['state']) => workQueue(task.place, deskOf(task), state)
export const ofClaim = ['claimId', 'claimedBy', 'claimDeviceTime', 'claimedAt', 'lapsesAt'] as const
export const moved = (table: string, { taskId }: TaskAddress, write: Change): TransactWriteItem =>
  change(table, registryKeys.task(taskId), write)

export interface Claim {
  readonly task: TaskAddress
  readonly claimId: string
  readonly officerId: string
  readonly claimDeviceTime: string
  readonly claimedAt: string
  readonly lapsesAt: string
  /** The revision the officer saw: a claim sent twice never takes what was given back in between. */
  readonly seenRevision: number
}

/** Claims an open task, or one whose claim has lapsed. */
export function claimed(table: string, { task, officerId, seenRevision, ...claim }: Claim): TransactWriteItem {
  const { when, values } = startsFrom('claim')
  return moved(table, task, {
    set: { state: 'CLAIMED', ...claim, claimedBy: officerId, workQueue: queueOf(task, 'CLAIMED') },
    when: `#revision = :seen AND (${when} OR (#state = :claimed AND #lapsesAt <= :at))`,
    values: { ...values, seen: seenRevision, claimed: 'CLAIMED', at: claim.claimedAt },
  })
}

export interface Release {
  readonly task: TaskAddress
  readonly releaseId: string
  readonly officerId: string
  readonly reason: string
  readonly deviceTime: string
  readonly releasedAt: string
  readonly contentHash: string
}

export const givenBack = (table: string, { task, officerId, releasedAt }: Release): TransactWriteItem =>
  moved(table, task, {
    set: { state: 'OPEN', workQueue: queueOf(task, 'OPEN') },
    remove: ofClaim,
    ...heldBy('release', officerId, releasedAt),
  })

/** Why it was given back; its key makes the command the only one of its id. */
export const reasonKept = (table: string, { task, ...release }: Release): TransactWriteItem =>
  putNew(table, registryKeys.taskRelease(task.taskId, release.releaseId), {
    schemaVersion: 1,
    taskId: task.taskId,
    ...release,
  })

export interface Completion {
  readonly task: TaskAddress
  readonly completionId: string
  readonly officerId: string
  readonly outcome: TaskEnding
  /** Where the person was not reached: all tries, this one the last. */
  readonly attempts?: readonly Attempt[] | undefined
  /** What tries again. It is made of the task as it was read, so that it holds to the revision read then. */
  readonly next?: { readonly task: NewTask; readonly seenRevision: number } | undefined
  readonly note?: string | undefined
  readonly deviceTime: string
  readonly finishedAt: string
  readonly contentHash: string
}

/** Finishes a task its claimant holds; it leaves every queue. */
export function finished(table: string, { task, officerId, next, ...completion }: Completion): TransactWriteItem {
  const { when, values } = heldBy('complete', officerId, completion.finishedAt)
  return moved(table, task, {
    set: {
      state: 'DONE',
      outcome: completion.outcome,
      attempts: completion.attempts,
      nextTaskId: next?.task.taskId,
      completionId: completion.completionId,
      completionHash: completion.contentHash,
      completionNote: completion.note,
      completionDeviceTime: completion.deviceTime,
      finishedAt: completion.finishedAt,
    },
    remove: ['workQueue', 'workOrder'],
    ...(next
      ? { when: `${when} AND #revision = :seen`, values: { ...values, seen: next.seenRevision } }
      : { when, values }),
  })
}

/** Finishes a task and raises what tries again, where something does. */
export const completionWrites = (table: string, completion: Completion): GuardedWrite<'task' | 'next'>[] => [
  { guard: 'task', write: finished(table, completion) },
  ...(completion.next ? [{ guard: 'next' as const, write: raiseTask(table, completion.next.task) }] : []),
]

/** Whether a completion failed only because the task was escalated, moved or kept from somebody since it was read. */
export const movedMeanwhile = (
  { state, claimedBy, lapsesAt = '' }: Task,
  { officerId, finishedAt, next }: Completion,
): boolean => next !== undefined && state === 'CLAIMED' && claimedBy === officerId && lapsesAt > finishedAt

/** Opens a task again whose claim lapsed before `at`. */
export const lapsed = (table: string, task: TaskAddress, at: string): TransactWriteItem => {
  const { when, values } = startsFrom('lapse')
  return moved(table, task, {
    set: { state: 'OPEN', workQueue: queueOf(task, 'OPEN') },
    remove: ofClaim,
    when: `${when} AND #lapsesAt <= :at`,
    values: { ...values, at },
  })
}

/** Raises a task's level by one, seen at a revision, and lets the next on the roster see it. */
export function escalated(
  table: string,
  task: TaskAddress & Pick<Task, 'revision'>,
  next: { readonly level: number; readonly roles: readonly string[] },
): TransactWriteItem {
  const { when, values } = startsFrom('escalate')
  return moved(table, task, {
    set: { escalation: next.level, roles: next.roles },
    when: `${when} AND #revision = :seen`,
    values: { ...values, seen: task.revision },
  })
}
