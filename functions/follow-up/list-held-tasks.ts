import { endpoint } from '../platform/endpoint.ts'
import { covers, rolesAt } from '../platform/permissions.ts'
import { notFound, ok } from '../platform/reply.ts'
import { followUpRoutes } from './contract.ts'
import { isHeldBy, maskTask } from './masked-task.ts'
import { nameAndVillage, whyNotOpened } from './opening.ts'
import { taskScope } from './task-access.ts'
import { desksFor } from './task-desks.ts'
import type { TaskStore } from './task-store.ts'

/** More than anybody holds at once; each is two entries on record before the answer leaves. */
const mostOpened = 50

/**
 * The tasks the caller holds at a place, each with whose it is: the claim opened them (domain.md 5.2). Every task and
 * every person shown is on record by itself, as if each had been opened; what may not be opened is left out.
 */
export const listHeldTasks = (tasks: TaskStore) =>
  endpoint(followUpRoutes.listHeldTasks, async ({ query: { place }, caller, scope, receivedAt }) => {
    if (!covers(scope, place)) return notFound()
    const at = receivedAt.toISOString()
    const { officerId } = caller
    const inScope = taskScope(caller, 'task.open')
    const queues = desksFor(rolesAt('task.open', caller.grants, place)).map(
      desk => ({ place, desk, state: 'CLAIMED' }) as const,
    )
    const held = await tasks.list(queues, mostOpened, inScope, task => isHeldBy(task, officerId, at))
    const found = await Promise.all(
      held.tasks.map(async ({ taskId }) => {
        const task = await tasks.find(taskId, inScope)
        return task && { task, person: await tasks.findPerson(task) }
      }),
    )
    const opened = found.flatMap(each => (each && !whyNotOpened(each, caller, at) ? [each] : []))
    return ok(
      {
        tasks: opened.map(({ task, person }) => ({
          task: maskTask(task, officerId, at),
          type: task.type,
          ...(person === undefined ? {} : { person: nameAndVillage(person) }),
        })),
        more: held.more,
      },
      [
        ['HELD-TASKS', place].join('#'),
        ...opened.flatMap(({ task, person }) => [task.taskId, ...(person ? [person.personId] : [])]),
      ],
    )
  })
