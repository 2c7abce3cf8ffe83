/** A revoked tablet: what it still sends is set aside unopened, decided on by a supervisor, and then handed on once. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { parcelRoutes, type RecordAnswer, type SendParcel } from '../../../functions/commands/parcel-contract.ts'
import { devicesRoutes } from '../../../functions/devices/contract.ts'
import { fromStored } from '../../../functions/platform/stored.ts'
import { aCloseBatch, anOpenBatch } from '../../builders/batch-commands.ts'
import { anIntake } from '../../builders/intake.ts'
import { auditOf } from '../../harness/audit-entries.ts'
import { capture, type DeviceFunctions, deviceFunctions, supervisor } from '../../harness/device-functions.ts'
import { everyItem } from '../../harness/sealed-zone.ts'
import { aTablet, putCommand, type Tablet } from '../../harness/tablet.ts'

let desk: DeviceFunctions
let tablet: Tablet
beforeAll(async () => {
  desk = await deviceFunctions()
})
beforeEach(async () => {
  desk.deliveryKey.isAway = false
  tablet = await aTablet()
  await desk.enrol(tablet)
  await desk.openPass(tablet, author, ['reception@MB'])
})

const author = 'author-1'
const what = (answers: readonly RecordAnswer[]): string[] =>
  answers.map(answer => (answer.is === 'refused' ? `refused ${answer.word}` : answer.is))
const listed = async (): Promise<string[]> => {
  const params = { deviceId: tablet.deviceId }
  return (await desk.must(devicesRoutes.listQuarantine, { ...supervisor, params })).records.map(({ state }) => state)
}

/** A batch and two intakes in it, captured before and sent after the tablet was revoked. */
async function sentLate() {
  const [batchId, opening] = [randomUUID(), randomUUID()]
  const intakes = [randomUUID(), randomUUID()]
  const { parcel, records } = await capture(desk, tablet, [
    { authorId: author, recordId: opening, command: putCommand(`batches/${batchId}`, anOpenBatch()) },
    ...intakes.map(id => ({
      authorId: author,
      command: putCommand(`intakes/${id}`, anIntake({ batchId })),
      dependsOn: [opening],
    })),
  ])
  await desk.revoke(tablet)
  desk.handedOn.length = 0
  const ids = records.map(({ recordId }) => recordId)
  return { parcel, ids, batchId, intakes }
}
const send = async (parcel: SendParcel) => what(await desk.send(parcel))
const thrice = (word: string) => [word, word, word]

it('sets everything aside, unopened, and answers so again', async () => {
  const { parcel, ids } = await sentLate()
  desk.deliveryKey.isAway = true // nobody needs it
  expect(await send(parcel)).toEqual(thrice('quarantined'))
  expect(await send(parcel)).toEqual(thrice('quarantined'))
  expect(await listed()).toEqual(thrice('WAITING'))
  expect(desk.handedOn).toEqual([])
  const kept = (await everyItem(desk.client, desk.tables.registry)).map(fromStored)
  const records = kept.filter(({ recordId }) => ids.some(id => id === recordId))
  expect(JSON.stringify(records)).not.toMatch(/author-1|intake|batch/)
  expect(records.filter(({ sealed }) => sealed instanceof Uint8Array)).toHaveLength(3)
})

it('hands on what was released in the order it came, once, in the name of its author', async () => {
  const { parcel, ids, intakes } = await sentLate()
  await send(parcel)
  for (const id of ids.toReversed()) await desk.decide(tablet, id, 'release')
  expect(await desk.replay()).toEqual({ handedOn: 3, left: 0 })
  expect(await desk.replay()).toEqual({ handedOn: 0, left: 0 })
  expect(desk.handedOn.map(({ requestId }) => requestId)).toEqual(ids)
  for (const id of intakes)
    expect(await auditOf(desk, id)).toMatchObject([{ officerId: author, roles: ['reception@MB'] }])
  expect(await listed()).toEqual(thrice('DELIVERED'))
  expect(await send(parcel)).toEqual(thrice('received'))
})

it('leaves what was rejected, and lets what depended on it fare as its own route says', async () => {
  const { parcel, ids } = await sentLate()
  const [opening = '', first = '', second = ''] = ids
  await send(parcel)
  await desk.decide(tablet, opening, 'reject')
  await desk.decide(tablet, first, 'release')
  expect(await desk.replay()).toEqual({ handedOn: 1, left: 0 })
  expect(await listed()).toEqual(['REJECTED', 'REFUSED', 'WAITING'])
  expect(await send(parcel)).toEqual(['quarantined', 'refused batch-unknown', 'quarantined'])
  const mine = await desk.must(parcelRoutes.listRefused, { officer: author, groups: ['reception@MB'] })
  expect(mine.records).toContainEqual(expect.objectContaining({ recordId: first, word: 'batch-unknown' }))
  await desk.decide(tablet, second, 'release')
  expect(await desk.replay()).toEqual({ handedOn: 1, left: 0 })
})

it('keeps what was released waiting for what nobody decided on yet, and for a service that is away', async () => {
  const { parcel, ids } = await sentLate()
  const [opening = '', first = ''] = ids
  await send(parcel)
  await desk.decide(tablet, first, 'release')
  expect(await desk.replay()).toEqual({ handedOn: 0, left: 1 })
  await desk.decide(tablet, opening, 'release')
  desk.deliveryKey.isAway = true
  expect(await desk.replay()).toEqual({ handedOn: 0, left: 2 })
  desk.deliveryKey.isAway = false
  expect(await desk.replay()).toEqual({ handedOn: 2, left: 0 })
})

it('decides once, and says so to the next', async () => {
  const { parcel, ids } = await sentLate()
  await send(parcel)
  const [recordId = ''] = ids
  const decide = (decisionId: string, decision: 'release' | 'reject') =>
    desk.ask(devicesRoutes.decideQuarantine, {
      ...supervisor,
      params: { deviceId: tablet.deviceId, recordId, decisionId },
      body: { ...devicesRoutes.decideQuarantine.examples.body, decision },
    })
  const id = randomUUID()
  const first = await decide(id, 'release')
  expect(first.status).toBe(201)
  expect(await decide(id, 'release')).toEqual(first)
  expect(await decide(randomUUID(), 'reject')).toMatchObject({ status: 409, body: { word: 'record-decided' } })
  const entries = (await auditOf(desk, tablet.deviceId)).filter(({ action }) => action === 'decideQuarantine')
  expect(entries).toMatchObject([{ officerId: 'supervisor-1', commandId: id }])
  await desk.decide(tablet, ids[1] ?? '', 'reject')
  await desk.replay()
})

it('answers what was received before the loss as received, and sets another form of it aside', async () => {
  const recordId = randomUUID()
  const opening = () => ({ authorId: author, recordId, command: putCommand(`batches/${randomUUID()}`, anOpenBatch()) })
  const [sent, other] = [await capture(desk, tablet, [opening()]), await capture(desk, tablet, [opening()])]
  expect(await send(sent.parcel)).toEqual(['received'])
  await desk.revoke(tablet)
  expect(await send(sent.parcel)).toEqual(['received'])
  expect(await send(other.parcel)).toEqual(['quarantined'])
})

it('sets aside what was refused before the loss, mended or not', async () => {
  const recordId = randomUUID()
  const command = putCommand(`batches/${randomUUID()}/closings/${randomUUID()}`, aCloseBatch())
  const { parcel } = await capture(desk, tablet, [{ authorId: author, recordId, command }])
  expect(await send(parcel)).toEqual(['refused batch-unknown'])
  await desk.revoke(tablet)
  expect(await send(parcel)).toEqual(['quarantined'])
})
