/** The parcel of commands through the whole chain, with a stand-in for the functions behind it. */
import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { beforeEach, expect, it } from 'vitest'
import type { Command } from '../../../functions/commands/contract.ts'
import { commandsRoutes } from '../../../functions/commands/contract.ts'
import type { HandedOn, OwnAnswer } from '../../../functions/commands/lambda-gateway.ts'
import { beginsWithinMilliseconds } from '../../../functions/commands/play-command.ts'
import { sendCommands } from '../../../functions/commands/send-commands.ts'
import { commandOwners, routesOf } from '../../../functions/contracts.ts'
import { recordsNothing } from '../../../functions/platform/audit.ts'
import { capability } from '../../../functions/platform/capability.ts'
import { anOpenBatch } from '../../builders/batch-commands.ts'
import { anHttpEvent, answerOf } from '../../builders/http-event.ts'
import { silentLog } from '../../harness/silent-log.ts'

let handedOn: HandedOn[]
let answers: Map<string, OwnAnswer | Error>
let milliseconds: number
let takes: number
let log: ReturnType<typeof silentLog>
beforeEach(() => {
  handedOn = []
  answers = new Map()
  milliseconds = 0
  takes = 0
  log = silentLog()
})

const handler = () =>
  capability({
    endpoints: [
      sendCommands({
        rows: commandOwners.flatMap(owner => routesOf(owner).map(route => ({ owner, route }))),
        clock: { now: () => new Date(milliseconds) },
        log,
        gateway: {
          send: async request => {
            handedOn.push(request)
            milliseconds += takes
            const answer = answers.get(request.requestId) ?? { status: 201, body: { id: request.requestId } }
            if (answer instanceof Error) throw answer
            return answer
          },
        },
      }),
    ],
    audit: recordsNothing,
    clock: { now: () => new Date(milliseconds) },
    log,
  })

const aCommand = (override: Partial<Command> = {}): Command => ({
  commandId: randomUUID(),
  method: 'PUT',
  path: `/v1/batches/${randomUUID()}`,
  body: anOpenBatch(),
  dependsOn: [],
  ...override,
})
const eventOf = (commands: readonly Command[]) =>
  anHttpEvent({
    route: commandsRoutes.sendCommands,
    body: { commands },
    groups: ['reception@MB'],
    officer: 'officer-2',
  })
async function send(...commands: Command[]) {
  const { status, body } = await answerOf(handler(), eventOf(commands))
  expect(status).toBe(200)
  const list = body['answers']
  if (!Array.isArray(list)) throw new Error('no answers')
  expect(list.map(({ commandId }) => commandId)).toEqual(commands.map(({ commandId }) => commandId))
  return list.map(({ status: own, body: answer }) => ({ status: own, word: answer.word, id: answer.id }))
}
const problem = (status: number, word: string): OwnAnswer => ({ status, body: { word } })

it('plays each command to the function that owns its route, in order, in the name of the caller', async () => {
  const intakeId = randomUUID()
  const batch = aCommand()
  const intake = aCommand({ path: `/v1/intakes/${intakeId}`, body: { any: 'thing' } })
  const stock = aCommand({ path: `/v1/stores/MB/deliveries/${intakeId}` })
  expect(await send(batch, intake, stock)).toEqual([
    { status: 201, id: batch.commandId },
    { status: 201, id: intake.commandId },
    { status: 201, id: stock.commandId },
  ])
  expect(handedOn.map(({ matched }) => [matched.owner, matched.route.name, matched.params])).toEqual([
    ['arrivals', 'openBatch', { batchId: batch.path.split('/').at(-1) }],
    ['intake', 'putIntake', { intakeId }],
    ['supplies', 'receiveStock', { place: 'MB', moveId: intakeId }],
  ])
  expect(handedOn[1]).toMatchObject({
    body: { any: 'thing' },
    claims: { sub: 'officer-2', 'cognito:groups': '[reception@MB]' },
  })
})

it("answers each with its route's own answer, refusals too, and goes on behind a poisoned head", async () => {
  const poisoned = aCommand()
  const next = aCommand()
  answers.set(poisoned.commandId, problem(409, 'identifier-reused'))
  expect(await send(poisoned, next)).toEqual([
    { status: 409, word: 'identifier-reused' },
    { status: 201, id: next.commandId },
  ])
})

it('lets what depends on a refused command wait, unsent, and what depends on that too', async () => {
  const batch = aCommand()
  const intake = aCommand({ dependsOn: [batch.commandId] })
  const completion = aCommand({ dependsOn: [intake.commandId] })
  const other = aCommand()
  answers.set(batch.commandId, problem(400, 'invalid-fields'))
  expect(await send(batch, intake, completion, other)).toMatchObject([
    { word: 'invalid-fields' },
    { status: 409, word: 'waits-for-refused' },
    { status: 409, word: 'waits-for-refused' },
    { status: 201 },
  ])
  expect(handedOn.map(({ requestId }) => requestId)).toEqual([batch.commandId, other.commandId])
})

it('lets wait what depends on something that is not among those before it', async () => {
  const later = aCommand()
  const early = aCommand({ dependsOn: [later.commandId] })
  const lost = aCommand({ dependsOn: [randomUUID()] })
  expect(await send(early, later, lost)).toMatchObject([
    { word: 'waits-for-refused' },
    { status: 201 },
    { word: 'waits-for-refused' },
  ])
})

it('sends what depends on a stored command', async () => {
  const batch = aCommand()
  expect(await send(batch, aCommand({ dependsOn: [batch.commandId] }))).toMatchObject([
    { status: 201 },
    { status: 201 },
  ])
})

it('answers a command no route takes, and goes on', async () => {
  expect(
    await send(
      aCommand({ path: '/v1/nowhere' }),
      aCommand({ method: 'POST', path: '/v1/persons/matches' }),
      aCommand({ method: 'POST', path: '/v1/commands' }),
      aCommand(),
    ),
  ).toMatchObject([
    { status: 422, word: 'command-unknown' },
    { word: 'command-unknown' },
    { word: 'command-unknown' },
    { status: 201 },
  ])
})

it('gives the fault of one its own answer, and goes on', async () => {
  const broken = aCommand()
  answers.set(broken.commandId, new Error("arrivals failed on Ts'epo"))
  const results = await send(broken, aCommand({ dependsOn: [broken.commandId] }), aCommand())
  expect(results).toMatchObject([{ status: 500 }, { word: 'waits-for-refused' }, { status: 201 }])
  expect(log.faults).toMatchObject([{ code: 'command-failed' }])
  expect(log.said.join()).not.toContain("Ts'epo")
})

it('asks to send again what found its function too busy', async () => {
  const busy = aCommand()
  answers.set(busy.commandId, Object.assign(new Error('Rate exceeded'), { name: 'TooManyRequestsException' }))
  expect(await send(busy)).toMatchObject([{ status: 503, word: 'try-again' }])
})

it('begins nothing more when the time is nearly up, and asks to send the rest again', async () => {
  takes = beginsWithinMilliseconds / 2
  const third = aCommand()
  const dependant = aCommand({ dependsOn: [third.commandId] })
  expect(await send(aCommand(), aCommand(), third, dependant)).toMatchObject([
    { status: 201 },
    { status: 201 },
    { status: 503, word: 'try-again' },
    { status: 503, word: 'try-again' },
  ])
  expect(handedOn).toHaveLength(2)
})

it('lets a dependant of a busy function be sent again rather than mended', async () => {
  const busy = aCommand()
  answers.set(busy.commandId, problem(503, 'try-again'))
  expect(await send(busy, aCommand({ dependsOn: [busy.commandId] }))).toMatchObject([
    { word: 'try-again' },
    { status: 503, word: 'try-again' },
  ])
})

it('takes a packed parcel of fifty, and refuses one of fifty-one, an empty one and a forged path', async () => {
  const parcel = eventOf(Array.from({ length: 50 }, () => aCommand()))
  const packed = {
    ...parcel,
    headers: { ...parcel.headers, 'content-encoding': 'gzip' },
    body: gzipSync(parcel.body ?? '').toString('base64'),
    isBase64Encoded: true,
  }
  expect(await answerOf(handler(), packed)).toMatchObject({ status: 200 })
  expect(handedOn).toHaveLength(50)
  for (const commands of [
    Array.from({ length: 51 }, () => aCommand()),
    [],
    [aCommand({ path: '/v1/batches/../intakes' })],
    [aCommand({ path: 'https://elsewhere/v1/batches' })],
  ]) {
    expect(await answerOf(handler(), eventOf(commands))).toMatchObject({
      status: 400,
      body: { word: 'invalid-fields' },
    })
  }
})

it('is for whoever may send commands at all', async () => {
  const event = anHttpEvent({
    route: commandsRoutes.sendCommands,
    body: { commands: [aCommand()] },
    groups: ['analyst@*'],
  })
  expect(await answerOf(handler(), event)).toMatchObject({ status: 403, body: { word: 'not-permitted' } })
  expect(handedOn).toEqual([])
})
