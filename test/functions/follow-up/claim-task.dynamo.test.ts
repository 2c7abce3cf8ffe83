/** The claim through its whole chain, on a real database: of all who try, one wins. */
import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import { beforeAll, describe, expect, it } from 'vitest'
import { claimLapsesAt } from '../../../functions/follow-up/claim-lapse.ts'
import type { NewTask } from '../../../functions/follow-up/task-record.ts'
import { toStored } from '../../../functions/platform/stored.ts'
import { registryKeys } from '../../../functions/platform/tables.ts'
import { writeUnits } from '../../bench/write-units.ts'
import { aCallTask, aPerson, aTask } from '../../builders/task.ts'
import { aClaim, aCompletion, aRelease } from '../../builders/task-commands.ts'
import { type DistrictDesks, districtDesks, startOfTest } from '../../harness/district-desks.ts'

const groups = ['administrator-office@LS-C']

describe('claiming a task', () => {
  let desks: DistrictDesks
  beforeAll(async () => {
    desks = await districtDesks()
  })

  const raised = async (override: Partial<NewTask> = {}) => {
    const task = aCallTask(override)
    await desks.raise(task)
    return task
  }
  const claim = (taskId: string, officer = 'officer-1', claimId: string = crypto.randomUUID(), revision = 1) =>
    desks.ask('claimTask', { groups, officer, params: { taskId, claimId }, body: aClaim({ revision }) })

  it('lets one of fifty win, and tells the others', async () => {
    const task = await raised()
    const answers = await Promise.all(Array.from({ length: 50 }, (_, racer) => claim(task.taskId, `officer-${racer}`)))
    const won = answers.filter(({ status }) => status === 201)
    expect(won).toHaveLength(1)
    const lost = answers.filter(({ status }) => status !== 201)
    expect(new Set(lost.map(({ body }) => body['word']))).toEqual(new Set(['task-already-claimed']))
    expect((await desks.auditOf(task.taskId)).filter(({ action }) => action === 'claimTask')).toHaveLength(1)
    expect(await desks.taskAsStored(task.taskId)).toMatchObject({ state: 'CLAIMED', revision: 2 })
    expect(desks.log.faults).toEqual([])
  })

  it('says when it lapses, by the rule', async () => {
    const task = await raised()
    const { body } = await claim(task.taskId)
    expect(body['receivedAt']).toBe(startOfTest)
    expect(body['lapsesAt']).toBe(claimLapsesAt({ ...task, claimedAt: startOfTest }))
  })

  it('answers the same claim sent again alike, and writes it once', async () => {
    const task = await raised()
    const claimId = crypto.randomUUID()
    const first = await claim(task.taskId, 'officer-1', claimId)
    desks.setClock('2026-11-22T10:05:00.000Z')
    expect(await claim(task.taskId, 'officer-1', claimId)).toEqual(first)
    desks.setClock(startOfTest)
    expect(await desks.auditOf(task.taskId)).toHaveLength(1)
  })

  it('gives nobody the claim of another by its id', async () => {
    const task = await raised()
    const claimId = crypto.randomUUID()
    await claim(task.taskId, 'officer-1', claimId)
    expect((await claim(task.taskId, 'officer-2', claimId)).body['word']).toBe('task-already-claimed')
  })

  it('never takes back what was released in between, however late it is sent again', async () => {
    const task = await raised()
    const claimId = crypto.randomUUID()
    await claim(task.taskId, 'officer-1', claimId)
    const params = { taskId: task.taskId, releaseId: crypto.randomUUID() }
    expect((await desks.ask('releaseTask', { groups, params, body: aRelease() })).status).toBe(201)
    expect((await claim(task.taskId, 'officer-1', claimId)).body['word']).toBe('revision-stale')
    expect(await desks.taskAsStored(task.taskId)).toMatchObject({ state: 'OPEN', revision: 3 })
  })

  it('takes over a claim that has lapsed, and not a moment before', async () => {
    const task = await raised()
    const lapsesAt = String((await claim(task.taskId)).body['lapsesAt'])
    desks.setClock(new Date(Date.parse(lapsesAt) - 1).toISOString())
    expect((await claim(task.taskId, 'officer-2', undefined, 2)).body['word']).toBe('task-already-claimed')
    desks.setClock(lapsesAt)
    expect((await claim(task.taskId, 'officer-2', undefined, 2)).status).toBe(201)
    desks.setClock(startOfTest)
    expect(await desks.taskAsStored(task.taskId)).toMatchObject({ claimedBy: 'officer-2', revision: 3 })
  })

  it('says of a finished task that it is finished', async () => {
    const task = await raised()
    await claim(task.taskId)
    const params = { taskId: task.taskId, completionId: crypto.randomUUID() }
    expect((await desks.ask('completeTask', { groups, params, body: aCompletion() })).status).toBe(201)
    expect((await claim(task.taskId, 'officer-2', undefined, 3)).body['word']).toBe('task-finished')
  })

  it('asks to look again where the task changed since the officer saw it', async () => {
    const task = await raised()
    expect((await claim(task.taskId, 'officer-1', undefined, 7)).body['word']).toBe('revision-stale')
    expect(await desks.auditOf(task.taskId)).toEqual([])
  })

  it('knows no task that is absent, out of scope, of another role, or whose person ruled the officer out', async () => {
    const person = aPerson({ full: { exclusions: ['administrator-office@LS-C'] } })
    await desks.register(person)
    const hidden = [
      aCallTask({ place: 'LS-D' }),
      aTask(),
      aCallTask({ excluded: ['officer-1'] }),
      aCallTask({ personId: person.personId }),
    ]
    await desks.raise(...hidden)
    for (const { taskId } of [...hidden, { taskId: crypto.randomUUID() }])
      expect((await claim(taskId)).body['word']).toBe('not-found')
    for (const { taskId } of hidden) expect((await desks.taskAsStored(taskId))?.state).toBe('OPEN')
  })

  it('costs at most ten write units, even with a long note', async () => {
    const task = await raised({ note: 'x'.repeat(600) })
    await claim(task.taskId)
    const { Item } = await desks.client.send(
      new GetItemCommand({ TableName: desks.tables.registry, Key: toStored({ ...registryKeys.task(task.taskId) }) }),
    )
    const [entry] = await desks.auditOf(task.taskId)
    if (!Item || !entry) throw new Error('the claim left no item or no entry')
    expect(writeUnits('registry', Item, true) + writeUnits('audit', toStored(entry))).toBeLessThanOrEqual(10)
  })
})
