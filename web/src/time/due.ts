/** How near a due time is. Pure: the page passes its clock in. */

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export interface Due {
  /** A UTC instant. */
  readonly dueAt: string
  /** The server's word: a device's clock may be wrong. */
  readonly overdue: boolean
}

export interface TimeLeft {
  readonly isOver: boolean
  readonly unit: 'minutes' | 'hours' | 'days'
  /** Whole units, 0 in the last minute. */
  readonly count: number
}

/**
 * Where the device's clock says otherwise than the server, the count is 0 and not less. Hours up to two days, so that
 * "1 day" never hides an evening.
 */
export function timeLeft({ dueAt, overdue }: Due, now: Date): TimeLeft {
  const until = new Date(dueAt).getTime() - now.getTime()
  const distance = Math.max(0, overdue ? -until : until)
  const isOver = overdue
  if (distance < hour) return { isOver, unit: 'minutes', count: Math.floor(distance / minute) }
  if (distance < 2 * day) return { isOver, unit: 'hours', count: Math.floor(distance / hour) }
  return { isOver, unit: 'days', count: Math.floor(distance / day) }
}

export const dueGroups = ['over', 'soon', 'later'] as const
export type DueGroup = (typeof dueGroups)[number]

/** `soon`: within a day. */
export function dueGroup(task: Due, now: Date): DueGroup {
  if (task.overdue) return 'over'
  return new Date(task.dueAt).getTime() - now.getTime() < day ? 'soon' : 'later'
}
