import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lakeGateway as lakeWriter } from '../../../functions/facts/lake-gateway.ts'
import { createAudit } from '../../../functions/platform/audit.ts'
import { jsonLines } from '../../../functions/platform/bucket.ts'
import { capability } from '../../../functions/platform/capability.ts'
import { reportsRoutes } from '../../../functions/reports/contract.ts'
import { downloadReport } from '../../../functions/reports/download-report.ts'
import { lakeGateway } from '../../../functions/reports/lake-gateway.ts'
import { readReport } from '../../../functions/reports/read-report.ts'
import { reportRunner } from '../../../functions/reports/run-report.ts'
import { aPlanFact, reference } from '../../builders/facts.ts'
import { anHttpEvent, answerOf } from '../../builders/http-event.ts'
import { freshTables } from '../../harness/dynamodb-local.ts'
import { keptBucket } from '../../harness/kept-bucket.ts'
import { everyItem, keptLog, noon } from '../../harness/sealed-zone.ts'

const groups = ['analyst@*']
const params = { report: 'livelihood-funnel' }

async function reportsOver(folder: string) {
  const { client, tables } = await freshTables()
  const lake = keptBucket()
  const run = reportRunner(lakeGateway(lake.bucket, folder))
  const handler = capability({
    endpoints: [readReport(run), downloadReport(run)],
    audit: createAudit(client, tables.audit, { now: () => noon }),
    clock: { now: () => noon },
    log: keptLog().log,
  })
  const audited = async () => (await everyItem(client, tables.audit)).map(item => unmarshall(item))
  return { handler, lake, audited }
}

let folder: string
let reports: Awaited<ReturnType<typeof reportsOver>>
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kamohelo-lake-'))
  reports = await reportsOver(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const keep = (name: string, count: number, district: 'LS-A' | 'LS-C' = 'LS-C') =>
  reports.lake.bucket.put(
    `facts/${name}.jsonl`,
    jsonLines(Array.from({ length: count }, (_, index) => aPlanFact({ id: reference(`${name}-${index}`), district }))),
    'application/x-ndjson',
  )
const read = (as: readonly string[] = groups, report = 'livelihood-funnel') =>
  answerOf(reports.handler, anHttpEvent({ route: reportsRoutes.readReport, params: { report }, groups: as }))

it('answers from an empty lake with no rows and a total of zeros', async () => {
  const { status, body } = await read()
  expect(status).toBe(200)
  expect(body).toMatchObject({ rows: [], total: ['LS', 'Lesotho', 'all', 0, 0, 0, 0, null] })
})

it('reads every object of the lake, each once', async () => {
  await keep('one', 6)
  await keep('two', 7, 'LS-A')
  expect((await read()).body['rows']).toMatchObject([
    ['LS-A', 'Maseru', '2026-Q4', 7, 0, 0, 0, null],
    ['LS-C', 'Leribe', '2026-Q4', 6, 0, 0, 0, null],
  ])
  expect(reports.lake.asked.gets).toBe(2)

  await keep('three', 5)
  expect((await read()).body['total']).toMatchObject(['LS', 'Lesotho', 'all', 18, 0, 0, 0, null])
  expect(reports.lake.asked.gets).toBe(3)
})

it('reads again what a shorter batch wrote over', async () => {
  await keep('one', 9)
  await read()
  await keep('one', 6)
  expect((await read()).body['total']).toMatchObject(['LS', 'Lesotho', 'all', 6, 0, 0, 0, null])
})

it('starts anew after a fetch that broke, and loses nothing', async () => {
  await keep('one', 6)
  await read()
  await keep('two', 7, 'LS-A')
  const { get } = reports.lake.bucket
  reports.lake.bucket.get = () => Promise.reject(new Error('away'))
  expect((await read()).status).toBe(500)
  reports.lake.bucket.get = get
  expect((await read()).body['total']).toMatchObject(['LS', 'Lesotho', 'all', 13, 0, 0, 0, null])
})

it('answers many at once, each from the whole lake', async () => {
  await keep('one', 6)
  const answers = await Promise.all(Array.from({ length: 6 }, () => read()))
  for (const { body } of answers) expect(body['total']).toMatchObject(['LS', 'Lesotho', 'all', 6, 0, 0, 0, null])
  expect(reports.lake.asked.gets).toBe(1)
})

it('shows no small number', async () => {
  await keep('one', 3)
  await keep('two', 20, 'LS-A')
  const { body } = await read()
  expect(JSON.stringify(body['rows'])).not.toMatch(/\b(3|20)\b/)
  expect(body['total']).toMatchObject(['LS', 'Lesotho', 'all', 23, 0, 0, 0, null])
})

it('has who read which report on record', async () => {
  await read()
  expect(await reports.audited()).toMatchObject([
    { action: 'readReport', subjectId: 'report:livelihood-funnel', officerId: 'officer-1', roles: ['analyst@*'] },
  ])
})

it('refuses an unknown report, and everybody but an analyst', async () => {
  expect((await read(groups, 'people-by-name')).body['word']).toBe('report-unknown')
  for (const role of ['livelihood@LS-C', 'supervisor@MB', 'administrator@*', 'protection@*'])
    expect((await read([role])).body['word']).toBe('not-permitted')
  expect(reports.lake.asked.lists).toBe(0)
})

it.each([
  ['csv', 'text/csv'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
])('gives the same table as %s, under a name that says nothing', async (format, mediaType) => {
  await keep('one', 6)
  const event = anHttpEvent({ route: reportsRoutes.downloadReport, params, query: { format }, groups })
  const answer = await reports.handler(event, {})
  expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: true })
  expect(answer.headers).toMatchObject({
    'content-type': mediaType,
    'content-disposition': `attachment; filename="kamohelo-livelihood-funnel-2026-11-22.${format}"`,
  })
  expect(Buffer.from(answer.body, 'base64').byteLength).toBeGreaterThan(100)
  expect(await reports.audited()).toMatchObject([{ action: 'downloadReport' }])
})

it('refuses a file of another kind, and of an unknown report', async () => {
  const send = (report: string, format: string) =>
    answerOf(
      reports.handler,
      anHttpEvent({ route: reportsRoutes.downloadReport, params: { report }, query: { format }, groups }),
    )
  expect((await send('livelihood-funnel', 'pdf')).body['word']).toBe('invalid-fields')
  expect((await send('people-by-name', 'csv')).body['word']).toBe('report-unknown')
})

it('reads what the facts function writes', async () => {
  const record = {
    eventID: 'a1',
    eventName: 'INSERT',
    dynamodb: { Keys: { pk: { S: 'x' }, sk: { S: 'y' } }, SequenceNumber: '7' },
  } as const
  const facts = Array.from({ length: 8 }, (_, index) => aPlanFact({ id: reference(`p${index}`) }))
  await lakeWriter(reports.lake.bucket).keep(record, facts)
  expect((await read()).body['total']).toMatchObject(['LS', 'Lesotho', 'all', 8, 0, 0, 0, null])
})
