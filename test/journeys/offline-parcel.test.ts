/** A day without network at Ficksburg Bridge, handed in through the running system with every role enforced. */
import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { displayNumber } from '../../functions/registration/display-number.ts'
import { aCloseBatch, aCountHeads, anImportManifest, anOpenBatch, aRecordOutcome } from '../builders/batch-commands.ts'
import { anIntake } from '../builders/intake.ts'
import { type HostDoor, sharedHost } from '../harness/local-host.ts'

let host: HostDoor
beforeAll(async () => {
  host = await sharedHost()
}, 120_000)

const Body = z.record(z.string(), z.unknown())

async function ask(
  path: string,
  { method = 'GET', body, user = 'reception-fb' }: { method?: string; body?: unknown; user?: string } = {},
) {
  const packed = body === undefined ? {} : { body: gzipSync(JSON.stringify(body)) }
  const response = await fetch(new URL(path, host.url), {
    method,
    headers: {
      authorization: `Bearer ${await host.token(user)}`,
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    },
    ...packed,
  })
  return { status: response.status, body: Body.parse(await response.json()) }
}

const batchId = randomUUID()
const batch = `/v1/batches/${batchId}`
const intakeId = randomUUID()
const intake = anIntake({
  batchId,
  row: 1,
  fast: { ...anIntake().fast, names: { givenNames: 'Tšeliso', surname: 'Ramaqabe' } },
  displayNumber: displayNumber({ postCode: 'FB', deviceCode: 'J7', sequence: 1 }),
})
const { personId } = intake

const command = (path: string, body: unknown, dependsOn: string[] = []) => ({
  commandId: randomUUID(),
  method: 'PUT',
  path,
  body,
  dependsOn,
})
const opened = command(batch, anOpenBatch({ post: 'FB' }))
const listed = command(`${batch}/manifest`, anImportManifest(), [opened.commandId])
const commands = [
  opened,
  command(`${batch}/counts/${randomUUID()}`, aCountHeads(), [opened.commandId]),
  listed,
  command(`/v1/intakes/${intakeId}`, intake, [listed.commandId]),
  command(`${batch}/outcomes/${randomUUID()}`, aRecordOutcome({ row: 2 }), [listed.commandId]),
  command(`${batch}/closings/${randomUUID()}`, aCloseBatch(), [opened.commandId]),
]
const Answers = z.object({ answers: z.array(z.looseObject({ status: z.int(), body: z.unknown() })) })
const handIn = async () =>
  Answers.parse((await ask('/v1/commands', { method: 'POST', body: { commands } })).body).answers

it('hands in a whole arrival at once, and again after a lost answer without storing it twice', async () => {
  const first = await handIn()
  expect(first.map(({ status }) => status)).toEqual(Array(6).fill(201))
  expect(await handIn()).toEqual(first)
  expect(await ask(batch)).toMatchObject({
    status: 200,
    body: { batch: { state: 'CLOSED' }, balance: { headcount: 2, difference: 0 }, counted: [{ row: 1 }, { row: 2 }] },
  })
  const { body } = await ask('/v1/batches?post=FB')
  expect(body['batches']).toContainEqual(expect.objectContaining({ batchId }))
})

it('finds, reads and completes the person, and hides them from another post', async () => {
  const candidate = { givenNames: 'Ramaqabe', surname: 'Tsheliso', sex: 1, birthYear: 1986 }
  const { body } = await ask('/v1/persons/matches', { method: 'POST', body: candidate, user: 'reception-mb' })
  expect(body['matches']).toContainEqual(expect.objectContaining({ personId }))
  const completion = {
    versions: intake.versions,
    returnEventId: intakeId,
    revision: 1,
    full: { wages: { owed: true } },
    deviceTime: intake.deviceTime,
  }
  const path = `/v1/persons/${personId}/completions/${randomUUID()}`
  expect(await ask(path, { method: 'PUT', body: completion })).toMatchObject({ status: 201 })
  expect(await ask(`/v1/persons/${personId}`)).toMatchObject({ body: { full: { wages: { owed: true } }, revision: 2 } })
  expect(await ask(`/v1/persons/${personId}`, { user: 'reception-mb' })).toMatchObject({ status: 404 })
})

it('has every step on record, by whom, for the auditor alone', async () => {
  const { body } = await ask(`/v1/audit/${batchId}`, { user: 'auditor' })
  const lines = z.object({ lines: z.array(z.looseObject({ action: z.string() })) }).parse(body).lines
  expect([...new Set(lines.map(({ action }) => action))].sort()).toEqual([
    'closeBatch',
    'countHeads',
    'importManifest',
    'openBatch',
    'readBatch',
    'recordOutcome',
  ])
  expect(await ask(`/v1/audit/${batchId}`)).toMatchObject({ status: 403 })
})

it('describes itself to anybody', async () => {
  const response = await fetch(new URL('/v1/openapi.json', host.url))
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ openapi: '3.1.0' })
})
