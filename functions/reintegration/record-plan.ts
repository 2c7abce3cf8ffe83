import { isExcluded, taskScope } from '../follow-up/task-access.ts'
import { lostBasis } from '../follow-up/task-basis.ts'
import { finishedWith } from '../follow-up/task-desks.ts'
import type { TaskStore } from '../follow-up/task-store.ts'
import type { Audit } from '../platform/audit.ts'
import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import { DistrictCode } from '../platform/places.ts'
import type { MakeReceipt } from '../platform/receipt.ts'
import { created, notFound, refused } from '../platform/reply.ts'
import { reintegrationRoutes } from './contract.ts'
import type { PlanStore } from './plan-store.ts'
import { planTasks } from './plan-tasks.ts'

export interface PlanCommandParts {
  readonly plans: PlanStore
  readonly tasks: TaskStore
  readonly audit: Audit
  readonly receipt: MakeReceipt
}

/** Records a plan: it finishes the PLAN_DRAFT task its recorder holds, and raises the first survey. */
export const recordPlan = ({ plans, tasks, audit, receipt }: PlanCommandParts) =>
  endpoint(reintegrationRoutes.recordPlan, async ({ params: { planId }, body, sent, caller, receivedAt }) => {
    const task = await tasks.find(body.taskId, taskScope(caller, 'plan.record'))
    const person = task && (await tasks.findPerson(task))
    if (!task || isExcluded(caller, person?.full?.exclusions)) return notFound()
    if (lostBasis(task, person)) return refused('task-finished')
    const { taskId, returnEventId, personId, displayNumber, council, excluded } = task
    if (finishedWith(task.type) !== 'PLAN') return refused('task-other-kind')
    if (returnEventId === undefined || personId === undefined) throw new Error('a plan is asked for, but for nobody')
    const { officerId } = caller
    const at = receivedAt.toISOString()
    const hash = contentHash({ sent, officerId })
    const plan = {
      planId,
      taskId,
      returnEventId,
      personId,
      district: DistrictCode.parse(task.place),
      state: 'ELIGIBLE',
      assistance: body.assistance,
      steps: body.steps,
      eligibleAt: at,
      displayNumber,
      council,
      excluded,
      contractVersion: body.versions.contract,
      rulesVersion: body.versions.rules,
      officerId,
      deviceTime: body.deviceTime,
      receivedAt: at,
      contentHash: hash,
    } as const
    const outcome = await plans.recordPlan(
      plan,
      {
        task,
        completionId: planId,
        officerId,
        outcome: 'PROVIDED',
        deviceTime: body.deviceTime,
        finishedAt: at,
        contentHash: hash,
      },
      planTasks('MADE', plan, person, receivedAt),
      audit.entry({ caller, action: 'recordPlan', subjectId: planId, commandId: planId }),
    )
    return 'refusal' in outcome ? refused(outcome.refusal) : created(receipt(planId, outcome.receivedAt))
  })
