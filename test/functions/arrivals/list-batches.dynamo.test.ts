import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { anOpenBatch } from '../../builders/batch-commands.ts'
import { type ArrivalsFunction, arrivalsFunction } from '../../harness/arrivals-function.ts'

let desk: ArrivalsFunction
let minute = 0
beforeAll(async () => {
  desk = await arrivalsFunction({ now: () => new Date(Date.UTC(2026, 10, 22, 8, minute)) })
})

it("shows the latest fifty batches of one of the caller's posts, newest first", async () => {
  const opened: string[] = []
  for (minute = 0; minute < 52; minute += 1) {
    const batchId = randomUUID()
    opened.unshift(batchId)
    await desk.ask('openBatch', { params: { batchId }, body: anOpenBatch() })
  }
  const { status, body } = await desk.ask('listBatches', { query: { post: 'MB' } })
  expect(status).toBe(200)
  const batches = body['batches']
  if (!Array.isArray(batches)) throw new Error('no list')
  expect(batches.map(({ batchId }) => batchId)).toEqual(opened.slice(0, 50))
})

it('has nothing of another post', async () => {
  const answer = await desk.ask('listBatches', { query: { post: 'FB' } })
  expect(answer).toMatchObject({ status: 404, body: { word: 'not-found' } })
})

it('refuses a post that does not exist, and a query field that does not either', async () => {
  expect(await desk.ask('listBatches', { query: { post: 'XX' } })).toMatchObject({ body: { word: 'invalid-fields' } })
  expect(await desk.ask('listBatches', { query: { post: 'MB', all: 'yes' } })).toMatchObject({
    body: { word: 'invalid-fields' },
  })
})
