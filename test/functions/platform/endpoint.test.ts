/** The chain every request passes, with a route made for the test: what is refused, recorded and answered. */
import { gzipSync } from 'node:zlib'
import { beforeEach, expect, it } from 'vitest'
import * as z from 'zod/mini'
import type { Audit, AuditEntry } from '../../../functions/platform/audit.ts'
import { capability } from '../../../functions/platform/capability.ts'
import { contentHash } from '../../../functions/platform/content-hash.ts'
import { endpoint } from '../../../functions/platform/endpoint.ts'
import { CommandVersions, ids, noParams, noQuery } from '../../../functions/platform/fields.ts'
import { covers } from '../../../functions/platform/permissions.ts'
import { created, file, notFound, ok } from '../../../functions/platform/reply.ts'
import { route } from '../../../functions/platform/route.ts'
import { Contended } from '../../../functions/platform/transaction.ts'
import { anHttpEvent, answerOf } from '../../builders/http-event.ts'
import { silentLog } from '../../harness/silent-log.ts'

const examples = { response: {} }
const keepThing = route({
  name: 'keepThing',
  method: 'PUT',
  path: '/v1/things/{thingId}',
  summary: 'Keep a thing',
  permission: 'batch.open',
  recording: 'committed',
  params: ids('thingId'),
  query: noQuery,
  body: z.strictObject({ versions: CommandVersions, village: z.string().check(z.maxLength(20)) }),
  contractVersion: 3,
  upcasts: {
    1: body => ({ ...body, place: body['home'], home: undefined }),
    2: ({ place, ...body }) => ({ versions: body['versions'], village: place }),
  },
  maxBodyBytes: 200,
  response: z.strictObject({ village: z.string(), covered: z.boolean() }),
  refusals: [],
  examples,
})
const readThing = route({
  name: 'readThing',
  method: 'GET',
  path: '/v1/things/{thingId}',
  summary: 'Read a thing',
  permission: 'batch.read',
  recording: 'read',
  params: ids('thingId'),
  query: z.strictObject({ how: z.optional(z.enum(['break', 'contend', 'leak', 'lose', 'file'])) }),
  maxBodyBytes: 0,
  response: z.strictObject({ seen: z.int() }),
  refusals: [],
  examples,
})
const readAnything = route({
  ...readThing,
  name: 'readAnything',
  path: '/v1/anything',
  permission: 'public',
  recording: 'none',
  params: noParams,
  query: noQuery,
})

const thingId = '0193a3a0-0000-7000-8000-000000000001'
let recorded: AuditEntry[]
let auditFails: boolean
let fingerprints: string[]
let log: ReturnType<typeof silentLog>
beforeEach(() => {
  recorded = []
  auditFails = false
  fingerprints = []
  log = silentLog()
})

const audit: Audit = {
  entry: () => ({}),
  record: async entry => {
    if (auditFails) throw new Error('the audit table is away')
    recorded.push(entry)
  },
}
const handler = () =>
  capability({
    endpoints: [
      endpoint(keepThing, async ({ body: { village }, sent, scope }) => {
        fingerprints.push(contentHash(sent))
        return created({ village, covered: covers(scope, 'MB') })
      }),
      endpoint(readThing, async ({ query: { how } }) => {
        if (how === 'break') throw new Error("Ts'epo Foulo of Ha Foso")
        if (how === 'contend') throw new Contended('transaction')
        if (how === 'lose') return notFound()
        if (how === 'file')
          return file({ name: 'a.csv', mediaType: 'text/csv', bytes: new Uint8Array([123, 125]) }, ['s'])
        if (how === 'leak') return ok({ seen: 1, name: 'Neo' }, [thingId])
        return ok({ seen: 2 }, [thingId, 'person-2'])
      }),
      endpoint(readAnything, async ({ caller }) => ok({ seen: caller.grants.length })),
    ],
    audit,
    clock: { now: () => new Date('2026-11-22T08:00:00.000Z') },
    log,
  })
const send = (event: unknown) => answerOf(handler(), event)

const versions = { contract: 3, rules: '2026-11-01' }
const aCommand = { versions, village: 'Ha Foso' }
const reception = { groups: ['reception@MB'] }
const keep = (override: Partial<Parameters<typeof anHttpEvent>[0]> = {}) =>
  send(anHttpEvent({ route: keepThing, params: { thingId }, body: aCommand, ...reception, ...override }))
const read = (override: Partial<Parameters<typeof anHttpEvent>[0]> = {}) =>
  send(anHttpEvent({ route: readThing, params: { thingId }, ...reception, ...override }))

it('hands the request its parsed body and the scope of its own permission', async () => {
  expect(await keep()).toEqual({ status: 201, body: { village: 'Ha Foso', covered: true } })
  expect(await keep({ groups: ['supervisor@FB'] })).toMatchObject({ body: { covered: false } })
})

it('refuses whoever is not signed in, and whose roles do not allow it, before the body is looked at', async () => {
  const nobody = anHttpEvent({ route: keepThing, params: { thingId }, body: '{' })
  expect(await send(nobody)).toMatchObject({ status: 401, body: { word: 'not-signed-in' } })
  expect(await keep({ groups: ['health@LS-C'], body: '{' })).toMatchObject({
    status: 403,
    body: { word: 'not-permitted' },
  })
  expect(await keep({ groups: [] })).toMatchObject({ status: 403 })
})

it('answers a refusal as problem JSON in both languages', async () => {
  const { body } = await read({ query: { how: 'lose' } })
  expect(body).toEqual({
    type: 'urn:kamohelo:refusal:not-found',
    title: expect.any(String),
    status: 404,
    word: 'not-found',
    sentences: { en: expect.any(String), 'st-LS': expect.any(String) },
  })
})

it.each([
  ['malformed-json', 400, '{"village":'],
  ['malformed-json', 400, ''],
  ['invalid-fields', 400, '[]'],
  ['invalid-fields', 400, 'null'],
  ['invalid-fields', 400, JSON.stringify({ versions })],
  ['invalid-fields', 400, JSON.stringify({ ...aCommand, village: 7 })],
  ['invalid-fields', 400, JSON.stringify({ ...aCommand, village: 'x'.repeat(21) })],
  ['invalid-fields', 400, JSON.stringify({ ...aCommand, chief: 'C' })],
  ['body-too-large', 413, JSON.stringify({ ...aCommand, village: 'x'.repeat(200) })],
])('refuses %s (%i) for the body %j', async (word, status, body) => {
  expect(await keep({ body })).toMatchObject({ status, body: { word } })
})

it('names the fields that are wrong and never what was typed', async () => {
  const answer = await keep({ body: { versions, village: 'Moeketsi of Ha Ramokoatsi', Moeketsi: 1 } })
  expect(answer.body['detail']).toEqual({
    fields: expect.arrayContaining([{ path: 'village', problem: 'too_big' }]),
  })
  expect(JSON.stringify(answer)).not.toContain('Ramokoatsi')
})

it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
  'refuses a body sent as %j',
  async mediaType => {
    const answer = await keep({ headers: { 'content-type': mediaType } })
    expect(answer).toMatchObject({ status: 415, body: { word: 'wrong-content-type' } })
  },
)

it('takes JSON with a character set named beside it, and in base64', async () => {
  expect(await keep({ headers: { 'content-type': 'application/JSON; charset=utf-8' } })).toMatchObject({ status: 201 })
  const event = anHttpEvent({ route: keepThing, params: { thingId }, body: aCommand, ...reception })
  const body = Buffer.from(JSON.stringify(aCommand)).toString('base64')
  expect(await send({ ...event, body, isBase64Encoded: true })).toMatchObject({ status: 201 })
})

it('refuses bytes that are no UTF-8', async () => {
  const event = anHttpEvent({ route: keepThing, params: { thingId }, ...reception })
  const body = Buffer.from([0x22, 0xff, 0xfe, 0x22]).toString('base64')
  expect(await send({ ...event, body, isBase64Encoded: true })).toMatchObject({ body: { word: 'malformed-json' } })
})

const packed = (content: Buffer, packing = 'gzip') => {
  const event = anHttpEvent({
    route: keepThing,
    params: { thingId },
    ...reception,
    headers: { 'content-encoding': packing },
  })
  return send({ ...event, body: content.toString('base64'), isBase64Encoded: true })
}

it('unpacks a packed body', async () => {
  expect(await packed(gzipSync(JSON.stringify(aCommand)))).toMatchObject({ status: 201, body: { village: 'Ha Foso' } })
})

it('takes the name of a packing in any case, and refuses one it does not know as such', async () => {
  const content = gzipSync(JSON.stringify(aCommand))
  expect(await packed(content, 'GZIP')).toMatchObject({ status: 201 })
  expect(await packed(Buffer.from(JSON.stringify(aCommand)), 'identity')).toMatchObject({ status: 201 })
  expect(await packed(content, 'br')).toMatchObject({ status: 415, body: { word: 'wrong-content-type' } })
})

it('never unpacks more than the route allows: a bomb is refused, as is what was damaged on the way', async () => {
  const bomb = gzipSync(Buffer.alloc(150_000, 32))
  expect(bomb.byteLength).toBeLessThan(200)
  expect(await packed(bomb)).toMatchObject({ status: 413, body: { word: 'body-too-large' } })
  const torn = gzipSync(JSON.stringify(aCommand)).subarray(0, 30)
  expect(await packed(torn)).toMatchObject({ status: 400, body: { word: 'malformed-gzip' } })
  expect(await packed(Buffer.from('no gzip at all'))).toMatchObject({ body: { word: 'malformed-gzip' } })
})

it('refuses an id that is no UUID', async () => {
  for (const bad of ['1', 'not-a-uuid', `${thingId}0`, '']) {
    expect(await keep({ params: { thingId: bad } })).toMatchObject({
      status: 400,
      body: { word: 'identifier-not-uuid' },
    })
  }
})

it('refuses a question it does not know', async () => {
  expect(await read({ query: { how: 'quickly' } })).toMatchObject({ status: 400, body: { word: 'invalid-fields' } })
  expect(await read({ query: { why: 'x' } })).toMatchObject({
    body: { detail: { fields: [{ path: 'why', problem: 'unrecognized_keys' }] } },
  })
})

it('raises a body captured under an older contract through every version in between', async () => {
  const first = { versions: { ...versions, contract: 1 }, home: 'Ha Foso' }
  const second = { versions: { ...versions, contract: 2 }, place: 'Ha Foso' }
  expect(await keep({ body: first })).toMatchObject({ status: 201, body: { village: 'Ha Foso' } })
  expect(await keep({ body: second })).toMatchObject({ status: 201, body: { village: 'Ha Foso' } })
})

it('knows a retry for the same command although the shape of its body was raised since', async () => {
  const first = { versions: { ...versions, contract: 1 }, home: 'Ha Foso' }
  await keep({ body: first })
  expect(fingerprints).toEqual([contentHash(first)])
})

it.each([0, -1, 4, 99])('refuses contract version %i, which no upcast raises', async contract => {
  const answer = await keep({ body: { ...aCommand, versions: { ...versions, contract } } })
  expect(answer).toMatchObject({ status: 422, body: { word: 'version-retired' } })
})

it.each(['2026-10-31', '1999-01-01', '2999-12-31'])('refuses rules of %s, from which none ever held', async rules => {
  const answer = await keep({ body: { ...aCommand, versions: { ...versions, rules } } })
  expect(answer).toMatchObject({ status: 422, body: { word: 'version-retired' } })
})

it('puts every record that was shown on record before the answer leaves', async () => {
  expect(await read({ officer: 'officer-4' })).toMatchObject({ status: 200 })
  expect(recorded.map(({ caller, action, subjectId }) => [caller.officerId, action, subjectId])).toEqual([
    ['officer-4', 'readThing', thingId],
    ['officer-4', 'readThing', 'person-2'],
  ])
})

it('gives no answer where it cannot be put on record', async () => {
  auditFails = true
  const answer = await read()
  expect(answer).toMatchObject({ status: 500 })
  expect(answer.body['seen']).toBeUndefined()
})

it('records nothing where nothing was shown', async () => {
  await read({ query: { how: 'lose' } })
  await read({ groups: [] })
  expect(recorded).toEqual([])
})

it('answers a file as it is', async () => {
  const asked = anHttpEvent({ route: readThing, params: { thingId }, query: { how: 'file' }, ...reception })
  expect(await handler()(asked, {})).toEqual({
    statusCode: 200,
    headers: {
      'content-type': 'text/csv',
      'content-disposition': 'attachment; filename="a.csv"',
      'cache-control': 'no-store',
    },
    body: Buffer.from('{}').toString('base64'),
    isBase64Encoded: true,
  })
  expect(recorded).toHaveLength(1)
})

it('turns a fault into one kind of answer that tells nothing of its cause, and logs no words of it either', async () => {
  const answer = await read({ query: { how: 'break' } })
  expect(answer).toEqual({
    status: 500,
    body: { type: 'about:blank', title: expect.any(String), status: 500, requestId: 'request-1' },
  })
  expect(log.faults).toMatchObject([{ code: 'request-failed' }])
})

it('asks to send again where only contention stood in the way', async () => {
  expect(await read({ query: { how: 'contend' } })).toMatchObject({ status: 503, body: { word: 'try-again' } })
})

it('lets no field out that the contract does not have', async () => {
  const answer = await read({ query: { how: 'leak' } })
  expect(answer.status).toBe(500)
  expect(JSON.stringify(answer)).not.toContain('Neo')
})

it('serves a public route to nobody in particular', async () => {
  expect(await send(anHttpEvent({ route: readAnything }))).toEqual({ status: 200, body: { seen: 0 } })
  expect(await send(anHttpEvent({ route: readAnything, ...reception }))).toEqual({ status: 200, body: { seen: 0 } })
})

it('has nothing at a route it does not own, and breaks on no event that is none', async () => {
  const event = anHttpEvent({ route: { method: 'GET', path: '/v1/elsewhere' }, ...reception })
  expect(await send(event)).toMatchObject({ status: 404, body: { word: 'not-found' } })
  for (const nonsense of [undefined, {}, { routeKey: 7 }, { Records: [] }]) {
    expect(await send(nonsense)).toMatchObject({ status: 500, body: { requestId: 'unknown' } })
  }
})

it('logs route and status, and nothing that was sent', async () => {
  await keep()
  expect(log.said).toEqual([
    JSON.stringify({ code: 'served', fields: { route: 'PUT /v1/things/{thingId}', status: 201 } }),
  ])
})
