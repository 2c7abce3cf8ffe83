/** Corrections are held to the task as it was read: a claim or a completion in between is never written over. */
import { beforeAll, expect, it } from 'vitest'
import { basisEnded, basisRegained, keptFrom, movedTo } from '../../../functions/follow-up/task-corrections.ts'
import type { Task } from '../../../functions/follow-up/task-record.ts'
import { transact } from '../../../functions/platform/transaction.ts'
import { aCallTask } from '../../builders/task.ts'
import { aClaim } from '../../builders/task-commands.ts'
import { type DistrictDesks, districtDesks } from '../../harness/district-desks.ts'

let desks: DistrictDesks
beforeAll(async () => {
  desks = await districtDesks()
})

const by = { commandId: 'command', at: '2026-11-22T10:00:00.000Z' }
const groups = ['administrator-office@LS-C']
const registry = () => desks.tables.registry
const commits = async (write: ReturnType<typeof basisEnded>) =>
  (await transact(desks.client, [{ guard: 'task', write }])).committed
const asStored = async (taskId: string): Promise<Task> => {
  const task = await desks.taskAsStored(taskId)
  if (!task) throw new Error('the task is not there')
  return task
}

async function claimedSince(): Promise<Task> {
  const { taskId } = aCallTask()
  await desks.raise(aCallTask({ taskId }))
  const read = await asStored(taskId)
  const params = { taskId, claimId: crypto.randomUUID() }
  expect((await desks.ask('claimTask', { groups, params, body: aClaim() })).status).toBe(201)
  return read
}

it.each([
  ['ending it', (task: Task) => basisEnded(registry(), task, by)],
  ['moving it', (task: Task) => movedTo(registry(), task, { place: 'LS-D', dueAt: task.dueAt })],
  ['keeping it from somebody', (task: Task) => keptFrom(registry(), task, { excluded: ['LS-D'], givesBack: false })],
])('%s fails where it was claimed since it was read, and not as it is now', async (_what, write) => {
  const read = await claimedSince()
  expect(await commits(write(read))).toBe(false)
  expect(await asStored(read.taskId)).toMatchObject({ state: 'CLAIMED', revision: 2 })
  expect(await commits(write(await asStored(read.taskId)))).toBe(true)
})

it('brings back only what ended for want of a ground', async () => {
  const read = await claimedSince()
  const back = (task: Task) =>
    basisRegained(registry(), task, { raisedAt: task.raisedAt, dueAt: task.dueAt, place: task.place })
  expect(await commits(back(await asStored(read.taskId)))).toBe(false)
  await commits(basisEnded(registry(), await asStored(read.taskId), by))
  expect(await commits(back(await asStored(read.taskId)))).toBe(true)
  const task = await asStored(read.taskId)
  expect(task).toMatchObject({ state: 'OPEN' })
  for (const gone of ['claimedBy', 'lapsesAt', 'outcome', 'finishedAt']) expect(task).not.toHaveProperty(gone)
})
