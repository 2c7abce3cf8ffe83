import { endedUnreached } from '../follow-up/next-attempt.ts'
import { isExcluded, taskScope } from '../follow-up/task-access.ts'
import { lostBasis } from '../follow-up/task-basis.ts'
import { maseruDate } from '../platform/clock.ts'
import { contentHash } from '../platform/content-hash.ts'
import { endpoint, type Received } from '../platform/endpoint.ts'
import { created, notFound, type Refused, refused } from '../platform/reply.ts'
import { reintegrationRoutes } from './contract.ts'
import { planScope } from './plan-access.ts'
import type { RecordOutcome } from './plan-store.ts'
import type { PlanCommandParts } from './record-plan.ts'
import { scoresOf } from './survey-scores.ts'
import { decideVisit } from './visit-decision.ts'

type Asked = Received<typeof reintegrationRoutes.recordVisit>

/** How often a task may be escalated or moved between our look and our write. */
const tries = 4

/**
 * Records a visit: it finishes the task its recorder holds, and who was not met is visited again. The survey is kept as
 * answers; its scores are told back.
 */
export const recordVisit = (parts: PlanCommandParts) =>
  endpoint(reintegrationRoutes.recordVisit, async asked => {
    for (let time = 1; time <= tries; time += 1) {
      const outcome = await record(parts, asked)
      if (outcome === 'task-moved-meanwhile') continue
      if ('refusal' in outcome) return refused(outcome.refusal)
      if (!('receivedAt' in outcome)) return outcome
      const receipt = parts.receipt(asked.params.visitId, outcome.receivedAt)
      return created({ ...receipt, scores: scoresOf(asked.body.survey) })
    }
    return refused('try-again')
  })

async function record(
  { plans, tasks, audit }: PlanCommandParts,
  { params: { planId, visitId }, body, sent, caller, receivedAt }: Asked,
): Promise<RecordOutcome | Refused | 'task-moved-meanwhile'> {
  const plan = await plans.findPlan(planId, planScope(caller, 'visit.record'))
  const person = plan && (await tasks.findPerson(plan))
  if (!plan || isExcluded(caller, person?.full?.exclusions)) return refused('plan-unknown')
  const task = await tasks.find(body.taskId, taskScope(caller, 'visit.record'))
  if (!task) return notFound()
  if (lostBasis(task, person)) return refused('task-finished')
  const decision = decideVisit(planId, task, body, maseruDate(receivedAt))
  if ('refusal' in decision) return refused(decision.refusal, decision.detail)

  const { versions, taskId, visitedOn, reached, attempt, survey, note, deviceTime } = body
  const { officerId } = caller
  const at = receivedAt.toISOString()
  const hash = contentHash({ sent, officerId })
  return plans.recordVisit(
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
      ...(decision.outcome === 'NOT_REACHED'
        ? endedUnreached(task, { channel: 'VISIT', ...attempt, at })
        : { outcome: decision.outcome }),
      deviceTime,
      finishedAt: at,
      contentHash: hash,
    },
    audit.entry({ caller, action: 'recordVisit', subjectId: planId, commandId: visitId }),
  )
}
