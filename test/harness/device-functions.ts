/**
 * The devices and the commands function on tables of their own, with the functions of arrivals, intake and screening behind
 * them,
 * and key pairs that play AWS KMS behind its gateways. What a test wants to break it breaks between the functions.
 */
import { createHmac, randomBytes, randomInt, randomUUID } from 'node:crypto'
import { keepAttachment } from '../../functions/attachments/keep-attachment.ts'
import type { CapabilityGateway, HandedOn } from '../../functions/commands/lambda-gateway.ts'
import { listRefused } from '../../functions/commands/list-refused.ts'
import { parcelRoutes } from '../../functions/commands/parcel-contract.ts'
import { parcelStore } from '../../functions/commands/parcel-store.ts'
import { partsGateway } from '../../functions/commands/parts-gateway.ts'
import { replayReleased } from '../../functions/commands/replay-released.ts'
import { sendParcel } from '../../functions/commands/send-parcel.ts'
import { sendPart } from '../../functions/commands/send-part.ts'
import { takeRefused } from '../../functions/commands/take-refused.ts'
import { commandOwners, routesOf } from '../../functions/contracts.ts'
import { devicesRoutes } from '../../functions/devices/contract.ts'
import { decideQuarantine } from '../../functions/devices/decide-quarantine.ts'
import { deviceStore } from '../../functions/devices/device-store.ts'
import { enrolDevice } from '../../functions/devices/enrol-device.ts'
import { listDevices } from '../../functions/devices/list-devices.ts'
import { listQuarantine } from '../../functions/devices/list-quarantine.ts'
import { openPass } from '../../functions/devices/open-pass.ts'
import { shareText } from '../../functions/devices/pass.ts'
import { quarantineStore } from '../../functions/devices/quarantine-store.ts'
import { readDevice } from '../../functions/devices/read-device.ts'
import { revokeDevice } from '../../functions/devices/revoke-device.ts'
import { intakeStore } from '../../functions/intake/intake-store.ts'
import { putIntake } from '../../functions/intake/put-intake.ts'
import { createAudit } from '../../functions/platform/audit.ts'
import { toBase64 } from '../../functions/platform/base64.ts'
import { capability } from '../../functions/platform/capability.ts'
import { receiptsOf } from '../../functions/platform/receipt.ts'
import type { ResponseOf, Route } from '../../functions/platform/route.ts'
import { personTasksStore } from '../../functions/registration/person-tasks-store.ts'
import { putScreen } from '../../functions/screening/put-screen.ts'
import { sealedStore } from '../../functions/screening/sealed-store.ts'
import { anHttpEvent, answerOf, type HttpEventParts } from '../builders/http-event.ts'
import { arrivalsFunction } from './arrivals-function.ts'
import { keptBucket } from './kept-bucket.ts'
import { keptPhotos } from './kept-photos.ts'
import { aProtectionKey } from './sealed-zone.ts'
import type { Captured, Tablet } from './tablet.ts'

export interface Clock {
  at: string
}

export interface DeviceFunctionsOptions {
  readonly clock?: Clock
  readonly restoreEpoch?: number
  /** Before and after the owner is asked; what it throws is what the commands function sees. */
  readonly around?: { before?(request: HandedOn): void; after?(request: HandedOn): void }
  readonly pick?: (below: number) => number
}

export const supervisor = { officer: 'supervisor-1', groups: ['supervisor@MB'] } as const

export async function deviceFunctions(options: DeviceFunctionsOptions = {}) {
  const { clock = { at: '2026-11-22T10:00:00.000Z' }, restoreEpoch = 0, around = {}, pick = randomInt } = options
  const now = { now: () => new Date(clock.at) }
  const desk = await arrivalsFunction(now)
  const { client, tables, log } = desk
  const [audit, receipt] = [createAudit(client, tables.audit, now), receiptsOf(restoreEpoch)]
  const chain = { audit, clock: now, log }
  const personTasks = personTasksStore(client, tables.registry)
  const { attachments, bucket, objects, photos } = keptPhotos(client, tables.registry)
  const intake = capability({
    ...chain,
    endpoints: [putIntake({ intakes: intakeStore(client, tables), personTasks, photos, audit, receipt })],
  })
  const ofAttachments = capability({
    ...chain,
    endpoints: [keepAttachment({ attachments, bucket, audit, receipt })],
  })
  const sealed = sealedStore(client, tables.protection)
  const screening = capability({ ...chain, endpoints: [putScreen({ sealed, audit, receipt, freshId: randomUUID })] })
  const owners = new Map([
    ['arrivals', desk.handler],
    ['intake', intake],
    ['attachments', ofAttachments],
    ['screening', screening],
  ])

  const handedOn: HandedOn[] = []
  const gateway: CapabilityGateway = {
    async send(request) {
      handedOn.push(request)
      around.before?.(request)
      const { matched, claims, body } = request
      const owner = owners.get(matched.owner)
      if (owner === undefined) throw new Error(`no ${matched.owner} function here`)
      const event = anHttpEvent({ route: matched.route, params: matched.params, body, groups: [] })
      const requestContext = { requestId: request.requestId, authorizer: { jwt: { claims } } }
      const answer = await owner({ ...event, requestContext }, {})
      around.after?.(request)
      return { status: answer.statusCode, body: JSON.parse(answer.body) }
    },
  }

  const shareKey = randomBytes(32)
  const deliveryKey = await aProtectionKey()
  const devices = deviceStore(client, tables.registry)
  const quarantine = quarantineStore(client, tables.registry)
  const parcels = parcelStore(client, tables.registry)
  const rows = commandOwners.flatMap(owner => routesOf(owner).map(route => ({ owner, route })))
  const kept = keptBucket()
  const parts = partsGateway(kept.bucket)
  const carrying = { rows, gateway, clock: now, log, parcels, parts, deliveryKey, restoreEpoch }
  const makeShare = async (of: Parameters<typeof shareText>[0]) =>
    createHmac('sha256', shareKey).update(shareText(of)).digest()
  const serve = capability({
    ...chain,
    endpoints: [
      enrolDevice({ devices, deliveryKey, audit, pick }),
      openPass({ devices, audit, deliveryKey, makeShare, restoreEpoch }),
      revokeDevice({ devices, audit, receipt }),
      listDevices(devices),
      readDevice(devices),
      listQuarantine({ devices, quarantine }),
      decideQuarantine({ devices, quarantine, audit, receipt }),
      sendPart({ parcels, parts }),
      sendParcel(carrying),
      listRefused(parcels),
      takeRefused({ parcels, deliveryKey }),
    ],
  })

  const ask = (route: Pick<Route, 'method' | 'path'>, sent: Omit<HttpEventParts, 'route'>) =>
    answerOf(serve, anHttpEvent({ ...sent, route }))
  async function must<R extends Route>(route: R, sent: Omit<HttpEventParts, 'route'>): Promise<ResponseOf<R>> {
    const { status, body } = await ask(route, sent)
    if (status >= 300) throw new Error(`${route.name}: ${status} ${JSON.stringify(body)}`)
    return route.response.parse(body) as ResponseOf<typeof route>
  }

  return {
    client,
    tables,
    log,
    clock,
    handedOn,
    attachments: objects,
    parts: kept,
    deliveryKey,
    deliverySpki: toBase64((await deliveryKey.publicHalf()).spkiBytes),
    ask,
    must,
    replay: replayReleased(carrying),

    enrol: ({ deviceId, enrolment }: Tablet) =>
      must(devicesRoutes.enrolDevice, { ...supervisor, params: { deviceId }, body: enrolment() }),

    async openPass({ deviceId, passRequest }: Tablet, officer: string, groups: readonly string[]) {
      const { passId, ...body } = await passRequest(officer)
      return must(devicesRoutes.openPass, { officer, groups, params: { deviceId, passId }, body })
    },

    revoke: ({ deviceId }: Tablet, revocationId: string = crypto.randomUUID()) =>
      must(devicesRoutes.revokeDevice, {
        ...supervisor,
        params: { deviceId, revocationId },
        body: { ...devicesRoutes.revokeDevice.examples.body },
      }),

    decide: ({ deviceId }: Tablet, recordId: string, decision: 'release' | 'reject') =>
      must(devicesRoutes.decideQuarantine, {
        ...supervisor,
        params: { deviceId, recordId, decisionId: crypto.randomUUID() },
        body: { ...devicesRoutes.decideQuarantine.examples.body, decision },
      }),

    /** Sends a parcel under the carrier's token; the answers in the order of the records. */
    async send(body: unknown, carrier: Pick<HttpEventParts, 'officer' | 'groups'> = supervisor) {
      return (await must(parcelRoutes.sendParcel, { ...carrier, body })).answers
    },
  }
}
export type DeviceFunctions = Awaited<ReturnType<typeof deviceFunctions>>

/** What somebody captured, sealed in one start and sent at once. */
export async function capture(desk: DeviceFunctions, tablet: Tablet, captured: readonly Captured[]) {
  const start = await tablet.start(desk.deliverySpki)
  const records = await Promise.all(captured.map(each => tablet.seal(start, each)))
  return { records, parcel: tablet.parcel([start], records) }
}
