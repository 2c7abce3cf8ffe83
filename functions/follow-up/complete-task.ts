import { contentHash } from '../platform/content-hash.ts'
import { endpoint, type Received } from '../platform/endpoint.ts'
import { created, notFound, type Refused, refused } from '../platform/reply.ts'
import type { TaskCommandParts } from './claim-task.ts'
import { followUpRoutes } from './contract.ts'
import { endedUnreached } from './next-attempt.ts'
import { isExcluded, taskScope } from './task-access.ts'
import { lostBasis } from './task-basis.ts'
import { outcomesOf } from './task-desks.ts'
import type { CompletionOutcome } from './task-store.ts'

type Asked = Received<typeof followUpRoutes.completeTask>

/** How often a task may be escalated or moved between our look and our write. */
const tries = 4

/**
 * Finishes a held task; who was not reached is tried again. What a plan or a visit does is on record with it, never by
 * saying so.
 */
export const completeTask = (parts: TaskCommandParts) =>
  endpoint(followUpRoutes.completeTask, async asked => {
    const { outcome: said, attempt } = asked.body
    if (attempt !== undefined && said !== 'NOT_REACHED')
      return refused('invalid-fields', { fields: [{ path: 'attempt', problem: 'reached' }] })
    for (let time = 1; time <= tries; time += 1) {
      const outcome = await complete(parts, asked)
      if (outcome === 'task-moved-meanwhile') continue
      if ('refusal' in outcome) return refused(outcome.refusal)
      return 'finishedAt' in outcome ? created(parts.receipt(asked.params.completionId, outcome.finishedAt)) : outcome
    }
    return refused('try-again')
  })

async function complete({ tasks, audit }: TaskCommandParts, asked: Asked): Promise<CompletionOutcome | Refused> {
  const { params, body, sent, caller, receivedAt } = asked
  const { taskId, completionId } = params
  const task = await tasks.find(taskId, taskScope(caller, 'task.claim'))
  const person = task && (await tasks.findPerson(task))
  if (!task || isExcluded(caller, person?.full?.exclusions)) return notFound()
  if (lostBasis(task, person)) return refused('task-finished')
  if (!outcomesOf(task.type).includes(body.outcome)) return refused('task-other-kind')
  const finishedAt = receivedAt.toISOString()
  return tasks.complete(
    {
      task,
      completionId,
      officerId: caller.officerId,
      ...(body.outcome === 'NOT_REACHED'
        ? endedUnreached(task, { ...body.attempt, at: finishedAt })
        : { outcome: body.outcome }),
      note: body.note,
      deviceTime: body.deviceTime,
      finishedAt,
      contentHash: contentHash({ sent, officerId: caller.officerId }),
    },
    audit.entry({ caller, action: 'completeTask', subjectId: taskId, commandId: completionId }),
  )
}
