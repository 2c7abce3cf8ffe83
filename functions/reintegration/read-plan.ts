import { isExcluded } from '../follow-up/task-access.ts'
import type { TaskStore } from '../follow-up/task-store.ts'
import { endpoint } from '../platform/endpoint.ts'
import { notFound, ok } from '../platform/reply.ts'
import { reintegrationRoutes } from './contract.ts'
import { planScope } from './plan-access.ts'
import type { Visit } from './plan-record.ts'
import type { PlanStore } from './plan-store.ts'
import { scoresOf } from './survey-scores.ts'

export interface ReadPlanParts {
  readonly plans: PlanStore
  readonly tasks: TaskStore
}

export const readPlan = ({ plans, tasks }: ReadPlanParts) =>
  endpoint(reintegrationRoutes.readPlan, async ({ params: { planId }, caller }) => {
    const plan = await plans.findPlan(planId, planScope(caller, 'plan.read'))
    const person = plan && (await tasks.findPerson(plan))
    if (!plan || isExcluded(caller, person?.full?.exclusions)) return notFound()
    const { returnEventId, district, state, assistance, steps, eligibleAt, startedAt, completedAt, revision } = plan
    const visits = (await plans.visitsOf(plan)).map(viewOf)
    return ok(
      {
        planId,
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

const viewOf = ({ visitId, visitedOn, reached, survey }: Visit) => ({
  visitId,
  visitedOn,
  reached,
  occasion: survey?.occasion,
  scores: scoresOf(survey),
})
