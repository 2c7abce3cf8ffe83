import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import { created, notFound, refused } from '../platform/reply.ts'
import type { TaskCommandParts } from './claim-task.ts'
import { followUpRoutes } from './contract.ts'
import { taskScope } from './task-access.ts'

/** Gives a held task back to its queue, with the reason. */
export const releaseTask = ({ tasks, audit, receipt }: TaskCommandParts) =>
  endpoint(followUpRoutes.releaseTask, async ({ params: { taskId, releaseId }, body, sent, caller, receivedAt }) => {
    const task = await tasks.find(taskId, taskScope(caller, 'task.claim'))
    if (!task) return notFound()
    const outcome = await tasks.release(
      {
        task,
        releaseId,
        officerId: caller.officerId,
        reason: body.reason,
        deviceTime: body.deviceTime,
        releasedAt: receivedAt.toISOString(),
        contentHash: contentHash({ sent, officerId: caller.officerId }),
      },
      audit.entry({ caller, action: 'releaseTask', subjectId: taskId, commandId: releaseId }),
    )
    return 'refusal' in outcome ? refused(outcome.refusal) : created(receipt(releaseId, outcome.releasedAt))
  })
