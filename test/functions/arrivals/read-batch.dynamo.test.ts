import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { aCountHeads, anImportManifest, anOpenBatch, aRecordOutcome } from '../../builders/batch-commands.ts'
import { type ArrivalsFunction, arrivalsFunction } from '../../harness/arrivals-function.ts'
import { auditOf } from '../../harness/audit-entries.ts'

let desk: ArrivalsFunction
const params = { batchId: randomUUID() }
beforeAll(async () => {
  desk = await arrivalsFunction()
  await desk.ask('openBatch', { params, body: anOpenBatch() })
  await desk.ask('importManifest', { params, body: anImportManifest() })
  await desk.ask('countHeads', { params: { ...params, countId: randomUUID() }, body: aCountHeads() })
  await desk.ask('recordOutcome', { params: { ...params, outcomeId: randomUUID() }, body: aRecordOutcome({ row: 2 }) })
})

it('shows the batch, its list, who is accounted for and what is missing', async () => {
  const { status, body } = await desk.ask('readBatch', { params, groups: ['immigration@MB'] })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    batch: { ...params, state: 'ARRIVED', heads: { men: 1, women: 1, children: 0 } },
    balance: { headcount: 2, outcomes: { LEFT_BEFORE: 1 }, difference: 1 },
    rows: [{ row: 1 }, { row: 2 }],
    counted: [{ row: 2, outcome: 'LEFT_BEFORE' }],
  })
})

it('shows the names on board to nobody who only hands things out or speaks with one person', async () => {
  for (const group of ['supplies@MB', 'screening@MB']) {
    const { status } = await desk.ask('readBatch', { params, groups: [group] })
    expect([group, status]).toEqual([group, 403])
    expect((await desk.ask('listBatches', { query: { post: 'MB' }, groups: [group] })).status).toBe(200)
  }
})

it('is absent for officers of other posts, and what was not shown is not on record', async () => {
  const elsewhere = await desk.ask('readBatch', { params, groups: ['reception@FB'], officer: 'from-elsewhere' })
  expect(elsewhere).toMatchObject({ status: 404, body: { word: 'not-found' } })
  const entries = await auditOf(desk, params.batchId)
  expect(entries.map(({ officerId }) => officerId)).not.toContain('from-elsewhere')
})

it('is on record before the answer leaves', async () => {
  await desk.ask('readBatch', { params, officer: 'officer-9' })
  expect(await auditOf(desk, params.batchId)).toContainEqual(
    expect.objectContaining({ action: 'readBatch', officerId: 'officer-9' }),
  )
})
