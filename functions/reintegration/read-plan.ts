import { consentsGiven } from '../follow-up/consents-given.ts'
import { isHeldBy } from '../follow-up/masked-task.ts'
import { nameAndVillage } from '../follow-up/opening.ts'
import { isExcluded } from '../follow-up/task-access.ts'
import { hasBasis } from '../follow-up/task-basis.ts'
import type { TaskStore } from '../follow-up/task-store.ts'
import { endpoint } from '../platform/endpoint.ts'
import { notFound, ok } from '../platform/reply.ts'
import type { Person } from '../registration/person-record.ts'
import { possibleTasks } from '../registration/person-tasks.ts'
import { reintegrationRoutes } from './contract.ts'
import { planScope } from './plan-access.ts'
import type { Plan, Visit } from './plan-record.ts'
import type { PlanStore } from './plan-store.ts'
import { scoresOf } from './survey-scores.ts'

export interface ReadPlanParts {
  readonly plans: PlanStore
  readonly tasks: TaskStore
}

/** A plan, and its visits. A list shows a number; whose it is opens as a task does, to who has work with them. */
export function readPlan({ plans, tasks }: ReadPlanParts) {
  /** To who recorded it, or holds a task of this return, as long as the ground of the plan stands. */
  async function opensTo(plan: Plan, person: Person, officerId: string, at: string): Promise<boolean> {
    const standing = await tasks.standingOf([...new Set([...possibleTasks(plan.returnEventId), plan.taskId])])
    const draft = standing.find(({ taskId }) => taskId === plan.taskId)
    if (draft === undefined || !hasBasis(draft, consentsGiven(person))) return false
    return plan.officerId === officerId || standing.some(task => isHeldBy(task, officerId, at))
  }

  return endpoint(reintegrationRoutes.readPlan, async ({ params: { planId }, caller, receivedAt }) => {
    const plan = await plans.findPlan(planId, planScope(caller, 'plan.read'))
    const person = plan && (await tasks.findPerson(plan))
    if (!plan || isExcluded(caller, person?.full?.exclusions)) return notFound()
    const isOpen = person && (await opensTo(plan, person, caller.officerId, receivedAt.toISOString()))
    const {
      displayNumber,
      returnEventId,
      district,
      state,
      assistance,
      steps,
      eligibleAt,
      startedAt,
      completedAt,
      revision,
    } = plan
    const visits = (await plans.visitsOf(plan)).map(viewOf)
    return ok(
      {
        planId,
        displayNumber,
        person: isOpen ? nameAndVillage(person) : undefined,
        returnEventId,
        district,
        state,
        assistance,
        steps,
        eligibleAt,
        startedAt,
        completedAt,
        visits,
        revision,
      },
      [planId, plan.personId],
    )
  })
}

const viewOf = ({ visitId, visitedOn, reached, survey }: Visit) => ({
  visitId,
  visitedOn,
  reached,
  occasion: survey?.occasion,
  scores: scoresOf(survey),
})
