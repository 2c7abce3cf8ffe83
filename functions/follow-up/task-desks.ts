/** In which queues a role finds its tasks, and what finishes which kind. Pure: no clock, no network, no AWS. */

import { dutyRoster } from './duty-roster.ts'
import { findTaskType, taskTypeNames, taskTypes } from './task-types.ts'
import { type TaskOutcome, taskOutcomes } from './task-words.ts'

/** The desks whose queue may hold a task for one of these roles: by its type, or after it was escalated. */
export function desksFor(roles: readonly string[]): readonly string[] {
  const desks = new Set(roles)
  for (const name of taskTypeNames) {
    const { zone, roles: named } = taskTypes[name]
    if (zone === 'district' && named.some(role => roles.includes(role))) desks.add(named[0])
  }
  for (const [desk, called] of Object.entries(dutyRoster))
    if (called.some(role => roles.includes(role))) desks.add(desk)
  return [...desks].sort()
}

/** Every desk that has a queue in the registry. */
export const allDesks: readonly string[] = [
  ...new Set(taskTypeNames.flatMap(name => (taskTypes[name].zone === 'district' ? [taskTypes[name].roles[0]] : []))),
].sort()

const ofPlan = new Set(['PLAN_MADE', 'PLAN_STARTED', 'BUSINESS_STARTED'])

/** The one request that finishes a kind of task: some are done only with a plan, a visit or the person's answers on record. */
export function finishedWith(type: string): 'PLAN' | 'VISIT' | 'CONSENTS' | 'COMPLETION' {
  if (type === 'PLAN_DRAFT') return 'PLAN'
  if (type === 'CONSENT_AGAIN') return 'CONSENTS'
  return ofPlan.has(findTaskType(type)?.trigger ?? '') ? 'VISIT' : 'COMPLETION'
}

/** A plan that will not be made ends its task too: the returnee declined it, say, or was not found. */
const endsWithoutPlan: readonly TaskOutcome[] = [
  'DECLINED',
  'NOT_REACHED',
  'NOT_APPLICABLE',
  'ALREADY_RECEIVED',
  'UNAVAILABLE',
]

/** Who could not be found cannot be asked what they agree to; nothing else ends that question without an answer. */
const endsUnasked: readonly TaskOutcome[] = ['NOT_REACHED']

/** The outcomes with which a kind of task can be finished by saying so; none where only a visit finishes it. */
export function outcomesOf(type: string): readonly TaskOutcome[] {
  const way = finishedWith(type)
  if (way === 'VISIT') return []
  if (way === 'CONSENTS') return endsUnasked
  return way === 'PLAN' ? endsWithoutPlan : taskOutcomes
}
