import { isExcluded } from '../follow-up/task-access.ts'
import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import { created, notFound, type Refused, refused } from '../platform/reply.ts'
import { possibleTasks } from '../registration/person-tasks.ts'
import { reintegrationRoutes } from './contract.ts'
import { movePlan as decideMove, type PlanAction } from './livelihood.ts'
import { planScope } from './plan-access.ts'
import type { Plan } from './plan-record.ts'
import type { MoveOutcome } from './plan-store.ts'
import { planTasks } from './plan-tasks.ts'
import type { PlanCommandParts } from './record-plan.ts'

/** Starts, completes or stops a plan; its start raises the follow-ups, its stop ends those not done. */
export const movePlan = ({ plans, tasks, audit, receipt }: PlanCommandParts) =>
  endpoint(reintegrationRoutes.movePlan, async ({ params, body, sent, caller, receivedAt }) => {
    const { planId, transitionId } = params
    const plan = await plans.findPlan(planId, planScope(caller, 'plan.record'))
    const person = plan && (await tasks.findPerson(plan))
    if (!plan || isExcluded(caller, person?.full?.exclusions)) return notFound()

    const { versions, to, reason, revision, deviceTime } = body
    const hash = contentHash({ sent, officerId: caller.officerId })
    const attempt = async (): Promise<MoveOutcome | Refused | 'tasks-moved'> => {
      const earlier = await plans.findMove(planId, transitionId, hash)
      if (earlier) return earlier
      if (plan.revision !== revision) return refused('revision-stale')
      const steps = plan.steps.map((step, index) =>
        body.stepsDone?.includes(index + 1) ? { ...step, done: true } : step,
      )
      const decision = decideMove({ from: plan.state, to, steps, reason })
      if ('refusal' in decision) return refused(decision.refusal)
      const at = receivedAt.toISOString()
      return plans.movePlan(
        {
          plan,
          transitionId,
          action: decision.action,
          set: { state: decision.state, steps, ...momentOf(decision.action, at) },
          move: {
            to,
            reason,
            planRevision: revision + 1,
            contractVersion: versions.contract,
            rulesVersion: versions.rules,
            officerId: caller.officerId,
            deviceTime,
            receivedAt: at,
            contentHash: hash,
          },
          raised: decision.action === 'start' ? planTasks('STARTED', plan, person, receivedAt) : [],
          ended: decision.action === 'stop' ? await tasks.unfinishedOf(planId, possibleTasks(plan.returnEventId)) : [],
        },
        audit.entry({ caller, action: 'movePlan', subjectId: planId, commandId: transitionId }),
      )
    }

    // A task of the plan may be claimed or finished in between: then they are read again.
    let outcome = await attempt()
    for (let again = 0; outcome === 'tasks-moved' && again < 3; again += 1) outcome = await attempt()
    if (outcome === 'tasks-moved') return refused('try-again')
    if ('refusal' in outcome) return refused(outcome.refusal)
    return created({ ...receipt(transitionId, outcome.receivedAt), revision: outcome.planRevision })
  })

/** When each step of the funnel was reached (domain.md 6.6). */
const momentOf = (action: PlanAction, at: string): Partial<Plan> =>
  ({ start: { startedAt: at }, complete: { completedAt: at }, stop: { stoppedAt: at } })[action]
