import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { beforeAll, expect, it } from 'vitest'
import { readManifest } from '../../../functions/arrivals/manifest.ts'
import { queryAll } from '../../../functions/platform/reads.ts'
import { manifestPartPrefix, registryKeys } from '../../../functions/platform/tables.ts'
import { aCloseBatch, anImportManifest, anOpenBatch } from '../../builders/batch-commands.ts'
import { type ArrivalsFunction, arrivalsFunction, receivedAt } from '../../harness/arrivals-function.ts'
import { auditOf } from '../../harness/audit-entries.ts'

let desk: ArrivalsFunction
let theirList: string
beforeAll(async () => {
  desk = await arrivalsFunction()
  theirList = await readFile(new URL('../../data/maseru-bridge-manifest.csv', import.meta.url), 'utf8')
})

async function anOpenedBatch(declaredHeadcount = 117): Promise<{ batchId: string }> {
  const batchId = randomUUID()
  await desk.ask('openBatch', { params: { batchId }, body: anOpenBatch({ declaredHeadcount }) })
  return { batchId }
}
const partsOf = ({ batchId }: { batchId: string }) => {
  const { pk } = registryKeys.batch(batchId)
  return queryAll(desk.client, desk.tables.registry, { pk, prefix: manifestPartPrefix })
}

it('answers every row of a real list, accepted or rejected for a named reason, and keeps them all', async () => {
  const params = await anOpenedBatch()
  const manifestId = randomUUID()
  const answer = await desk.ask('importManifest', { params, body: anImportManifest({ manifestId, text: theirList }) })
  const reading = readManifest(theirList, { arrivedOn: '2026-11-22' })
  if ('refusal' in reading) throw new Error(reading.refusal)
  expect(answer.status).toBe(201)
  expect(answer.body).toMatchObject({ id: manifestId, receivedAt, blankLines: reading.blankLines })
  expect(answer.body['rows']).toEqual(reading.rows)
  expect(Number(answer.body['accepted']) + Number(answer.body['rejected'])).toBe(reading.rows.length)
  expect(reading.rows.filter(({ status }) => status === 'REJECTED').every(({ reason }) => reason !== undefined)).toBe(
    true,
  )

  const { body } = await desk.ask('readBatch', { params })
  expect(body['rows']).toEqual(reading.rows)
})

it('keeps a long list in parts of at most a hundred rows, in order', async () => {
  const params = await anOpenedBatch()
  const lines = Array.from({ length: 450 }, (_, index) => `${index + 1};FOULO${index};KHOTSO;M;1985/07/07;Lesotho`)
  const text = ['NO;SURNAME;FULL NAMES;SEX;D.O.B;NATIONALITY', ...lines].join('\n')
  const { body } = await desk.ask('importManifest', { params, body: anImportManifest({ text }) })
  expect(body['rows']).toHaveLength(450)
  expect((await partsOf(params)).map(part => part['rows']?.L?.length)).toEqual([100, 100, 100, 100, 50])
  const read = await desk.ask('readBatch', { params })
  expect(read.body['rows']).toEqual(body['rows'])
})

it('answers a retry exactly as the first time', async () => {
  const params = await anOpenedBatch()
  const sent = { params, body: anImportManifest({ text: theirList }) }
  const first = await desk.ask('importManifest', sent)
  expect(await desk.ask('importManifest', sent)).toEqual(first)
  expect(await partsOf(params)).toHaveLength(2)
})

it('answers the same list sent anew with what was stored', async () => {
  const params = await anOpenedBatch()
  const first = anImportManifest()
  const answer = await desk.ask('importManifest', { params, body: first })
  const manifestId = randomUUID()
  const again = await desk.ask('importManifest', { params, body: { ...first, manifestId } })
  expect(answer.body['importedBefore']).toBe(false)
  expect(again).toEqual({ status: 201, body: { ...answer.body, id: manifestId, importedBefore: true } })
  expect(await partsOf(params)).toHaveLength(1)
})

it('refuses another list for the same batch, and the same id with another text', async () => {
  const params = await anOpenedBatch()
  const first = anImportManifest()
  await desk.ask('importManifest', { params, body: first })
  const text = `${first.text}\n3;LETSIE;MPHO;F;1990/01/01;Lesotho`
  const otherList = await desk.ask('importManifest', { params, body: { ...first, manifestId: randomUUID(), text } })
  const otherText = await desk.ask('importManifest', { params, body: { ...first, text } })
  expect(otherList).toMatchObject({ status: 409, body: { word: 'list-already-imported' } })
  expect(otherText).toMatchObject({ status: 409, body: { word: 'identifier-reused' } })
  const { body } = await desk.ask('readBatch', { params })
  expect(body['rows']).toHaveLength(2)
})

it('lets one of two devices import when both send another list at the same moment', async () => {
  const params = await anOpenedBatch()
  const answers = await Promise.all(
    ['LETSIE', 'RAMATSOSO'].map(surname =>
      desk.ask('importManifest', {
        params,
        body: anImportManifest({ manifestId: randomUUID(), text: `SURNAME;FULL NAMES\n${surname};MPHO` }),
      }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
})

it.each([
  ['manifest-unreadable', 422, 'just some words\nand more of them'],
  ['manifest-empty', 422, 'NO;SURNAME;FULL NAMES;SEX;D.O.B;NATIONALITY\n'],
  [
    'manifest-too-large',
    413,
    `NO;SURNAME;FULL NAMES;SEX;D.O.B;NATIONALITY\n${'1;FOULO;KHOTSO;M;1985/07/07;Lesotho\n'.repeat(2_001)}`,
  ],
])('refuses %s and keeps nothing', async (word, status, text) => {
  const params = await anOpenedBatch()
  const answer = await desk.ask('importManifest', { params, body: anImportManifest({ text }) })
  expect(answer).toMatchObject({ status, body: { word } })
  expect(await partsOf(params)).toEqual([])
})

it('knows no batch of another post, and takes no list for a closed one', async () => {
  const params = await anOpenedBatch(0)
  const elsewhere = await desk.ask('importManifest', { params, body: anImportManifest(), groups: ['supervisor@FB'] })
  expect(elsewhere).toMatchObject({ status: 404, body: { word: 'batch-unknown' } })
  await desk.ask('closeBatch', { params: { ...params, closingId: randomUUID() }, body: aCloseBatch() })
  const late = await desk.ask('importManifest', { params, body: anImportManifest() })
  expect(late).toMatchObject({ status: 409, body: { word: 'batch-closed' } })
})

it('names nobody in the audit or the log', async () => {
  const params = await anOpenedBatch()
  await desk.ask('importManifest', { params, body: anImportManifest() })
  const entries = await auditOf(desk, params.batchId)
  expect(entries.map(entry => entry['action']).sort()).toEqual(['importManifest', 'openBatch'])
  expect(JSON.stringify([entries, desk.log.said])).not.toMatch(/MOHAPI|FOULO/)
})
