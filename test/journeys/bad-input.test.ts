/** What no client should send: answered in a word of the closed list, never with a fault of ours, and never half kept. */
import { randomBytes, randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { paginateScan } from '@aws-sdk/client-dynamodb'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { arrivalsRoutes } from '../../functions/arrivals/contract.ts'
import { allRoutes } from '../../functions/contracts.ts'
import { intakeRoutes } from '../../functions/intake/contract.ts'
import { type Role, roles, scopeFor } from '../../functions/platform/permissions.ts'
import { isRefusalWord, refusals } from '../../functions/platform/refusals.ts'
import type { Route } from '../../functions/platform/route.ts'
import { zones } from '../../functions/platform/tables.ts'
import { exampleEnvelope } from '../../functions/screening/sealed-envelope.ts'
import { aCloseBatch } from '../builders/batch-commands.ts'
import { functionRoles, pastEveryPolicy } from '../harness/function-roles.ts'
import { type HostDoor, sharedHost } from '../harness/local-host.ts'
import { type Answer, type Officer, officerOf, type Sent } from '../harness/officer.ts'
import { aBatch, anArrival, type Place } from './arrival.ts'
import { askOf } from './asks.ts'
import { hostileBody, hostileIds, type Twist, twist } from './hostile.ts'
import { placeOf, type Subjects, subjectsAt } from './subjects.ts'

const here: Place = { post: 'AP', district: 'LS-J' }
const seed = 20_261_122
const runs = 60

let host: HostDoor
let subjects: Subjects
beforeAll(async () => {
  host = await sharedHost()
  subjects = await subjectsAt(host, here, randomUUID())
}, 240_000)

const withBody = allRoutes.filter(({ body }) => body !== undefined)

/** Somebody who may. */
function somebodyFor({ name, permission }: Route): [Role, Officer] {
  const role = roles.find(
    one => permission !== 'public' && scopeFor(permission, [{ role: one, place: '*' }]) !== undefined,
  )
  if (role === undefined) throw new Error(`nobody may ${name}`)
  return [role, officerOf(host, [`${role}@${placeOf(role, here)}`, `${role}@*`])]
}

/** What the request makes up for itself: ids of its own, and the random part of an envelope. */
const marks = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|"iv":(?:\{"S":)?"[^"]{16}"/g
const marksIn = (text: string): string[] => (text.match(marks) ?? []).map(mark => mark.replace('{"S":', ''))

const refusedMarks = new Map<string, string>()
let taken = 0
function notStored(route: Route, { params, body }: Sent): void {
  const own = new Set([...marksIn(JSON.stringify([subjects, exampleEnvelope])), ...hostileIds])
  const sent = `${JSON.stringify(params)} ${typeof body === 'string' ? body : JSON.stringify(body)}`
  for (const mark of marksIn(sent)) if (!own.has(mark)) refusedMarks.set(mark, route.name)
}

const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  word: z.string(),
  sentences: z.strictObject({ en: z.string(), 'st-LS': z.string() }),
  detail: z.optional(z.record(z.string(), z.unknown())),
})

/** The word; faults where the answer is no refusal of the closed list, told as such in both languages. */
function wordOf({ status, headers, json }: Answer): string {
  expect(headers.get('content-type')).toBe('application/problem+json')
  const { word, sentences, title, status: told } = Problem.parse(json)
  if (!isRefusalWord(word)) throw new Error(`${word} is no word of the list`)
  const { en, st } = refusals[word]
  expect([status, told, title, sentences]).toEqual([refusals[word].status, status, en, { en, 'st-LS': st }])
  return word
}

const freshAsk = (route: Route, role: Role): Sent => {
  const sent = askOf(route.name, subjects, role)
  if (route.name !== 'putScreen') return sent
  return { ...sent, body: { contract: 1, envelope: { ...exampleEnvelope, iv: randomBytes(12).toString('base64') } } }
}

async function send(route: Route, by: Officer, sent: Sent): Promise<Answer> {
  const answer = await by.ask(route, sent)
  expect(answer.status, answer.bytes.toString()).toBeLessThan(500)
  if (answer.status < 300) taken += 1
  else {
    wordOf(answer)
    notStored(route, sent)
  }
  return answer
}

describe.each(withBody.map(route => [route.name, route] as const))('%s', (_name, route) => {
  it('takes or refuses by name whatever its body is twisted into', async () => {
    const [role, by] = somebodyFor(route)
    await fc.assert(
      fc.asyncProperty(twist, async (twisted: Twist) => {
        const sent = freshAsk(route, role)
        const body = hostileBody(sent.body, twisted)
        const answer = await send(route, by, { ...sent, body })
        // What was taken once is taken again: nothing of it was left undone.
        if (answer.status < 300) expect((await send(route, by, { ...sent, body })).status).toBe(answer.status)
      }),
      { numRuns: runs, seed },
    )
  }, 60_000)

  it('refuses by name what is no JSON of its own', async () => {
    const [role, by] = somebodyFor(route)
    const { body } = freshAsk(route, role)
    const json = JSON.stringify(body)
    const refusedAs = async (sent: string | Uint8Array<ArrayBuffer>, headers = {}) =>
      wordOf(await send(route, by, { ...freshAsk(route, role), body: sent, headers }))
    const bytes = (text: string) => new TextEncoder().encode(text)

    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json-patch+json', 'json', ''])
      expect(await refusedAs(bytes(json), { 'content-type': type })).toBe('wrong-content-type')
    for (const broken of ['', '{', json.slice(0, -1), `${json}x`, `${json}${json}`, "{'a':1}", '\u0000', `//\n${json}`])
      expect(await refusedAs(bytes(broken))).toBe('malformed-json')
    const notText = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])
    expect(await refusedAs(notText)).toBe('invalid-fields') // an HTTP API hands it on as text, made good
    expect(await refusedAs(new Uint8Array(gzipSync(notText)), { 'content-encoding': 'gzip' })).toBe('malformed-json')
    expect(await refusedAs(bytes(json), { 'content-encoding': 'gzip' })).toBe('malformed-gzip')
    for (const other of ['null', '[]', '"text"', '1e400', 'true', `[${json}]`, '{"__proto__":{"admin":true}}'])
      expect(await refusedAs(other)).toBe('invalid-fields')
    const large = JSON.stringify({ blank: ' '.repeat(route.maxBodyBytes) })
    expect(await refusedAs(large)).toBe('body-too-large')
    expect(await refusedAs(new Uint8Array(gzipSync(large)), { 'content-encoding': 'gzip' })).toBe('body-too-large')
  })
})

const withIds = allRoutes.filter(({ path }) => path.includes('{'))
const noIds = ['one', '0', 'null', '0193a3a0-0000-7000-8000', 'x'.repeat(3000), '\u0000', '%00', "' OR 1=1", '🐑', '..']

it.each(withIds.map(route => [route.name, route] as const))(
  '%s refuses by name an address that is none',
  async (_name, route) => {
    const [role, by] = somebodyFor(route)
    const { params = {}, ...sent } = freshAsk(route, role)
    const taken = new Set<string>()
    for (const name of Object.keys(params))
      for (const noId of noIds.filter(one => one !== '..')) {
        const answer = await send(route, by, { ...sent, params: { ...params, [name]: noId } })
        taken.add(answer.word ?? `${answer.status}`)
      }
    const words = ['identifier-not-uuid', 'not-found', 'report-unknown', '200']
    expect([...taken].filter(word => !words.includes(word))).toEqual([])
  },
)

it.each(allRoutes.map(route => [route.name, route] as const))(
  '%s refuses a question nobody asked',
  async (_name, route) => {
    const [role, by] = route.permission === 'public' ? ['reception' as const, officerOf(host, [])] : somebodyFor(route)
    const sent = freshAsk(route, role)
    const answer = await send(route, by, { ...sent, query: { ...sent.query, admin: 'true' } })
    expect(wordOf(answer)).toBe('invalid-fields')
  },
)

it.each([
  ['GET', '/v1/nothing'],
  ['POST', '/v1/openapi.json'],
  ['GET', '/v1/'],
])('%s %s, which no contract declares, is refused in the words every client reads', async (method, path) => {
  const response = await fetch(new URL(path, host.url), {
    method,
    headers: { authorization: `Bearer ${await host.token('reception-mb')}` },
  })
  const problem = Problem.parse(await response.json())
  expect([response.status, problem.word]).toEqual([404, 'not-found'])
})

it('has kept nothing of all that was refused', async () => {
  await host.settled()
  const { tables } = await functionRoles(host)
  const found: string[] = []
  for (const zone of zones)
    for await (const page of paginateScan({ client: pastEveryPolicy(host) }, { TableName: tables[zone] }))
      for (const item of page.Items ?? [])
        for (const mark of marksIn(JSON.stringify(item))) {
          const route = refusedMarks.get(mark)
          if (route !== undefined) found.push(`${route}: ${mark} in ${zone} ${item['pk']?.S} ${item['sk']?.S}`)
        }
  expect(refusedMarks.size).toBeGreaterThan(withBody.length * 20)
  expect(taken).toBeGreaterThan(withBody.length) // not all was bad: what is half right was looked at too
  expect(found).toEqual([])
}, 60_000)

describe('what is well formed and cannot be', () => {
  const arrivedHere = async () => ({ ...(await aBatch(host, here)), reception: officerOf(host, ['reception@AP']) })
  const put = (by: Officer, body: unknown) =>
    by.ask(intakeRoutes.putIntake, { params: { intakeId: randomUUID() }, body })

  it('is a date that somebody typed and that has not come; what a device says of the hour never is', async () => {
    const { reception, ...arrived } = await arrivedHere()
    const intake = anArrival(arrived)
    const born = { ...intake.fast, birth: { date: '2199-01-01', precision: 'DAY' } }
    expect(await put(reception, { ...intake, fast: born })).toMatchObject({ status: 422, word: 'date-in-future' })
    const left = { migration: { lastEntryOn: '2199-01-01' } }
    expect(await put(reception, { ...intake, full: left })).toMatchObject({ status: 422, word: 'date-in-future' })
    for (const deviceTime of ['2199-01-01T00:00:00.000Z', '1970-01-01T00:00:00.000Z'])
      expect(await put(reception, { ...anArrival(arrived), deviceTime })).toMatchObject({ status: 201 })
  })

  it('is a batch that does not balance, closed by anybody but a supervisor, or without a reason', async () => {
    const { reception, batchId } = await arrivedHere()
    const supervisor = officerOf(host, ['supervisor@AP'])
    const close = (by: Officer, reason?: string) =>
      by.ask(arrivalsRoutes.closeBatch, {
        params: { batchId, closingId: randomUUID() },
        body: aCloseBatch(reason === undefined ? {} : { reason }),
      })
    expect(await close(reception, 'They ran')).toMatchObject({ status: 409, word: 'headcount-unbalanced' })
    expect(await close(supervisor)).toMatchObject({ status: 422, word: 'reason-needed' })
    expect(await close(supervisor, 'They ran')).toMatchObject({ status: 201, json: { state: 'CLOSED_UNEXPLAINED' } })
    expect(await close(supervisor, 'They ran')).toMatchObject({ status: 409, word: 'batch-closed' })
  })
})
