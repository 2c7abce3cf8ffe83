/** What a tablet kept for a day, sent at once: each command is answered as if it had come alone to its own route. */
import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { arrivalsRoutes } from '../../functions/arrivals/contract.ts'
import { commandsRoutes } from '../../functions/commands/contract.ts'
import { registrationRoutes } from '../../functions/registration/contract.ts'
import { deskStockRoutes } from '../../functions/supplies/desk-contract.ts'
import { aCountHeads, anOpenBatch } from '../builders/batch-commands.ts'
import { type HostDoor, sharedHost } from '../harness/local-host.ts'
import { type Officer, officerOf } from '../harness/officer.ts'
import { type Arrived, aBatch, anArrival, givenStock, register } from './arrival.ts'

let host: HostDoor
let reception: Officer
beforeAll(async () => {
  host = await sharedHost()
  reception = officerOf(host, ['reception@PK'])
}, 240_000)

interface Kept {
  readonly commandId: string
  readonly method: 'PUT' | 'POST'
  readonly path: string
  readonly body: unknown
  readonly dependsOn: readonly string[]
}
const kept = (path: string, body: unknown, ...after: readonly Kept[]): Kept => ({
  commandId: randomUUID(),
  method: 'PUT',
  path,
  body,
  dependsOn: after.map(({ commandId }) => commandId),
})

const gzip = { 'content-encoding': 'gzip' }
const send = (bytes: Uint8Array<ArrayBuffer>, by = reception, headers: Record<string, string> = gzip) =>
  by.ask(commandsRoutes.sendCommands, { body: bytes, headers })
const packed = (commands: readonly Kept[]) => new Uint8Array(gzipSync(JSON.stringify({ commands })))

const Word = z.object({ word: z.string() })
/** Status or word of each answer, in the order of the commands. */
async function answersTo(commands: readonly Kept[], by = reception): Promise<(string | number)[]> {
  const answer = await send(packed(commands), by)
  const { answers } = commandsRoutes.sendCommands.response.parse(answer.json)
  expect(answers.map(({ commandId }) => commandId)).toEqual(commands.map(({ commandId }) => commandId))
  return answers.map(({ status, body }) => (status < 300 ? status : (Word.safeParse(body).data?.word ?? status)))
}

const intakePath = (intakeId: string = randomUUID()) => `/v1/intakes/${intakeId}`

/** Somebody from the batch who gets a blanket, or whose number was misread. */
function anIntakeKept(arrived: Arrived, after: readonly Kept[], displayNumber?: string): Kept {
  const support = [{ item: 'BLANKET' as const, quantity: 1 }]
  const intake = anArrival(arrived, displayNumber === undefined ? { support } : { support, displayNumber })
  return kept(intakePath(), intake, ...after)
}

const personOf = ({ body }: Kept): string => z.object({ personId: z.string() }).parse(body).personId
const aCompletionKept = (intake: Kept): Kept =>
  kept(
    `/v1/persons/${personOf(intake)}/completions/${randomUUID()}`,
    {
      versions: { contract: 1, rules: '2026-11-01' },
      returnEventId: intake.path.split('/').at(-1),
      revision: 1,
      full: { education: 'ISCED_2' },
      deviceTime: '2026-11-22T09:59:00.000Z',
    },
    intake,
  )

describe('fifty commands at once', () => {
  it('are all stored but the refused ones and what depends on them; a retry gets the same answers', async () => {
    const arrived: Arrived = { post: 'PK', district: 'LS-C', batchId: randomUUID() }
    await givenStock(host, 'PK', 'BLANKET', 30)
    const open = kept(`/v1/batches/${arrived.batchId}`, anOpenBatch({ post: 'PK', declaredHeadcount: 24 }))
    const intakes = Array.from({ length: 24 }, (_, index) =>
      anIntakeKept(arrived, [open], index % 6 === 5 ? 'RZ-T1-00001-0' : undefined),
    )
    const commands = [open, ...intakes, ...intakes.map(aCompletionKept)]
    const head = kept('/v1/nothing/here', {}) // a head that no function will ever take
    const all = [head, ...commands]
    expect(all).toHaveLength(50)

    const answers = await answersTo(all)
    const misread = intakes.map((_, index) => index % 6 === 5)
    expect(answers).toEqual([
      'command-unknown',
      201,
      ...misread.map(bad => (bad ? 'number-invalid' : 201)),
      ...misread.map(bad => (bad ? 'waits-for-refused' : 201)),
    ])
    expect(await answersTo(all)).toEqual(answers)

    const { counted } = await reception.must(arrivalsRoutes.readBatch, { params: { batchId: arrived.batchId } })
    expect(counted).toHaveLength(20)
    const { levels } = await reception.must(deskStockRoutes.readStock, { params: { post: 'PK' } })
    expect(levels).toContainEqual({ item: 'BLANKET', left: 10, drawn: 20, received: 30 })
    const [stored, , , , , refused] = intakes.map(personOf)
    const person = await reception.must(registrationRoutes.readPerson, { params: { personId: stored ?? '' } })
    expect(person).toMatchObject({ revision: 2, full: { education: 'ISCED_2' } })
    const nobody = await reception.ask(registrationRoutes.readPerson, { params: { personId: refused ?? '' } })
    expect(nobody.status).toBe(404)
  }, 60_000)
})

describe('a poisoned head', () => {
  const wordsOfHead: [string, (arrived: Arrived) => Kept, string | number][] = [
    ['that no route takes', () => kept('/v1/nothing', {}), 'command-unknown'],
    ['that asks to read', ({ batchId }) => kept(`/v1/batches/${batchId}`, {}), 'invalid-fields'],
    [
      'that sends commands itself',
      () => ({ ...kept('/v1/commands', { commands: [] }), method: 'POST' }),
      'command-unknown',
    ],
    ['without its fields', () => kept(intakePath(), {}), 'invalid-fields'],
    ['with an id that is none', arrived => kept('/v1/intakes/one', anArrival(arrived)), 'identifier-not-uuid'],
    [
      'about nothing',
      ({ batchId }) => kept(`/v1/batches/${randomUUID()}/counts/${batchId}`, aCountHeads()),
      'batch-unknown',
    ],
    [
      'of a retired version',
      arrived => kept(intakePath(), { ...anArrival(arrived), versions: { contract: 0, rules: '1999-01-01' } }),
      'version-retired',
    ],
    [
      'that waits for itself',
      ({ batchId }) => {
        const self = kept(`/v1/batches/${batchId}`, {})
        return { ...self, dependsOn: [self.commandId] }
      },
      'waits-for-refused',
    ],
    [
      'that waits for what was never sent',
      ({ batchId }) => ({ ...kept(`/v1/batches/${batchId}`, {}), dependsOn: [randomUUID()] }),
      'waits-for-refused',
    ],
  ]

  it.each(wordsOfHead)('%s does not hold up the others', async (_name, headOf, word) => {
    const arrived = await aBatch(host, { post: 'PK', district: 'LS-C' })
    const head = headOf(arrived)
    const behind = kept(`/v1/batches/${arrived.batchId}/counts/${randomUUID()}`, aCountHeads())
    const dependant = kept(intakePath(), anArrival(arrived), head)
    const last = kept(intakePath(), anArrival(arrived), behind)
    expect(await answersTo([head, behind, dependant, last])).toEqual([word, 201, 'waits-for-refused', 201])
  })

  it('nested without end does not hold up the others', async () => {
    const arrived = await aBatch(host, { post: 'PK', district: 'LS-C' })
    const commands = [kept(intakePath(), { nested: 0 }), kept(intakePath(), anArrival(arrived))]
    const nested = `"nested":${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const text = JSON.stringify({ commands }).replace('"nested":0', nested)
    const { json } = await send(new Uint8Array(gzipSync(text)))
    const { answers } = commandsRoutes.sendCommands.response.parse(json)
    expect(answers).toMatchObject([{ status: 400, body: { word: 'invalid-fields' } }, { status: 201 }])
  })
})

describe('what goes beyond a limit', () => {
  const nothing = () => kept('/v1/nothing', {})
  const refusedAs = async (bytes: Uint8Array<ArrayBuffer>, headers = gzip) => {
    const { status, word } = await send(bytes, reception, headers)
    return [status, word]
  }

  it('is refused by name: 51 commands, none, too much packed, too much unpacked', async () => {
    expect(await refusedAs(packed(Array.from({ length: 51 }, nothing)))).toEqual([400, 'invalid-fields'])
    expect(await refusedAs(packed([]))).toEqual([400, 'invalid-fields'])
    const noise = Array.from({ length: 8_000 }, () => randomUUID()).join()
    expect(await refusedAs(packed([kept('/v1/nothing', { noise })].concat()))).toEqual([200, undefined])
    const moreNoise = Array.from({ length: 18_000 }, () => randomUUID()).join()
    const heavy = packed([kept('/v1/nothing', { noise: moreNoise })])
    expect(heavy.byteLength).toBeGreaterThan(256 * 1024)
    expect(await refusedAs(heavy)).toEqual([413, 'body-too-large'])
    expect(await refusedAs(packed([kept('/v1/nothing', { blank: ' '.repeat(2_000_001) })]))).toEqual([
      413,
      'body-too-large',
    ])
  })

  it('is refused by name: a bomb of packed blanks, and what is no packed text at all', async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(150 * 1024 * 1024, ' ')))
    expect(bomb.byteLength).toBeLessThan(256 * 1024)
    expect(await refusedAs(bomb)).toEqual([413, 'body-too-large'])
    expect(await refusedAs(new TextEncoder().encode('{"commands":[]}'))).toEqual([400, 'malformed-gzip'])
    expect(await refusedAs(packed([nothing()]).slice(0, -9))).toEqual([400, 'malformed-gzip'])
    expect(await refusedAs(packed([nothing()]), { 'content-encoding': 'br' })).toEqual([415, 'wrong-content-type'])
    expect(await refusedAs(new Uint8Array(gzipSync('{"commands":')))).toEqual([400, 'malformed-json'])
  })
})

describe('a command for a route that its sender may not use', () => {
  it('is refused alone', async () => {
    const arrived = await aBatch(host, { post: 'PK', district: 'LS-C' })
    const elsewhere = await aBatch(host, { post: 'MK', district: 'LS-F' })
    const { id } = await register(host, elsewhere, anArrival(elsewhere))
    const commands = [
      kept(`/v1/screens/${randomUUID()}`, {}),
      kept(intakePath(), anArrival(arrived)),
      kept(`/v1/stores/PK/deliveries/${randomUUID()}`, {}),
      kept(intakePath(), anArrival(elsewhere)),
      kept(`/v1/protection/screens/${randomUUID()}/decisions/${randomUUID()}`, {}),
      kept(intakePath(), anArrival(arrived)),
      kept(`/v1/batches/${elsewhere.batchId}/closings/${id}`, {}),
    ]
    expect(await answersTo(commands)).toEqual([
      'not-permitted',
      201,
      'not-permitted',
      'batch-unknown',
      'not-permitted',
      201,
      'invalid-fields',
    ])
  })

  it('is refused whole only where its sender may send no commands', async () => {
    const answer = await send(packed([kept('/v1/nothing', {})]), officerOf(host, ['analyst@*']))
    expect(answer).toMatchObject({ status: 403, word: 'not-permitted' })
  })
})
