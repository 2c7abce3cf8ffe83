import { isExcluded, taskScope } from '../follow-up/task-access.ts'
import { lostBasis } from '../follow-up/task-basis.ts'
import { maseruDate } from '../platform/clock.ts'
import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import { created, notFound, refused } from '../platform/reply.ts'
import { reintegrationRoutes } from './contract.ts'
import { planScope } from './plan-access.ts'
import type { PlanCommandParts } from './record-plan.ts'
import { scoresOf } from './survey-scores.ts'
import { decideVisit } from './visit-decision.ts'

/** Records a visit: it finishes the task its recorder holds. The survey is kept as answers; its scores are told back. */
export const recordVisit = ({ plans, tasks, audit, receipt }: PlanCommandParts) =>
  endpoint(reintegrationRoutes.recordVisit, async ({ params: { planId, visitId }, body, sent, caller, receivedAt }) => {
    const plan = await plans.findPlan(planId, planScope(caller, 'visit.record'))
    const person = plan && (await tasks.findPerson(plan))
    if (!plan || isExcluded(caller, person?.full?.exclusions)) return refused('plan-unknown')
    const task = await tasks.find(body.taskId, taskScope(caller, 'visit.record'))
    if (!task) return notFound()
    if (lostBasis(task, person)) return refused('task-finished')
    const decision = decideVisit(planId, task, body, maseruDate(receivedAt))
    if ('refusal' in decision) return refused(decision.refusal, decision.detail)

    const { versions, taskId, visitedOn, reached, survey, note, deviceTime } = body
    const { officerId } = caller
    const at = receivedAt.toISOString()
    const hash = contentHash({ sent, officerId })
    const outcome = await plans.recordVisit(
      {
        visitId,
        planId,
        taskId,
        returnEventId: plan.returnEventId,
        district: plan.district,
        visitedOn,
        reached,
        survey,
        note,
        contractVersion: versions.contract,
        rulesVersion: versions.rules,
        officerId,
        deviceTime,
        receivedAt: at,
        contentHash: hash,
      },
      {
        task,
        completionId: visitId,
        officerId,
        outcome: decision.outcome,
        deviceTime,
        finishedAt: at,
        contentHash: hash,
      },
      audit.entry({ caller, action: 'recordVisit', subjectId: planId, commandId: visitId }),
    )
    if ('refusal' in outcome) return refused(outcome.refusal)
    return created({ ...receipt(visitId, outcome.receivedAt), scores: scoresOf(survey) })
  })
