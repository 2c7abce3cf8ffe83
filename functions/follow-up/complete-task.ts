import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import { created, notFound, refused } from '../platform/reply.ts'
import type { TaskCommandParts } from './claim-task.ts'
import { followUpRoutes } from './contract.ts'
import { taskScope } from './task-access.ts'
import { finishedWith } from './task-desks.ts'

/** Finishes a held task. A plan's tasks are finished by the plan or the visit itself, never by saying so. */
export const completeTask = ({ tasks, audit, receipt }: TaskCommandParts) =>
  endpoint(followUpRoutes.completeTask, async ({ params: { taskId, completionId }, body, caller, receivedAt }) => {
    const task = await tasks.find(taskId, taskScope(caller, 'task.claim'))
    if (!task) return notFound()
    if (finishedWith(task.type) !== 'COMPLETION') return refused('task-other-kind')
    const outcome = await tasks.complete(
      {
        task,
        completionId,
        officerId: caller.officerId,
        outcome: body.outcome,
        note: body.note,
        finishedAt: receivedAt.toISOString(),
        contentHash: contentHash({ ...body, officerId: caller.officerId }),
      },
      audit.entry({ caller, action: 'completeTask', subjectId: taskId, commandId: completionId }),
    )
    return 'refusal' in outcome ? refused(outcome.refusal) : created(receipt(completionId, outcome.finishedAt))
  })
