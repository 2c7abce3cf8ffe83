import { endpoint } from '../platform/endpoint.ts'
import { notFound, ok, refused } from '../platform/reply.ts'
import { callable } from '../registration/contact.ts'
import type { Person } from '../registration/person-record.ts'
import { consentsGiven } from './consents-given.ts'
import { followUpRoutes, type TaskDetail } from './contract.ts'
import { maskTask } from './masked-task.ts'
import { whyNotOpened } from './opening.ts'
import { taskScope } from './task-access.ts'
import type { TaskStore } from './task-store.ts'
import { wageClaim } from './wage-claim.ts'

/** Opens a task to who holds it: village, type and name are for the one officer who will act. */
export const openTask = (tasks: TaskStore) =>
  endpoint(followUpRoutes.openTask, async ({ params: { taskId }, caller, receivedAt }) => {
    const task = await tasks.find(taskId, taskScope(caller, 'task.open'))
    if (!task) return notFound()
    const person = await tasks.findPerson(task)
    const at = receivedAt.toISOString()
    const no = whyNotOpened({ task, person }, caller, at)
    if (no) return refused(no)
    const { type, returnEventId, planId, batchId, note, attempts } = task
    const detail: TaskDetail = {
      task: maskTask(task, caller.officerId, at),
      type,
      returnEventId,
      planId,
      batchId,
      person: person && personDetail(person),
      ...(person && type === 'WAGE_CLAIM' ? { wageClaim: wageClaim(person, returnEventId) } : {}),
      note,
      attempts,
    }
    return ok(detail, person ? [taskId, person.personId] : [taskId])
  })

/**
 * What an officer needs to find and greet a person. The phones only where they agreed to be called, and none that is
 * somebody's whom they asked us not to contact; who that is, the officer must know before asking around.
 */
function personDetail({ personId, fast, full, ...person }: Person): TaskDetail['person'] {
  const given = consentsGiven(person)
  const mayContact = given.includes('FOLLOWUP_CONTACT')
  const [phone, otherPhone] = mayContact ? callable([fast.phone, full?.otherPhone], full?.notToContact) : []
  const { council, village, chief, district = fast.homeDistrict } = full?.destination ?? {}
  return {
    personId,
    agreesTo: [...given],
    givenNames: fast.names.givenNames,
    surname: fast.names.surname,
    sex: fast.sex,
    birth: fast.birth,
    ...(phone ? { phone } : {}),
    ...(otherPhone ? { otherPhone } : {}),
    ...(full?.notToContact ? { notToContact: full.notToContact } : {}),
    ...(mayContact && fast.reachBy ? { reachBy: fast.reachBy } : {}),
    district,
    council,
    village,
    chief,
  }
}
