import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { queryAll } from '../../../functions/platform/reads.ts'
import { registryKeys } from '../../../functions/platform/tables.ts'
import { aCloseBatch, aCountHeads, anOpenBatch } from '../../builders/batch-commands.ts'
import { type ArrivalsFunction, arrivalsFunction, receivedAt } from '../../harness/arrivals-function.ts'

let desk: ArrivalsFunction
beforeAll(async () => {
  desk = await arrivalsFunction()
})

const heads = (men: number) => ({ men, women: 0, children: 0 })

async function anOpenedBatch(declaredHeadcount = 3): Promise<string> {
  const batchId = randomUUID()
  await desk.ask('openBatch', { params: { batchId }, body: anOpenBatch({ declaredHeadcount }) })
  return batchId
}
const batchOf = async (batchId: string) => (await desk.ask('readBatch', { params: { batchId } })).body['batch']
const countsKept = (batchId: string) => {
  const { pk, sk } = registryKeys.headCount(batchId, '')
  return queryAll(desk.client, desk.tables.registry, { pk, prefix: sk })
}

it('says the batch has arrived, with men, women and children apart', async () => {
  const batchId = await anOpenedBatch()
  const countId = randomUUID()
  const answer = await desk.ask('countHeads', { params: { batchId, countId }, body: aCountHeads() })
  expect(answer).toEqual({ status: 201, body: { id: countId, receivedAt, restoreEpoch: 0 } })
  expect(await batchOf(batchId)).toMatchObject({ state: 'ARRIVED', heads: { men: 1, women: 1, children: 0 } })
})

it('lets the last count win and keeps the earlier ones', async () => {
  const batchId = await anOpenedBatch()
  for (const men of [5, 7]) {
    await desk.ask('countHeads', {
      params: { batchId, countId: randomUUID() },
      body: aCountHeads({ heads: heads(men) }),
    })
  }
  expect(await batchOf(batchId)).toMatchObject({ heads: heads(7) })
  expect(await countsKept(batchId)).toHaveLength(2)
})

it('refuses a count that replaces another one than the officer saw', async () => {
  const batchId = await anOpenedBatch()
  const count = (men: number, instead: ReturnType<typeof heads> | null) =>
    desk.ask('countHeads', {
      params: { batchId, countId: randomUUID() },
      body: aCountHeads({ heads: heads(men), instead }),
    })
  expect((await count(5, null)).status).toBe(201)
  for (const stale of [null, heads(4)])
    expect(await count(6, stale)).toMatchObject({ status: 409, body: { word: 'revision-stale' } })
  expect((await count(7, heads(5))).status).toBe(201)
  expect(await batchOf(batchId)).toMatchObject({ heads: heads(7) })
  expect(await countsKept(batchId)).toHaveLength(2)
})

it('does not bring an earlier count back when it is retried', async () => {
  const batchId = await anOpenedBatch()
  const first = { params: { batchId, countId: randomUUID() }, body: aCountHeads({ heads: heads(5) }) }
  const second = { params: { batchId, countId: randomUUID() }, body: aCountHeads({ heads: heads(7) }) }
  const answer = await desk.ask('countHeads', first)
  await desk.ask('countHeads', second)
  expect(await desk.ask('countHeads', first)).toEqual(answer)
  expect(await batchOf(batchId)).toMatchObject({ heads: heads(7) })
  expect(await countsKept(batchId)).toHaveLength(2)
})

it('refuses the same count id with other heads', async () => {
  const batchId = await anOpenedBatch()
  const params = { batchId, countId: randomUUID() }
  await desk.ask('countHeads', { params, body: aCountHeads({ heads: heads(5) }) })
  const other = await desk.ask('countHeads', { params, body: aCountHeads({ heads: heads(6) }) })
  expect(other).toMatchObject({ status: 409, body: { word: 'identifier-reused' } })
  expect(await batchOf(batchId)).toMatchObject({ heads: heads(5) })
})

it('knows no batch that was not opened, nor one of another post', async () => {
  const batchId = await anOpenedBatch()
  const params = { batchId, countId: randomUUID() }
  const absent = await desk.ask('countHeads', { params: { ...params, batchId: randomUUID() }, body: aCountHeads() })
  const elsewhere = await desk.ask('countHeads', { params, body: aCountHeads(), groups: ['reception@FB'] })
  expect(absent).toMatchObject({ status: 404, body: { word: 'batch-unknown' } })
  expect(elsewhere).toEqual(absent)
})

it('takes no count any more once the batch is closed, but still answers a retry', async () => {
  const batchId = await anOpenedBatch(0)
  const before = { params: { batchId, countId: randomUUID() }, body: aCountHeads({ heads: heads(0) }) }
  const answer = await desk.ask('countHeads', before)
  await desk.ask('closeBatch', { params: { batchId, closingId: randomUUID() }, body: aCloseBatch() })
  const late = await desk.ask('countHeads', { params: { batchId, countId: randomUUID() }, body: aCountHeads() })
  expect(late).toMatchObject({ status: 409, body: { word: 'batch-closed' } })
  const stale = aCountHeads({ instead: heads(4) })
  expect(await desk.ask('countHeads', { params: { batchId, countId: randomUUID() }, body: stale })).toEqual(late)
  expect(await desk.ask('countHeads', before)).toEqual(answer)
})
