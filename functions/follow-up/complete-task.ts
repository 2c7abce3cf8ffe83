import { contentHash } from '../platform/content-hash.ts'
import { endpoint } from '../platform/endpoint.ts'
import { created, notFound, refused } from '../platform/reply.ts'
import type { TaskCommandParts } from './claim-task.ts'
import { followUpRoutes } from './contract.ts'
import { isExcluded, taskScope } from './task-access.ts'
import { lostBasis } from './task-basis.ts'
import { outcomesOf } from './task-desks.ts'

/** Finishes a held task. What a plan or a visit does is on record with it, never by saying so. */
export const completeTask = ({ tasks, audit, receipt }: TaskCommandParts) =>
  endpoint(
    followUpRoutes.completeTask,
    async ({ params: { taskId, completionId }, body, sent, caller, receivedAt }) => {
      const task = await tasks.find(taskId, taskScope(caller, 'task.claim'))
      const person = task && (await tasks.findPerson(task))
      if (!task || isExcluded(caller, person?.full?.exclusions)) return notFound()
      if (lostBasis(task, person)) return refused('task-finished')
      if (!outcomesOf(task.type).includes(body.outcome)) return refused('task-other-kind')
      const outcome = await tasks.complete(
        {
          task,
          completionId,
          officerId: caller.officerId,
          outcome: body.outcome,
          note: body.note,
          deviceTime: body.deviceTime,
          finishedAt: receivedAt.toISOString(),
          contentHash: contentHash({ sent, officerId: caller.officerId }),
        },
        audit.entry({ caller, action: 'completeTask', subjectId: taskId, commandId: completionId }),
      )
      return 'refusal' in outcome ? refused(outcome.refusal) : created(receipt(completionId, outcome.finishedAt))
    },
  )
