/**
 * When a claim lapses (domain.md 5.2): after a quarter of the time the task allows, at least one hour and at most five
 * working days. Where the time allowed is in hours the clock runs at night and at week-ends; else it runs on working
 * days. Pure.
 */
import { findTaskType } from './task-types.ts'
import { addWorkingTime, dayMilliseconds } from './working-days.ts'

const hourMilliseconds = dayMilliseconds / 24
const longestWorkingDays = 5

export type ClaimedTask = {
  readonly type: string
  /** UTC instants. */
  readonly raisedAt: string
  readonly dueAt: string
  readonly claimedAt: string
}

/** UTC instant. A task raised late, even past its due time, leaves its claimant an hour. */
export function claimLapsesAt(task: ClaimedTask): string {
  const allowed = new Date(task.dueAt).getTime() - new Date(task.raisedAt).getTime()
  const held = Math.max(allowed / 4, hourMilliseconds)
  const claimedAt = new Date(task.claimedAt)
  const longest = addWorkingTime(claimedAt, longestWorkingDays * dayMilliseconds)
  const inHours = findTaskType(task.type)?.dues.some(due => 'hours' in due) === true
  const lapses = inHours ? new Date(claimedAt.getTime() + held) : addWorkingTime(claimedAt, held)
  return new Date(Math.min(lapses.getTime(), longest.getTime())).toISOString()
}
