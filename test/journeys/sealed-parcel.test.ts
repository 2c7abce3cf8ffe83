/**
 * One tablet, two officers, over HTTP with every role enforced: what one captured the other carries; what is refused
 * comes back to its author alone; what a lost tablet still sends waits for a supervisor.
 */
import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, it } from 'vitest'
import { auditRoutes } from '../../functions/audit/contract.ts'
import { parcelRoutes, type RecordAnswer, type SendParcel } from '../../functions/commands/parcel-contract.ts'
import { devicesRoutes } from '../../functions/devices/contract.ts'
import { exampleEnvelope } from '../../functions/screening/sealed-envelope.ts'
import { aCloseBatch, anOpenBatch } from '../builders/batch-commands.ts'
import { anIntake } from '../builders/intake.ts'
import { type HostDoor, sharedHost } from '../harness/local-host.ts'
import { type Officer, officerOf } from '../harness/officer.ts'
import { type Captured, putCommand, type Start, type Tablet } from '../harness/tablet.ts'
import { anEnrolledTablet } from './subjects.ts'

const post = 'QN'
let host: HostDoor
let [author, carrier, supervisor, auditor]: Officer[] = []
let tablet: Tablet
let start: Start
const { openPass, revokeDevice, decideQuarantine, listQuarantine } = devicesRoutes

async function passOf(officer: Officer) {
  const { passId, ...body } = await tablet.passRequest(officer.officerId)
  return officer.must(openPass, { params: { deviceId: tablet.deviceId, passId }, body })
}
const there = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Error('nobody there')
  return found
}

beforeAll(async () => {
  host = await sharedHost()
  author = officerOf(host, [`reception@${post}`, `screening@${post}`], 'author of parcels')
  carrier = officerOf(host, [`supplies@${post}`], 'carrier of parcels')
  supervisor = officerOf(host, [`supervisor@${post}`], 'supervisor of parcels')
  auditor = officerOf(host, ['auditor@*'], 'auditor of parcels')
  tablet = await anEnrolledTablet(host, post)
  start = await tablet.start((await passOf(author)).deliveryKey.publicKey)
}, 240_000)

async function sealed(captured: readonly Omit<Captured, 'authorId'>[]): Promise<SendParcel> {
  const { officerId } = there(author)
  const records = await Promise.all(captured.map(each => tablet.seal(start, { ...each, authorId: officerId })))
  return tablet.parcel([start], records)
}
async function carry(parcel: SendParcel): Promise<RecordAnswer[]> {
  const headers = { 'content-encoding': 'gzip' }
  const body = Uint8Array.from(gzipSync(JSON.stringify(parcel)))
  return (await there(carrier).must(parcelRoutes.sendParcel, { body, headers })).answers
}
const what = (answers: readonly RecordAnswer[]) =>
  answers.map(answer => (answer.is === 'refused' ? answer.word : answer.is))
const doneTo = async (subjectId: string) => {
  const { lines } = await there(auditor).must(auditRoutes.readAudit, { params: { subjectId } })
  return lines.filter(({ action }) => action !== 'readAudit')
}

it('gives an officer the same share at every pass, and another officer another', async () => {
  const [first, again, other] = [await passOf(there(author)), await passOf(there(author)), await passOf(there(carrier))]
  expect(again.share).toBe(first.share)
  expect(other.share).not.toBe(first.share)
  expect(first.groups).toEqual([`reception@${post}`, `screening@${post}`])
})

const batchId = randomUUID()
const [opening, closing] = [randomUUID(), randomUUID()]
const intakes = [randomUUID(), randomUUID(), randomUUID()]

it("stores what one officer captured under another's token, once, and gives back to its author what was refused", async () => {
  const parcel = await sealed([
    { recordId: opening, command: putCommand(`batches/${batchId}`, anOpenBatch({ post, declaredHeadcount: 9 })) },
    ...intakes.map(id => ({ command: putCommand(`intakes/${id}`, anIntake({ batchId })), dependsOn: [opening] })),
    { command: putCommand(`screens/${randomUUID()}`, { contract: 1, envelope: exampleEnvelope }) },
    {
      recordId: closing,
      command: putCommand(`batches/${batchId}/closings/${randomUUID()}`, aCloseBatch()),
      dependsOn: [opening],
    },
  ])
  const first = await carry(parcel)
  expect(what(first)).toEqual([...Array(5).fill('received'), 'headcount-unbalanced'])
  expect(await carry(parcel)).toEqual(first)
  for (const id of intakes)
    expect(await doneTo(id)).toMatchObject([{ action: 'putIntake', officerId: there(author).officerId }])

  const mine = async (officer: Officer) => (await officer.must(parcelRoutes.listRefused)).records
  expect(await mine(there(carrier))).toEqual([])
  expect(await mine(there(author))).toMatchObject([{ recordId: closing, word: 'headcount-unbalanced' }])
  const params = { recordId: closing }
  expect(await there(carrier).ask(parcelRoutes.takeRefused, { params })).toMatchObject({ status: 404 })
  const taken = await there(author).must(parcelRoutes.takeRefused, { params })
  expect(taken.command).toMatchObject({ method: 'PUT', body: aCloseBatch() })
  expect(await doneTo(closing)).toMatchObject([{ action: 'takeRefused', officerId: there(author).officerId }])
})

it('sets aside what a lost tablet still sends, and stores it once a supervisor releases it', async () => {
  const intakeId = randomUUID()
  const parcel = await sealed([
    { command: putCommand(`intakes/${intakeId}`, anIntake({ batchId })), dependsOn: [opening] },
    { command: putCommand(`intakes/${randomUUID()}`, anIntake({ batchId })), dependsOn: [opening] },
  ])
  const { deviceId } = tablet
  const params = { deviceId, revocationId: randomUUID() }
  await there(supervisor).must(revokeDevice, { params, body: revokeDevice.examples.body })
  const { passId, ...body } = await tablet.passRequest(there(author).officerId)
  expect(await there(author).ask(openPass, { params: { deviceId, passId }, body })).toMatchObject({
    word: 'device-revoked',
  })
  expect(what(await carry(parcel))).toEqual(['quarantined', 'quarantined'])
  expect(await doneTo(intakeId)).toEqual([])

  const states = async () =>
    (await there(supervisor).must(listQuarantine, { params: { deviceId } })).records.map(({ state }) => state)
  const [first = '', second = ''] = parcel.records.map(({ recordId }) => recordId)
  const decide = (recordId: string, decision: 'release' | 'reject') =>
    there(supervisor).must(decideQuarantine, {
      params: { deviceId, recordId, decisionId: randomUUID() },
      body: { ...decideQuarantine.examples.body, decision },
    })
  await decide(first, 'release')
  await decide(second, 'reject')
  const [replay = ''] = (await host.schedules()).filter(name => name.includes('ReleasedRecords'))
  await host.runSchedule(replay)
  await expect.poll(states).toEqual(['DELIVERED', 'REJECTED'])
  await host.runSchedule(replay)
  expect(await doneTo(intakeId)).toMatchObject([{ action: 'putIntake', officerId: there(author).officerId }])
  expect(what(await carry(parcel))).toEqual(['received', 'quarantined'])
})
