/**
 * What happened to a task, told in words that name nobody (design.md 3): a notice on a shared phone must not say who,
 * what number, which village or what kind of need. Pure: no clock, no network, no AWS.
 */
import type { Task } from '../follow-up/task-record.ts'

/** The detail types on the bus. The stack's rules match these and `detail.place`. */
export const taskEventNames = ['task.raised', 'task.claimed', 'task.released', 'task.finished', 'task.overdue'] as const
export type TaskEventName = (typeof taskEventNames)[number]

/** Everything an event carries; nothing is added without asking what it tells about a person. */
export interface TaskEventDetail {
  /** A district or post code. */
  readonly place: string
  /** VISIT, CALL, OFFICE or TRANSPORT. */
  readonly family: Task['family']
  readonly dueAt: string
  /** The same at every delivery: a consumer that has seen it does nothing. */
  readonly eventId: string
}

export interface TaskEvent {
  readonly name: TaskEventName
  readonly detail: TaskEventDetail
}

/** The one thing a change of a task says, or nothing: a claim handed on after it lapsed is a claim again. */
export function nameOfChange(before: Task | undefined, after: Task): TaskEventName | undefined {
  if (before === undefined || (before.state === 'DONE' && after.state === 'OPEN')) return 'task.raised'
  if (after.state === 'DONE') return before.state === 'DONE' ? undefined : 'task.finished'
  // Of another district now: there it is new, and where it was nobody is told.
  if (after.place !== before.place) return 'task.raised'
  if (after.state === 'CLAIMED' && after.claimId !== before.claimId) return 'task.claimed'
  if (after.state === 'OPEN' && before.state === 'CLAIMED') return 'task.released'
  return (after.escalation ?? 0) > (before.escalation ?? 0) ? 'task.overdue' : undefined
}

/** The event of a change; undefined where the change says nothing to others. */
export function taskEvent(before: Task | undefined, after: Task, eventId: string): TaskEvent | undefined {
  const name = nameOfChange(before, after)
  return name && { name, detail: { place: after.place, family: after.family, dueAt: after.dueAt, eventId } }
}
