/** The tasks a plan raises when it is made and when it starts (domain.md 5.3). Pure: no clock, no network, no AWS. */
import { consentsGiven } from '../follow-up/consents-given.ts'
import { taskId } from '../follow-up/task-id.ts'
import type { NewTask } from '../follow-up/task-record.ts'
import { tasksForPlanMade, tasksForPlanStarted } from '../follow-up/task-triggers.ts'
import { maseruDate } from '../platform/clock.ts'
import { isMinor } from '../registration/age.ts'
import type { Person } from '../registration/person-record.ts'
import { businessTypes } from './livelihood.ts'
import type { Plan } from './plan-record.ts'

/** What the tasks take over of their plan. */
export type PlanOfTasks = Pick<
  Plan,
  'planId' | 'returnEventId' | 'personId' | 'district' | 'assistance' | 'displayNumber' | 'council' | 'excluded'
>

/**
 * Without a person's record, or without their consent to share with the district, none is raised: a task leaves only on
 * a named basis (domain.md 2.7).
 */
export function planTasks(
  occasion: 'MADE' | 'STARTED',
  plan: PlanOfTasks,
  person: Person | undefined,
  at: Date,
): NewTask[] {
  if (!person) return []
  const raisedAt = at.toISOString()
  const ground = {
    district: plan.district,
    isMinor: isMinor(person.fast.birth, maseruDate(at)),
    consentsGiven: consentsGiven(person),
  }
  const hasBusiness = plan.assistance.some(type => businessTypes.includes(type))
  const { tasks } =
    occasion === 'MADE' ? tasksForPlanMade(ground, raisedAt) : tasksForPlanStarted(ground, raisedAt, { hasBusiness })
  const { planId, returnEventId, personId, displayNumber, council } = plan
  return tasks.map(({ type, occurrence, district, roles, family, basis, dueAt }) => ({
    taskId: taskId(returnEventId, type, occurrence),
    type,
    occurrence,
    place: district,
    roles: [...roles],
    family,
    basis,
    raisedAt,
    dueAt,
    displayNumber,
    council,
    returnEventId,
    personId,
    planId,
    excluded: person.full?.exclusions ?? plan.excluded,
  }))
}
