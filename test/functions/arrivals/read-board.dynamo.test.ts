/** The board and the homecomings of an arrival, on a real database with what an intake and its task leave there. */
import { randomUUID } from 'node:crypto'
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { beforeAll, expect, it } from 'vitest'
import { taskId } from '../../../functions/follow-up/task-id.ts'
import { raiseTask } from '../../../functions/follow-up/task-record.ts'
import { toStored } from '../../../functions/platform/stored.ts'
import { countedSlot, registryKeys } from '../../../functions/platform/tables.ts'
import { aCountHeads, anOpenBatch, aRecordOutcome } from '../../builders/batch-commands.ts'
import { type ArrivalsFunction, arrivalsFunction } from '../../harness/arrivals-function.ts'
import { auditOf } from '../../harness/audit-entries.ts'

let desk: ArrivalsFunction
const params = { batchId: randomUUID() }
const supervisor = { params, groups: ['supervisor@MB'] }

const put = (item: Record<string, unknown>) =>
  desk.client.send(new PutItemCommand({ TableName: desk.tables.registry, Item: toStored(item) }))

/** As `intake-store.ts` leaves it, as far as the board reads it. */
async function aRegisteredReturn(override: Record<string, unknown> = {}): Promise<string> {
  const returnEventId = randomUUID()
  await put({
    ...registryKeys.counted(params.batchId, countedSlot({ id: returnEventId })),
    schemaVersion: 1,
    outcome: 'REGISTERED',
    returnEventId,
    displayNumber: 'XV-7F-00001-Z',
    urgentFlags: [],
    granted: [],
    notGiven: [],
    deviceTime: '2026-11-22T09:50:00.000Z',
    receivedAt: '2026-11-22T12:00:00.000Z',
    ...override,
  })
  return returnEventId
}

async function aHomecoming(
  returnEventId: string,
  outcome: string | undefined,
  { occurrence = 1, nextTaskId }: { occurrence?: number; nextTaskId?: string } = {},
): Promise<void> {
  const id = taskId(returnEventId, 'ARRIVED_HOME', occurrence)
  const raised = raiseTask(desk.tables.registry, {
    taskId: id,
    type: 'ARRIVED_HOME',
    occurrence,
    place: 'LS-A',
    roles: ['administrator-office'],
    family: 'CALL',
    basis: 'CONSENT',
    raisedAt: '2026-11-22T10:00:00.000Z',
    dueAt: '2026-11-24T10:00:00.000Z',
    returnEventId,
  }).Put?.Item
  await desk.client.send(
    new PutItemCommand({
      TableName: desk.tables.registry,
      Item: { ...raised, ...toStored(outcome === undefined ? {} : { state: 'DONE', outcome, nextTaskId }) },
    }),
  )
}

beforeAll(async () => {
  desk = await arrivalsFunction()
  await desk.ask('openBatch', { params, body: anOpenBatch({ declaredHeadcount: 8 }) })
  await desk.ask('countHeads', {
    params: { ...params, countId: randomUUID() },
    body: aCountHeads({ heads: { men: 4, women: 2, children: 1 } }),
  })
  await desk.ask('recordOutcome', { params: { ...params, outcomeId: randomUUID() }, body: aRecordOutcome() })
  const nurse = await aRegisteredReturn({ urgentFlags: ['NURSE_NOW'] })
  const seats = [{ item: 'TRANSPORT_ONWARD', quantity: 1 }]
  const returns = [
    nurse,
    await aRegisteredReturn({ granted: seats }),
    await aRegisteredReturn(),
    await aRegisteredReturn(),
  ]
  for (const [index, outcome] of [undefined, 'PROVIDED', 'NOT_REACHED', 'BASIS_ENDED'].entries())
    await aHomecoming(returns[index] ?? '', outcome)
})

it('shows a supervisor counts and times by the devices’ clocks, and nobody’s number', async () => {
  const { status, body } = await desk.ask('readBoard', supervisor)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    balance: { headcount: 7, outcomes: { REGISTERED: 4, LEFT_BEFORE: 1 }, difference: 2 },
    arrivedAt: '2026-11-22T09:59:00.000Z',
    waitingSince: { NURSE: ['2026-11-22T09:50:00.000Z'], TALK: [], SEAT: ['2026-11-22T09:50:00.000Z'] },
  })
  expect(JSON.stringify(body)).not.toContain('XV-7F')
})

it('says how many are home of those whose district may ask, and nothing else', async () => {
  expect(await desk.ask('readHome', supervisor)).toEqual({ status: 200, body: { asked: 3, home: 1 } })
})

it('is nobody’s but a supervisor’s of the post, and leaves no line on anybody’s record', async () => {
  const before = await auditOf(desk, params.batchId)
  for (const route of ['readBoard', 'readHome'] as const) {
    for (const group of ['reception@MB', 'immigration@MB', 'screening@MB'])
      expect([group, (await desk.ask(route, { params, groups: [group] })).status]).toEqual([group, 403])
    expect(await desk.ask(route, { params, groups: ['supervisor@FB'] })).toMatchObject({ status: 404 })
  }
  expect(await auditOf(desk, params.batchId)).toHaveLength(before.length)
})

it('counts who was tried again once, by how the last try ended', async () => {
  const other = { params: { batchId: randomUUID() }, groups: ['supervisor@MB'] }
  await desk.ask('openBatch', { params: other.params, body: anOpenBatch() })
  for (const last of [undefined, 'PROVIDED', 'BASIS_ENDED']) {
    const returnEventId = await aRegisteredReturn({
      ...registryKeys.counted(other.params.batchId, countedSlot({ id: randomUUID() })),
    })
    await aHomecoming(returnEventId, 'NOT_REACHED', { nextTaskId: taskId(returnEventId, 'ARRIVED_HOME', 2) })
    await aHomecoming(returnEventId, last, { occurrence: 2 })
  }
  expect(await desk.ask('readHome', other)).toEqual({ status: 200, body: { asked: 2, home: 1 } })
})
