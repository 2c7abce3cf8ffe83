/**
 * What follows a call or visit that did not reach the person (domain.md 2.10, 5.4): another attempt, until contact counts
 * as lost or the person refused it. Pure: no clock, no network, no AWS.
 */
import { taskId } from './task-id.ts'
import type { Attempt, NewTask, Task } from './task-record.ts'
import { dueAtOf } from './task-triggers.ts'
import { isTaskTypeName, type TaskType, taskTypes } from './task-types.ts'
import { dayMilliseconds } from './working-days.ts'

export type AfterAttempt =
  | {
      readonly rule: 'TRY_AGAIN'
      readonly outcome: 'NOT_REACHED'
      readonly attempts: Attempt[]
      readonly next: NewTask
    }
  | { readonly rule: 'REFUSED'; readonly outcome: 'DECLINED'; readonly attempts: Attempt[] }
  | { readonly rule: 'CONTACT_LOST'; readonly outcome: 'LOST_CONTACT'; readonly attempts: Attempt[] }
  /** Reception's own work is about no call on anybody: it ends as it was said to. */
  | { readonly rule: 'OWN_WORK'; readonly outcome: 'NOT_REACHED'; readonly attempts: Attempt[] }

/** When contact counts as lost (domain.md 5.4, PROPOSAL). */
const lost = { attempts: 3, channels: 2, days: 60 } as const
const longestWaitMilliseconds = 30 * dayMilliseconds

/**
 * Whoever answered, and could not speak freely, is not lost: the count begins anew after it. An attempt that says
 * nothing of its channel counts for none.
 */
function isContactLost(attempts: readonly Attempt[]): boolean {
  const counted = attempts.slice(attempts.findLastIndex(({ code }) => code === 'NOT_SAFE_TO_TALK') + 1)
  const [first, last] = [counted[0], counted.at(-1)]
  if (first === undefined || last === undefined || counted.length < lost.attempts) return false
  const channels = new Set(counted.flatMap(({ channel }) => channel ?? []))
  return channels.size >= lost.channels && Date.parse(last.at) - Date.parse(first.at) >= lost.days * dayMilliseconds
}

/** As long as the kind of task allows at first, then twice as long each time, thirty days at most. */
function dueAfter({ dues: [first] }: TaskType, attempts: number, at: string): string {
  // What is due with another task has no length of its own.
  const allowed = Date.parse(dueAtOf(first, at)) - Date.parse(at) || dayMilliseconds
  return new Date(Date.parse(at) + Math.min(allowed * 2 ** (attempts - 1), longestWaitMilliseconds)).toISOString()
}

/**
 * The next attempt is the same task once more: same desk, ground and plan, the tries so far with it. Its occurrence is
 * further by as many as the type has due times, so that no two of them meet.
 */
export function afterAttempt(task: Task, attempt: Attempt): AfterAttempt {
  const attempts = [...(task.attempts ?? []), attempt]
  if (attempt.code === 'REFUSED') return { rule: 'REFUSED', outcome: 'DECLINED', attempts }
  const { type, returnEventId } = task
  if (task.basis === 'STAYS' || returnEventId === undefined || !isTaskTypeName(type))
    return { rule: 'OWN_WORK', outcome: 'NOT_REACHED', attempts }
  if (isContactLost(attempts)) return { rule: 'CONTACT_LOST', outcome: 'LOST_CONTACT', attempts }
  const occurrence = task.occurrence + taskTypes[type].dues.length
  const { place, roles, family, basis, displayNumber, council, personId, planId, excluded, note } = task
  return {
    rule: 'TRY_AGAIN',
    outcome: 'NOT_REACHED',
    attempts,
    next: {
      taskId: taskId(returnEventId, type, occurrence),
      ...{ type, occurrence, place, roles, family, basis },
      raisedAt: attempt.at,
      dueAt: dueAfter(taskTypes[type], attempts.length, attempt.at),
      ...{ displayNumber, council, returnEventId, personId, planId, excluded, note, attempts },
    },
  }
}

/** The part of a completion that an attempt decides. `task`: as it was read. */
export function endedUnreached(task: Task, attempt: Attempt) {
  const after = afterAttempt(task, attempt)
  return {
    outcome: after.outcome,
    attempts: after.attempts,
    next: after.rule === 'TRY_AGAIN' ? { task: after.next, seenRevision: task.revision } : undefined,
  }
}
