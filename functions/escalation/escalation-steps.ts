/**
 * When an unfinished task is escalated, and to whom. PROPOSAL: domain.md 5.2 names a duty roster and no times.
 * Pure: no clock, no network, no AWS.
 */
import { rosterOf } from '../follow-up/duty-roster.ts'

const hour = 60 * 60 * 1000

/** How long after its due time a task reaches level 1, 2 and 3. */
export const escalationSteps = [
  { level: 1, afterDueMilliseconds: 0 },
  { level: 2, afterDueMilliseconds: 24 * hour },
  { level: 3, afterDueMilliseconds: 72 * hour },
] as const

export interface Escalating {
  readonly dueAt: string
  readonly roles: readonly string[]
  readonly escalation?: number | undefined
}

export interface Escalation {
  readonly level: number
  /** The roles that may see, claim and finish it from then on; the first stays the desk in whose queue it stands. */
  readonly roles: readonly string[]
}

/**
 * The next level that is due at an instant; undefined while none is. One level at a time, so that a sweep that comes late
 * calls everybody on the roster, one after the other.
 */
export function nextEscalation({ dueAt, roles, escalation = 0 }: Escalating, at: Date): Escalation | undefined {
  const step = escalationSteps.find(({ level }) => level === escalation + 1)
  if (!step || Date.parse(dueAt) + step.afterDueMilliseconds > at.getTime()) return undefined
  const called = rosterOf(roles[0] ?? '')[step.level - 1]
  return { level: step.level, roles: called === undefined || roles.includes(called) ? roles : [...roles, called] }
}
