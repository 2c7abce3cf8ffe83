import { endpoint } from '../platform/endpoint.ts'
import { covers, rolesAt } from '../platform/permissions.ts'
import { notFound, ok } from '../platform/reply.ts'
import { followUpRoutes } from './contract.ts'
import { maskTask } from './masked-task.ts'
import { taskScope } from './task-access.ts'
import { desksFor } from './task-desks.ts'
import type { TaskStore } from './task-store.ts'

/** The most one list shows; the rest is asked for by an earlier `dueBefore`, or with the first ones done. */
const mostListed = 200

/** The place's tasks for the caller's own roles, masked. On record as one entry that names the query. */
export const listTasks = (tasks: TaskStore) =>
  endpoint(
    followUpRoutes.listTasks,
    async ({ query: { place, state, desk, dueBefore }, caller, scope, receivedAt }) => {
      if (!covers(scope, place)) return notFound()
      const before = dueBefore && new Date(dueBefore).toISOString()
      const desks = desksFor(rolesAt('task.list', caller.grants, place)).filter(
        each => desk === undefined || each === desk,
      )
      const queues = desks.map(each => ({ place, desk: each, state, dueBefore: before }))
      const found = await tasks.list(queues, mostListed, taskScope(caller, 'task.list'))
      const at = receivedAt.toISOString()
      return ok({ tasks: found.tasks.map(task => maskTask(task, caller.officerId, at)), more: found.more }, [
        ['TASKS', place, state, desk, before].filter(part => part !== undefined).join('#'),
      ])
    },
  )
