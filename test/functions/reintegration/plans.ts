/** A plan on record, and its tasks as the desk holds them: what the tests of this capability begin with. */
import { expect } from 'vitest'
import { taskId as idOfTask } from '../../../functions/follow-up/task-id.ts'
import type { TaskTypeName } from '../../../functions/follow-up/task-types.ts'
import type { Person } from '../../../functions/registration/person-record.ts'
import type { RecordPlan } from '../../../functions/reintegration/contract.ts'
import { aPerson, aTask } from '../../builders/task.ts'
import { aClaim, aMove, aPlan } from '../../builders/task-commands.ts'
import type { DistrictDesks } from '../../harness/district-desks.ts'

export async function claimedTask(desks: DistrictDesks, taskId: string, revision = 1): Promise<void> {
  const params = { taskId, claimId: crypto.randomUUID() }
  const { status } = await desks.ask('claimTask', { params, body: aClaim({ revision }) })
  expect(status).toBe(201)
}

/** A claimed PLAN_DRAFT task and the person it is about. */
export async function heldDraft(desks: DistrictDesks, person: Person = aPerson()) {
  const draft = aTask({ personId: person.personId })
  await desks.register(person)
  await desks.raise(draft)
  await claimedTask(desks, draft.taskId)
  return { ...draft, returnEventId: String(draft.returnEventId), person }
}

export async function recordedPlan(desks: DistrictDesks, content: Partial<RecordPlan> = {}) {
  const { taskId, returnEventId, person } = await heldDraft(desks)
  const planId: string = crypto.randomUUID()
  const { status } = await desks.ask('recordPlan', { params: { planId }, body: aPlan({ taskId, ...content }) })
  expect(status).toBe(201)
  const taskOf = (type: TaskTypeName, occurrence = 1) => idOfTask(returnEventId, type, occurrence)
  return { planId, returnEventId, draftTaskId: taskId, personId: person.personId, taskOf }
}

export async function startedPlan(desks: DistrictDesks, content: Partial<RecordPlan> = {}) {
  const plan = await recordedPlan(desks, content)
  const params = { planId: plan.planId, transitionId: crypto.randomUUID() }
  expect((await desks.ask('movePlan', { params, body: aMove() })).status).toBe(201)
  return plan
}
