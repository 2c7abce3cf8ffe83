import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { aCloseBatch, aCountHeads, anOpenBatch, aTallyNeeds } from '../../builders/batch-commands.ts'
import { type ArrivalsFunction, arrivalsFunction, receivedAt } from '../../harness/arrivals-function.ts'

let desk: ArrivalsFunction
beforeAll(async () => {
  desk = await arrivalsFunction()
})

async function anOpenedBatch(): Promise<string> {
  const batchId = randomUUID()
  await desk.ask('openBatch', { params: { batchId }, body: anOpenBatch({ declaredHeadcount: 0 }) })
  return batchId
}
const needsOf = async (batchId: string) =>
  (await desk.ask('readBatch', { params: { batchId } })).body['batch'] as { needs?: unknown }

it('counts the barefoot and the empty-handed of a whole bus, and the last tally holds', async () => {
  const batchId = await anOpenedBatch()
  for (const barefoot of [3, 4]) {
    const tallyId = randomUUID()
    const body = aTallyNeeds({ needs: { barefoot, emptyHanded: 9 } })
    const answer = await desk.ask('tallyNeeds', { params: { batchId, tallyId }, body })
    expect(answer).toEqual({ status: 201, body: { id: tallyId, receivedAt, restoreEpoch: 0 } })
  }
  expect((await needsOf(batchId)).needs).toEqual({ barefoot: 4, emptyHanded: 9 })
})

it('answers a retry with its first receipt, and other content under its id with a refusal', async () => {
  const batchId = await anOpenedBatch()
  const first = { params: { batchId, tallyId: randomUUID() }, body: aTallyNeeds() }
  const answer = await desk.ask('tallyNeeds', first)
  expect(await desk.ask('tallyNeeds', first)).toEqual(answer)
  const other = { ...first, body: aTallyNeeds({ needs: { barefoot: 7, emptyHanded: 7 } }) }
  expect(await desk.ask('tallyNeeds', other)).toMatchObject({ status: 409, body: { word: 'identifier-reused' } })
})

it('is refused at another post, by who may not count, and once the arrival is closed', async () => {
  const batchId = await anOpenedBatch()
  const ask = (groups: string[]) =>
    desk.ask('tallyNeeds', { params: { batchId, tallyId: randomUUID() }, body: aTallyNeeds(), groups })
  expect(await ask(['reception@FB'])).toMatchObject({ body: { word: 'batch-unknown' } })
  expect(await ask(['supplies@MB'])).toMatchObject({ status: 403 })
  await desk.ask('countHeads', {
    params: { batchId, countId: randomUUID() },
    body: aCountHeads({ heads: { men: 0, women: 0, children: 0 } }),
  })
  await desk.ask('closeBatch', { params: { batchId, closingId: randomUUID() }, body: aCloseBatch() })
  expect(await ask(['reception@MB'])).toMatchObject({ body: { word: 'batch-closed' } })
})
