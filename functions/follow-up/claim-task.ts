import type { Audit } from '../platform/audit.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { MakeReceipt } from '../platform/receipt.ts'
import { created, notFound, refused } from '../platform/reply.ts'
import { claimLapsesAt } from './claim-lapse.ts'
import { followUpRoutes } from './contract.ts'
import { isExcluded, taskScope } from './task-access.ts'
import { lostBasis } from './task-basis.ts'
import type { TaskStore } from './task-store.ts'

export interface TaskCommandParts {
  readonly tasks: TaskStore
  readonly audit: Audit
  readonly receipt: MakeReceipt
}

/** Claims a task: of all who try, one wins, until the claim lapses. */
export const claimTask = ({ tasks, audit, receipt }: TaskCommandParts) =>
  endpoint(followUpRoutes.claimTask, async ({ params: { taskId, claimId }, body, caller, receivedAt }) => {
    const task = await tasks.find(taskId, taskScope(caller, 'task.claim'))
    if (!task) return notFound()
    // The person may have ruled somebody out since the task was raised.
    const person = await tasks.findPerson(task)
    if (isExcluded(caller, person?.full?.exclusions)) return notFound()
    const claimedAt = receivedAt.toISOString()
    const { officerId } = caller
    const entry = audit.entry({ caller, action: 'claimTask', subjectId: taskId, commandId: claimId })
    // A plan may have raised it while the person took back what it rests on: then it ends here, whoever comes first.
    if (lostBasis(task, person)) {
      await tasks.endWithoutBasis(task, { commandId: claimId, at: claimedAt }, entry)
      return refused('task-finished')
    }
    const outcome = await tasks.claim(
      {
        task,
        claimId,
        officerId,
        claimDeviceTime: body.deviceTime,
        claimedAt,
        lapsesAt: claimLapsesAt({ ...task, claimedAt }),
        seenRevision: body.revision,
      },
      entry,
    )
    if ('refusal' in outcome) return refused(outcome.refusal)
    return created({ ...receipt(claimId, outcome.claimedAt), lapsesAt: outcome.lapsesAt })
  })
