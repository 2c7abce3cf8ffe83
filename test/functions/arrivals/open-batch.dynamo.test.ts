import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { anOpenBatch } from '../../builders/batch-commands.ts'
import { type ArrivalsFunction, arrivalsFunction, receivedAt } from '../../harness/arrivals-function.ts'
import { auditOf } from '../../harness/audit-entries.ts'

let desk: ArrivalsFunction
beforeAll(async () => {
  desk = await arrivalsFunction()
})

it('opens a batch as expected and answers a receipt with the id the device made', async () => {
  const batchId = randomUUID()
  const answer = await desk.ask('openBatch', { params: { batchId }, body: anOpenBatch() })
  expect(answer).toEqual({ status: 201, body: { id: batchId, receivedAt, restoreEpoch: 0 } })
  const { body } = await desk.ask('readBatch', { params: { batchId } })
  expect(body['batch']).toEqual({
    batchId,
    post: 'MB',
    transport: 'BUS',
    sendingFacility: 'LINDELA',
    returnType: 'DEPORTED',
    declaredHeadcount: 3,
    state: 'EXPECTED',
    openedAt: receivedAt,
    revision: 1,
  })
})

it('answers a retry with the same receipt and opens nothing twice', async () => {
  let hour = 10
  const later = await arrivalsFunction({ now: () => new Date(`2026-11-22T${hour++}:00:00.000Z`) })
  const params = { batchId: randomUUID() }
  const first = await later.ask('openBatch', { params, body: anOpenBatch() })
  const again = await later.ask('openBatch', { params, body: anOpenBatch() })
  expect(again).toEqual(first)
  const { body } = await later.ask('listBatches', { query: { post: 'MB' } })
  expect(body['batches']).toHaveLength(1)
})

it('refuses the same id with other content and keeps the first', async () => {
  const params = { batchId: randomUUID() }
  await desk.ask('openBatch', { params, body: anOpenBatch() })
  const other = await desk.ask('openBatch', { params, body: anOpenBatch({ declaredHeadcount: 4 }) })
  expect(other).toMatchObject({ status: 409, body: { word: 'identifier-reused' } })
  const { body } = await desk.ask('readBatch', { params })
  expect(body['batch']).toMatchObject({ declaredHeadcount: 3, revision: 1 })
})

it('has no such post for an officer of another one', async () => {
  const answer = await desk.ask('openBatch', { params: { batchId: randomUUID() }, body: anOpenBatch({ post: 'FB' }) })
  expect(answer).toMatchObject({ status: 404, body: { word: 'not-found' } })
})

it('puts its audit entry with the batch', async () => {
  const batchId = randomUUID()
  await desk.ask('openBatch', { params: { batchId }, body: anOpenBatch(), officer: 'officer-7' })
  expect(await auditOf(desk, batchId)).toEqual([
    expect.objectContaining({
      action: 'openBatch',
      officerId: 'officer-7',
      roles: ['reception@MB'],
      commandId: batchId,
    }),
  ])
})

it('refuses a typed field that is not in the contract, without repeating what was typed', async () => {
  const answer = await desk.ask('openBatch', {
    params: { batchId: randomUUID() },
    body: { ...anOpenBatch(), driver: 'Thabo Foulo' },
  })
  expect(answer).toMatchObject({
    status: 400,
    body: { word: 'invalid-fields', detail: { fields: [{ path: 'driver', problem: 'unrecognized_keys' }] } },
  })
  expect(JSON.stringify(answer)).not.toContain('Thabo')
})
