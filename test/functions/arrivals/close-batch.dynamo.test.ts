import { randomUUID } from 'node:crypto'
import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { beforeAll, expect, it } from 'vitest'
import { storedBatch } from '../../../functions/arrivals/batch-record.ts'
import { taskId } from '../../../functions/follow-up/task-id.ts'
import { storedTask } from '../../../functions/follow-up/task-record.ts'
import { findStored } from '../../../functions/platform/reads.ts'
import { readStored, toStored } from '../../../functions/platform/stored.ts'
import { countedSlot, registryKeys, workQueue } from '../../../functions/platform/tables.ts'
import { putNew, transact } from '../../../functions/platform/transaction.ts'
import { aCloseBatch, aCountHeads, anOpenBatch, aRecordOutcome } from '../../builders/batch-commands.ts'
import { type ArrivalsFunction, arrivalsFunction, receivedAt } from '../../harness/arrivals-function.ts'
import { auditOf } from '../../harness/audit-entries.ts'

let desk: ArrivalsFunction
beforeAll(async () => {
  desk = await arrivalsFunction()
})

const supervisor = ['supervisor@MB']

async function anOpenedBatch(declaredHeadcount: number): Promise<string> {
  const batchId = randomUUID()
  await desk.ask('openBatch', { params: { batchId }, body: anOpenBatch({ declaredHeadcount }) })
  return batchId
}
async function registered(batchId: string): Promise<void> {
  const returnEventId = randomUUID()
  const key = registryKeys.counted(batchId, countedSlot({ id: returnEventId }))
  await transact(desk.client, [
    { guard: 'slot', write: putNew(desk.tables.registry, key, { outcome: 'REGISTERED', returnEventId, receivedAt }) },
  ])
}
const said = (batchId: string) =>
  desk.ask('recordOutcome', { params: { batchId, outcomeId: randomUUID() }, body: aRecordOutcome() })
const close = (batchId: string, body = aCloseBatch(), groups = ['reception@MB'], closingId = randomUUID()) =>
  desk.ask('closeBatch', { params: { batchId, closingId }, body, groups })
const batchOf = async (batchId: string) => (await desk.ask('readBatch', { params: { batchId } })).body['batch']
async function closingOf(batchId: string) {
  const stored = await findStored(desk.client, desk.tables.registry, registryKeys.batch(batchId), storedBatch)
  return stored?.closing
}
async function taskOf(batchId: string) {
  const key = toStored({ ...registryKeys.task(taskId(batchId, 'UNEXPLAINED_COUNT', 1)) })
  const { Item } = await desk.client.send(new GetItemCommand({ TableName: desk.tables.registry, Key: key }))
  return Item && { item: Item, task: readStored(storedTask, Item) }
}

it('closes a batch in which everybody counted has an outcome', async () => {
  const batchId = await anOpenedBatch(9)
  await desk.ask('countHeads', { params: { batchId, countId: randomUUID() }, body: aCountHeads() })
  await registered(batchId)
  await said(batchId)
  const answer = await close(batchId)
  expect(answer).toMatchObject({
    status: 201,
    body: { state: 'CLOSED', balance: { headcount: 2, outcomes: { REGISTERED: 1, LEFT_BEFORE: 1 }, difference: 0 } },
  })
  expect(await batchOf(batchId)).toMatchObject({ state: 'CLOSED' })
  expect(await taskOf(batchId)).toBeUndefined()
})

it('goes by what was declared as long as nobody has counted', async () => {
  const batchId = await anOpenedBatch(1)
  await registered(batchId)
  expect(await close(batchId)).toMatchObject({ body: { state: 'CLOSED', balance: { headcount: 1 } } })
})

it('refuses an unbalanced batch to everybody but a supervisor of the post, and says by how much', async () => {
  const batchId = await anOpenedBatch(3)
  await said(batchId)
  const reasoned = aCloseBatch({ reason: 'One walked off at the bus stop' })
  for (const groups of [['reception@MB'], ['reception@MB', 'supervisor@FB']]) {
    expect(await close(batchId, reasoned, groups)).toMatchObject({
      status: 409,
      body: { word: 'headcount-unbalanced', detail: { headcount: 3, difference: 2 } },
    })
  }
  expect(await batchOf(batchId)).toMatchObject({ state: 'EXPECTED' })
})

it('wants a reason of the supervisor too', async () => {
  const batchId = await anOpenedBatch(3)
  expect(await close(batchId, aCloseBatch(), supervisor)).toMatchObject({
    status: 422,
    body: { word: 'reason-needed', detail: { difference: 3 } },
  })
})

it('keeps the difference and the reason, and leaves the next shift a task, all at once', async () => {
  const batchId = await anOpenedBatch(3)
  await said(batchId)
  const reason = 'One walked off at the bus stop'
  const answer = await close(batchId, aCloseBatch({ reason }), supervisor)
  expect(answer).toMatchObject({ status: 201, body: { state: 'CLOSED_UNEXPLAINED', balance: { difference: 2 } } })
  const raised = await taskOf(batchId)
  expect(raised?.task).toMatchObject({
    type: 'UNEXPLAINED_COUNT',
    place: 'MB',
    roles: ['supervisor'],
    family: 'OFFICE',
    state: 'OPEN',
    dueAt: '2026-11-22T22:00:00.000Z',
    batchId,
    note: reason,
  })
  const inQueue = await desk.client.send(
    new QueryCommand({
      TableName: desk.tables.registry,
      IndexName: 'work',
      KeyConditionExpression: 'workQueue = :queue',
      ExpressionAttributeValues: toStored({ ':queue': workQueue('MB', 'supervisor', 'OPEN') }),
    }),
  )
  expect(inQueue.Items?.map(item => item['pk'])).toContainEqual(raised?.item['pk'])
  expect((await auditOf(desk, batchId)).map(entry => entry['action'])).toContain('closeBatch')
})

it('answers a retry the same, and refuses a second closing and the same id with other words', async () => {
  const batchId = await anOpenedBatch(3)
  const closingId = randomUUID()
  const body = aCloseBatch({ reason: 'Counted in the dark' })
  const first = await close(batchId, body, supervisor, closingId)
  await registered(batchId)
  expect(await close(batchId, body, supervisor, closingId)).toEqual(first)
  expect(await closingOf(batchId)).toMatchObject({ closedAt: receivedAt, deviceTime: body.deviceTime })
  expect(await close(batchId, body, supervisor)).toMatchObject({ status: 409, body: { word: 'batch-closed' } })
  const other = await close(batchId, aCloseBatch({ reason: 'Something else' }), supervisor, closingId)
  expect(other).toMatchObject({ status: 409, body: { word: 'identifier-reused' } })
})

it('shows a late intake in the live balance of a closed batch, and leaves the closing as it was', async () => {
  const batchId = await anOpenedBatch(0)
  await close(batchId)
  await registered(batchId)
  const { body } = await desk.ask('readBatch', { params: { batchId } })
  expect(body).toMatchObject({ batch: { state: 'CLOSED' }, balance: { headcount: 0, difference: -1 } })
})

it('shows why a closed batch did not balance, and no more of its closing', async () => {
  const batchId = await anOpenedBatch(3)
  expect((await desk.ask('readBatch', { params: { batchId } })).body['closing']).toBeUndefined()
  await close(batchId, aCloseBatch({ reason: 'Counted in the dark' }), supervisor)
  const { body } = await desk.ask('readBatch', { params: { batchId } })
  expect(body['closing']).toEqual({ closedAt: receivedAt, reason: 'Counted in the dark' })
})

it('lets one of two closings win', async () => {
  const batchId = await anOpenedBatch(3)
  const body = aCloseBatch({ reason: 'Counted in the dark' })
  const answers = await Promise.all(Array.from({ length: 4 }, () => close(batchId, body, supervisor)))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.flatMap(({ status, body }) => (status === 201 ? [] : [body['word']]))).toEqual(
    Array(3).fill('batch-closed'),
  )
})

it('never closes over an outcome that races it: it is in the balance or refused', async () => {
  for (let round = 0; round < 6; round += 1) {
    const batchId = await anOpenedBatch(3)
    const body = aCloseBatch({ reason: 'Counted in the dark' })
    const [closing, ...outcomes] = await Promise.all([
      close(batchId, body, supervisor),
      ...Array.from({ length: 3 }, () => said(batchId)),
    ])
    const recorded = outcomes.filter(({ status }) => status === 201).length
    expect(closing).toMatchObject({ status: 201, body: { balance: { difference: 3 - recorded } } })
    expect(outcomes.every(({ status, body }) => status === 201 || body['word'] === 'batch-closed')).toBe(true)
  }
})

it('knows no batch that was not opened, nor one of another post', async () => {
  const batchId = await anOpenedBatch(0)
  const absent = await close(randomUUID())
  expect(absent).toMatchObject({ status: 404, body: { word: 'batch-unknown' } })
  expect(await close(batchId, aCloseBatch(), ['supervisor@FB'])).toEqual(absent)
})
