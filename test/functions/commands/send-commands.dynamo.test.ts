/** A day without network, handed in at once: through the parcel to the functions themselves, on a real database. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Command, commandsRoutes } from '../../../functions/commands/contract.ts'
import { lambdaGateway } from '../../../functions/commands/lambda-gateway.ts'
import { sendCommands } from '../../../functions/commands/send-commands.ts'
import { commandOwners, routesOf } from '../../../functions/contracts.ts'
import { intakeStore } from '../../../functions/intake/intake-store.ts'
import { putIntake } from '../../../functions/intake/put-intake.ts'
import { createAudit, recordsNothing } from '../../../functions/platform/audit.ts'
import { capability } from '../../../functions/platform/capability.ts'
import { systemClock } from '../../../functions/platform/clock.ts'
import { receiptsOf } from '../../../functions/platform/receipt.ts'
import { signedService } from '../../../functions/platform/signed-service.ts'
import { personTasksStore } from '../../../functions/registration/person-tasks-store.ts'
import {
  aCloseBatch,
  aCountHeads,
  anImportManifest,
  anOpenBatch,
  aRecordOutcome,
} from '../../builders/batch-commands.ts'
import { anHttpEvent, answerOf } from '../../builders/http-event.ts'
import { anIntake } from '../../builders/intake.ts'
import { type ArrivalsFunction, arrivalsFunction } from '../../harness/arrivals-function.ts'
import { auditOf } from '../../harness/audit-entries.ts'
import { keptPhotos } from '../../harness/kept-photos.ts'
import { silentLog } from '../../harness/silent-log.ts'

let desk: ArrivalsFunction
let lambda: Server
let handler: ReturnType<typeof capability>

beforeAll(async () => {
  desk = await arrivalsFunction(systemClock)
  const audit = createAudit(desk.client, desk.tables.audit, systemClock)
  const chain = { clock: systemClock, log: silentLog() }
  const functions = new Map([
    ['fn-arrivals', desk.handler],
    [
      'fn-intake',
      capability({
        ...chain,
        endpoints: [
          putIntake({
            intakes: intakeStore(desk.client, desk.tables),
            personTasks: personTasksStore(desk.client, desk.tables.registry),
            photos: keptPhotos(desk.client, desk.tables.registry).photos,
            audit,
            receipt: receiptsOf(0),
          }),
        ],
        audit,
      }),
    ],
  ])
  lambda = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const invoked = functions.get(/functions\/([^/]+)\//.exec(request.url ?? '')?.[1] ?? '')
    if (!invoked) return void response.writeHead(404).end('{}')
    response.end(JSON.stringify(await invoked(JSON.parse(Buffer.concat(chunks).toString()), {})))
  }).listen(0, '127.0.0.1')
  await once(lambda, 'listening')
  const address = lambda.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const client = signedService('lambda', {
    AWS_REGION: 'af-south-1',
    AWS_ACCESS_KEY_ID: 'COMMANDS',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_ENDPOINT_URL_LAMBDA: `http://127.0.0.1:${address.port}`,
  })
  const absent = {
    registration: 'r',
    attachments: 'a',
    screening: 's',
    supplies: 'u',
    support: 'o',
    trips: 't',
    'follow-up': 'f',
    reintegration: 'e',
    protection: 'p',
  }
  handler = capability({
    ...chain,
    endpoints: [
      sendCommands({
        rows: commandOwners.flatMap(owner => routesOf(owner).map(route => ({ owner, route }))),
        gateway: lambdaGateway(client, { arrivals: 'fn-arrivals', intake: 'fn-intake', ...absent }),
        ...chain,
      }),
    ],
    audit: recordsNothing,
  })
})
afterAll(() => {
  lambda.closeAllConnections()
  lambda.close()
})

const put = (path: string, body: Record<string, unknown>, ...before: Command[]): Command => ({
  commandId: randomUUID(),
  method: 'PUT',
  path,
  body,
  dependsOn: before.map(({ commandId }) => commandId),
})
async function send(commands: readonly Command[], officer = 'officer-2', groups = ['reception@MB']) {
  const route = commandsRoutes.sendCommands
  const { status, body } = await answerOf(handler, anHttpEvent({ route, body: { commands }, groups, officer }))
  expect(status).toBe(200)
  const answers = body['answers']
  if (!Array.isArray(answers)) throw new Error('no answers')
  return answers.map(({ status: own, body: answer }) => ({ status: own, ...answer }))
}

it('takes a whole arrival in one parcel, and the same parcel again without storing anything twice', async () => {
  const batchId = randomUUID()
  const batch = `/v1/batches/${batchId}`
  const opened = put(batch, anOpenBatch())
  const listed = put(`${batch}/manifest`, anImportManifest(), opened)
  const parcel = [
    opened,
    put(`${batch}/counts/${randomUUID()}`, aCountHeads(), opened),
    listed,
    put(`/v1/intakes/${randomUUID()}`, anIntake({ batchId, row: 1 }), listed),
    put(`${batch}/outcomes/${randomUUID()}`, aRecordOutcome({ row: 2 }), listed),
    put(`${batch}/closings/${randomUUID()}`, aCloseBatch(), opened),
  ]
  const first = await send(parcel)
  expect(first.map(({ status }) => status)).toEqual(Array(6).fill(201))
  expect(first.at(-1)).toMatchObject({ state: 'CLOSED', balance: { headcount: 2, difference: 0 } })
  expect(await send(parcel)).toEqual(first)
  expect(await auditOf(desk, batchId)).toHaveLength(5)
})

it("judges each command by its own route's permission, in the caller's own name", async () => {
  const batchId = randomUUID()
  const batch = `/v1/batches/${batchId}`
  const opened = put(batch, anOpenBatch({ declaredHeadcount: 1 }))
  const answers = await send(
    [
      opened,
      put(`${batch}/closings/${randomUUID()}`, aCloseBatch({ reason: 'r' }), opened),
      put(`/v1/intakes/${randomUUID()}`, anIntake({ batchId }), opened),
    ],
    'officer-3',
    ['immigration@MB'],
  )
  expect(answers).toMatchObject([{ status: 201 }, { status: 403, word: 'not-permitted' }, { status: 403 }])
  expect(await auditOf(desk, batchId)).toMatchObject([{ officerId: 'officer-3', roles: ['immigration@MB'] }])
})

it('gives a command whose function cannot be reached an answer of its own, and takes the rest', async () => {
  const [unreached, opened] = await send([
    put(`/v1/persons/${randomUUID()}/completions/${randomUUID()}`, {}),
    put(`/v1/batches/${randomUUID()}`, anOpenBatch()),
  ])
  expect(unreached).toMatchObject({ status: 500 })
  expect(opened).toMatchObject({ status: 201 })
})

it('refuses what is wrong with one record in words, as its own route would', async () => {
  const answers = await send([
    put('/v1/batches/not-a-uuid', anOpenBatch()),
    put(`/v1/batches/${randomUUID()}`, { ...anOpenBatch(), driver: 'x' }),
    put(`/v1/batches/${randomUUID()}`, { ...anOpenBatch(), escortAgency: 'x'.repeat(9_000) }),
  ])
  expect(answers).toMatchObject([
    { status: 400, word: 'identifier-not-uuid' },
    { status: 400, word: 'invalid-fields' },
    { status: 413, word: 'body-too-large' },
  ])
})
