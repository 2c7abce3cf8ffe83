import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { countedSlot, registryKeys } from '../../../functions/platform/tables.ts'
import { putNew, transact } from '../../../functions/platform/transaction.ts'
import { aCloseBatch, anImportManifest, anOpenBatch, aRecordOutcome } from '../../builders/batch-commands.ts'
import { type ArrivalsFunction, arrivalsFunction, receivedAt } from '../../harness/arrivals-function.ts'

let desk: ArrivalsFunction
beforeAll(async () => {
  desk = await arrivalsFunction()
})

async function aListedBatch(declaredHeadcount = 3): Promise<string> {
  const batchId = randomUUID()
  await desk.ask('openBatch', { params: { batchId }, body: anOpenBatch({ declaredHeadcount }) })
  await desk.ask('importManifest', { params: { batchId }, body: anImportManifest() })
  return batchId
}
const countedIn = async (batchId: string) => (await desk.ask('readBatch', { params: { batchId } })).body['counted']
const said = (batchId: string, body = aRecordOutcome(), outcomeId = randomUUID()) =>
  desk.ask('recordOutcome', { params: { batchId, outcomeId }, body })

it('records what became of somebody who is on no list', async () => {
  const batchId = await aListedBatch()
  const outcomeId = randomUUID()
  const answer = await said(batchId, aRecordOutcome({ outcome: 'DECLINED' }), outcomeId)
  expect(answer).toEqual({ status: 201, body: { id: outcomeId, receivedAt, restoreEpoch: 0 } })
  expect(await countedIn(batchId)).toEqual([{ id: outcomeId, outcome: 'DECLINED' }])
})

it('answers a retry the same and counts the person once', async () => {
  const batchId = await aListedBatch()
  const outcomeId = randomUUID()
  const first = await said(batchId, aRecordOutcome({ row: 1 }), outcomeId)
  expect(await said(batchId, aRecordOutcome({ row: 1 }), outcomeId)).toEqual(first)
  expect(await countedIn(batchId)).toHaveLength(1)
})

it('refuses the same outcome id for another row, and keeps the first', async () => {
  const batchId = await aListedBatch()
  const outcomeId = randomUUID()
  await said(batchId, aRecordOutcome({ row: 1 }), outcomeId)
  const other = await said(batchId, aRecordOutcome({ row: 2 }), outcomeId)
  expect(other).toMatchObject({ status: 409, body: { word: 'identifier-reused' } })
  expect(await countedIn(batchId)).toEqual([{ id: outcomeId, row: 1, outcome: 'LEFT_BEFORE' }])
})

it('gives a row to one of many devices that say what became of it at once', async () => {
  const batchId = await aListedBatch()
  const answers = await Promise.all(Array.from({ length: 8 }, () => said(batchId, aRecordOutcome({ row: 2 }))))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.flatMap(({ status, body }) => (status === 201 ? [] : [body['word']]))).toEqual(
    Array(7).fill('row-already-taken'),
  )
  expect(await countedIn(batchId)).toHaveLength(1)
})

it('collides with an intake that took the row first', async () => {
  const batchId = await aListedBatch()
  const returnEventId = randomUUID()
  const slot = countedSlot({ row: 1, id: returnEventId })
  const registered = { outcome: 'REGISTERED', returnEventId, row: 1, receivedAt, schemaVersion: 1 }
  await transact(desk.client, [
    { guard: 'slot', write: putNew(desk.tables.registry, registryKeys.counted(batchId, slot), registered) },
  ])
  const answer = await said(batchId, aRecordOutcome({ row: 1 }))
  expect(answer).toMatchObject({ status: 409, body: { word: 'row-already-taken' } })
  expect(await countedIn(batchId)).toEqual([{ id: returnEventId, row: 1, outcome: 'REGISTERED' }])
})

it('refuses a row the list does not have, and any row where there is no list', async () => {
  const batchId = await aListedBatch()
  expect(await said(batchId, aRecordOutcome({ row: 3 }))).toMatchObject({ status: 404, body: { word: 'row-unknown' } })
  const unlisted = randomUUID()
  await desk.ask('openBatch', { params: { batchId: unlisted }, body: anOpenBatch() })
  expect(await said(unlisted, aRecordOutcome({ row: 1 }))).toMatchObject({ body: { word: 'row-unknown' } })
})

it('has no outcome for the empty line between two rows', async () => {
  const batchId = randomUUID()
  await desk.ask('openBatch', { params: { batchId }, body: anOpenBatch() })
  const text = 'NO;SURNAME;FULL NAMES\n1;MOHAPI;KGWABANE\n;;\n2;FOULO;KHOTSO'
  await desk.ask('importManifest', { params: { batchId }, body: anImportManifest({ text }) })
  expect(await said(batchId, aRecordOutcome({ row: 2 }))).toMatchObject({ body: { word: 'row-unknown' } })
  expect(await said(batchId, aRecordOutcome({ row: 3 }))).toMatchObject({ status: 201 })
})

it('wants a reason before somebody is handed to immigration', async () => {
  const batchId = await aListedBatch()
  const bare = await said(batchId, aRecordOutcome({ outcome: 'NOT_NATIONAL', row: 1 }))
  expect(bare).toMatchObject({ status: 422, body: { word: 'reason-needed' } })
  const reasoned = aRecordOutcome({ outcome: 'NOT_NATIONAL', row: 1, reason: 'Has a passport of another country' })
  expect(await said(batchId, reasoned)).toMatchObject({ status: 201 })
})

it('leaves registering to the intake', async () => {
  const batchId = await aListedBatch()
  expect(await said(batchId, aRecordOutcome({ outcome: 'REGISTERED' }))).toMatchObject({
    status: 400,
    body: { word: 'invalid-fields', detail: { fields: [{ path: 'outcome', problem: 'registered-by-intake' }] } },
  })
})

it('knows no batch of another post, and takes nothing for a closed one but retries', async () => {
  const batchId = await aListedBatch(1)
  const outcomeId = randomUUID()
  const elsewhere = await desk.ask('recordOutcome', {
    params: { batchId, outcomeId },
    body: aRecordOutcome(),
    groups: ['immigration@CP'],
  })
  expect(elsewhere).toMatchObject({ status: 404, body: { word: 'batch-unknown' } })
  const first = await said(batchId, aRecordOutcome(), outcomeId)
  await desk.ask('closeBatch', { params: { batchId, closingId: randomUUID() }, body: aCloseBatch() })
  expect(await said(batchId)).toMatchObject({ status: 409, body: { word: 'batch-closed' } })
  expect(await said(batchId, aRecordOutcome(), outcomeId)).toEqual(first)
})
