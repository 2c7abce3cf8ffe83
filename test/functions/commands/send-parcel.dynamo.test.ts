/** Sealed parcels through the whole chain: real sealing and signing, a real database, the owners' own functions. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { HandedOn } from '../../../functions/commands/lambda-gateway.ts'
import {
  parcelRoutes,
  type RecordAnswer,
  type SealedRecord,
  type SendParcel,
} from '../../../functions/commands/parcel-contract.ts'
import { sealedHashOf } from '../../../functions/commands/parts-gateway.ts'
import { beginsWithinMilliseconds } from '../../../functions/commands/play-command.ts'
import type { RecordedCommand } from '../../../functions/commands/sealed-record.ts'
import { fromBase64, toBase64 } from '../../../functions/platform/base64.ts'
import { fromStored } from '../../../functions/platform/stored.ts'
import { exampleEnvelope } from '../../../functions/screening/sealed-envelope.ts'
import { aCloseBatch, aCountHeads, anOpenBatch } from '../../builders/batch-commands.ts'
import { anIntake } from '../../builders/intake.ts'
import { auditOf } from '../../harness/audit-entries.ts'
import { capture, type DeviceFunctions, deviceFunctions } from '../../harness/device-functions.ts'
import { aProtectionKey, everyItem } from '../../harness/sealed-zone.ts'
import { aTablet, putCommand, type Tablet } from '../../harness/tablet.ts'

let desk: DeviceFunctions
let tablet: Tablet
let broken: (request: HandedOn) => void = () => {}
let lost: (request: HandedOn) => void = () => {}
beforeAll(async () => {
  desk = await deviceFunctions({ around: { before: request => broken(request), after: request => lost(request) } })
})
beforeEach(async () => {
  broken = () => {}
  lost = () => {}
  desk.clock.at = '2026-11-22T10:00:00.000Z'
  desk.deliveryKey.isAway = false
  desk.handedOn.length = 0
  tablet = await aTablet()
  await desk.enrol(tablet)
  await desk.openPass(tablet, author, ['reception@MB'])
})

const author = 'author-1'
const carrier = { officer: 'carrier-1', groups: ['supplies@MB'] }
const carry = (body: unknown): Promise<RecordAnswer[]> => desk.send(body, carrier)
const what = (answers: readonly RecordAnswer[]): string[] =>
  answers.map(answer => (answer.is === 'refused' ? `refused ${answer.word}` : answer.is))

const anOpening = (batchId: string): RecordedCommand => putCommand(`batches/${batchId}`, anOpenBatch())
const anIntakeIn = (batchId: string, intakeId: string = randomUUID()): RecordedCommand =>
  putCommand(`intakes/${intakeId}`, anIntake({ batchId }))
const aRefusedOne = (batchId: string): RecordedCommand =>
  putCommand(`batches/${batchId}/closings/${randomUUID()}`, aCloseBatch()) // nobody was counted

/** A batch on the server, opened by the author without any tablet. */
async function aBatch(): Promise<string> {
  const batchId = randomUUID()
  const { parcel } = await capture(desk, tablet, [{ authorId: author, command: anOpening(batchId) }])
  expect(what(await carry(parcel))).toEqual(['received'])
  desk.handedOn.length = 0
  return batchId
}

describe('carrying', () => {
  it("stores each record in its author's name, and tells the carrier no more than that it was received", async () => {
    const batchId = await aBatch()
    const intakes = [randomUUID(), randomUUID(), randomUUID()]
    const captured = intakes.map(id => ({ authorId: author, command: anIntakeIn(batchId, id) }))
    const { parcel, records } = await capture(desk, tablet, captured)
    const answers = await carry(parcel)
    expect(answers).toEqual(
      records.map(({ recordId }) => ({
        recordId,
        is: 'received',
        receipt: { id: recordId, receivedAt: '2026-11-22T10:00:00.000Z', restoreEpoch: 0 },
      })),
    )
    for (const id of intakes) {
      expect(await auditOf(desk, id)).toMatchObject([
        { officerId: author, roles: ['reception@MB'], action: 'putIntake' },
      ])
      expect(JSON.stringify(answers)).not.toContain(id)
    }
    expect(desk.log.said.join()).not.toContain('Khotso')
  })

  it('answers the same parcel the same way again, and asks nobody twice', async () => {
    const batchId = await aBatch()
    const { parcel } = await capture(desk, tablet, [{ authorId: author, command: anIntakeIn(batchId) }])
    const first = await carry(parcel)
    desk.clock.at = '2026-11-22T11:00:00.000Z'
    expect(await carry(parcel)).toEqual(first)
    expect(desk.handedOn).toHaveLength(1)
  })

  it('asks the owner again where its answer was lost: it was stored once', async () => {
    const batchId = await aBatch()
    const intakeId = randomUUID()
    const { parcel } = await capture(desk, tablet, [{ authorId: author, command: anIntakeIn(batchId, intakeId) }])
    lost = () => {
      throw new Error('the answer was lost')
    }
    expect(what(await carry(parcel))).toEqual(['later'])
    lost = () => {}
    expect(what(await carry(parcel))).toEqual(['received'])
    expect(await auditOf(desk, intakeId)).toHaveLength(1)
  })

  it("takes the groups of the author's latest pass there, and of no other tablet", async () => {
    const other = await aTablet()
    await desk.enrol(other)
    await desk.openPass(other, author, ['supervisor@MB'])
    const batchId = await aBatch()
    const close = {
      authorId: author,
      command: putCommand(`batches/${batchId}/closings/${randomUUID()}`, aCloseBatch({ reason: 'r' })),
    }
    expect(what(await carry((await capture(desk, tablet, [close])).parcel))).toEqual(['refused headcount-unbalanced'])
    await desk.openPass(tablet, author, ['supervisor@MB'])
    expect(what(await carry((await capture(desk, tablet, [close])).parcel))).toEqual(['received'])
  })

  it('carries a private screen as what it is, sealed, and keeps no word of its kind', async () => {
    await desk.openPass(tablet, author, ['screening@MB'])
    const screenId = randomUUID()
    const command = putCommand(`screens/${screenId}`, { contract: 1, envelope: exampleEnvelope })
    const { parcel, records } = await capture(desk, tablet, [{ authorId: author, command }])
    expect(what(await carry(parcel))).toEqual(['received'])
    expect(desk.handedOn.map(({ body }) => body)).toEqual([{ contract: 1, envelope: exampleEnvelope }])
    const kept = (await everyItem(desk.client, desk.tables.registry))
      .map(fromStored)
      .filter(item => item['recordId'] === records[0]?.recordId)
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toMatch(/screen/i)
    expect(JSON.stringify(kept)).not.toContain(screenId)
  })

  it('does not know a tablet that was never enrolled', async () => {
    const stranger = await aTablet()
    const { parcel } = await capture(desk, stranger, [{ authorId: author, command: anOpening(randomUUID()) }])
    const answer = await desk.ask(parcelRoutes.sendParcel, { ...carrier, body: parcel })
    expect(answer).toMatchObject({ status: 404, body: { word: 'device-unknown' } })
  })
})

describe('what depends on another', () => {
  const opening = (batchId: string) => ({ authorId: author, recordId: randomUUID(), command: anOpening(batchId) })
  const intakeAfter = (batchId: string, ...before: string[]) => ({
    authorId: author,
    recordId: randomUUID(),
    command: anIntakeIn(batchId),
    dependsOn: before,
  })

  it('goes after it in the same parcel, or in a later one', async () => {
    const batchId = randomUUID()
    const first = opening(batchId)
    const all = await capture(desk, tablet, [first, intakeAfter(batchId, first.recordId)])
    expect(what(await carry(all.parcel))).toEqual(['received', 'received'])
    const next = await capture(desk, tablet, [intakeAfter(batchId, first.recordId)])
    expect(what(await carry(next.parcel))).toEqual(['received'])
  })

  it('waits while it is nowhere, comes behind, or was refused; what does not depend on it goes on', async () => {
    const batchId = await aBatch()
    const refused = { authorId: author, recordId: randomUUID(), command: aRefusedOne(batchId) }
    const [free, late] = [intakeAfter(batchId), opening(randomUUID())]
    const { parcel } = await capture(desk, tablet, [
      refused,
      intakeAfter(batchId, refused.recordId),
      intakeAfter(batchId, randomUUID()),
      intakeAfter(batchId, late.recordId),
      free,
      late,
    ])
    const expected = ['refused headcount-unbalanced', 'later', 'later', 'later', 'received', 'received']
    expect(what(await carry(parcel))).toEqual(expected)
    const across = await capture(desk, tablet, [intakeAfter(batchId, refused.recordId)])
    expect(what(await carry(across.parcel))).toEqual(['later'])
  })

  it('goes once the other is mended, on whatever tablet that was', async () => {
    const batchId = await aBatch()
    const recordId = randomUUID()
    const waiting = intakeAfter(batchId, recordId)
    const closing = await capture(desk, tablet, [
      { authorId: author, recordId, command: aRefusedOne(batchId) },
      waiting,
    ])
    expect(what(await carry(closing.parcel))).toEqual(['refused headcount-unbalanced', 'later'])
    const other = await aTablet()
    await desk.enrol(other)
    await desk.openPass(other, author, ['reception@MB'])
    const mended = putCommand(`batches/${batchId}/counts/${randomUUID()}`, aCountHeads())
    const again = await capture(desk, other, [{ authorId: author, recordId, command: mended }])
    expect(what(await carry(again.parcel))).toEqual(['received'])
    expect(what(await carry(closing.parcel))).toEqual(['received', 'received'])
  })
})

describe('a refused record', () => {
  const { listRefused, takeRefused } = parcelRoutes
  const mine = (officer = author) => desk.must(listRefused, { officer, groups: ['reception@MB'] })
  const take = (recordId: string, officer = author) =>
    desk.ask(takeRefused, { officer, groups: ['reception@MB'], params: { recordId } })
  const listed = async (recordId: string, officer = author) =>
    (await mine(officer)).records.some(record => record.recordId === recordId)

  async function refusedOne(recordId: string = randomUUID()) {
    const batchId = await aBatch()
    const command = aRefusedOne(batchId)
    const { parcel } = await capture(desk, tablet, [{ authorId: author, recordId, command }])
    expect(what(await carry(parcel))).toEqual(['refused headcount-unbalanced'])
    return { recordId, command, parcel, batchId }
  }

  it('comes back to its author, as it was typed, and is on record as read', async () => {
    const { recordId, command } = await refusedOne()
    expect((await mine()).records).toContainEqual({
      recordId,
      deviceId: tablet.deviceId,
      word: 'headcount-unbalanced',
      refusedAt: '2026-11-22T10:00:00.000Z',
    })
    expect(await take(recordId)).toMatchObject({ status: 200, body: { recordId, command } })
    expect(await auditOf(desk, recordId)).toMatchObject([{ action: 'takeRefused', officerId: author }])
  })

  it('is there for nobody else, its carrier least of all', async () => {
    const { recordId } = await refusedOne()
    expect(await listed(recordId, carrier.officer)).toBe(false)
    const absent = await take(randomUUID(), carrier.officer)
    expect(await take(recordId, carrier.officer)).toEqual(absent)
    expect(absent.status).toBe(404)
  })

  it('is kept sealed: nothing of it stands open in the table', async () => {
    const { recordId, command } = await refusedOne()
    const kept = (await everyItem(desk.client, desk.tables.registry))
      .map(fromStored)
      .filter(item => item['recordId'] === recordId)
    expect(kept).toHaveLength(2) // what became of it, and the record
    for (const item of kept) expect(JSON.stringify(item)).not.toContain(command.path)
  })

  it('is gone once it is mended under its id', async () => {
    const { recordId, batchId } = await refusedOne()
    const command = putCommand(`batches/${batchId}/counts/${randomUUID()}`, aCountHeads())
    const { parcel } = await capture(desk, tablet, [{ authorId: author, recordId, command }])
    expect(what(await carry(parcel))).toEqual(['received'])
    expect(await listed(recordId)).toBe(false)
    expect((await take(recordId)).status).toBe(404)
  })

  it('stays what it became when its first form is sent once more', async () => {
    const { recordId, batchId, parcel } = await refusedOne()
    const command = putCommand(`batches/${batchId}/counts/${randomUUID()}`, aCountHeads())
    await carry((await capture(desk, tablet, [{ authorId: author, recordId, command }])).parcel)
    desk.handedOn.length = 0
    expect(what(await carry(parcel))).toEqual(['received'])
    expect(desk.handedOn).toEqual([])
    const { parcel: dependant } = await capture(desk, tablet, [
      { authorId: author, command: anIntakeIn(batchId), dependsOn: [recordId] },
    ])
    expect(what(await carry(dependant))).toEqual(['received'])
  })

  /** As a tablet asks what became of what it was refused: by name, without its content. */
  const named = ({ deviceId, records: [record] }: SendParcel): SendParcel => {
    if (record === undefined || !('sealed' in record)) throw new Error('no whole record')
    const { recordId, keyId, sealed } = record
    return {
      ...{ deviceId, keys: {} },
      records: [{ recordId, keyId, dependsOn: [], parts: { count: 1, sealedHash: sealedHashOf(fromBase64(sealed)) } }],
    }
  }

  it('can be asked about without its content, and is received once it was mended on another tablet', async () => {
    const { recordId, batchId, parcel } = await refusedOne()
    const other = await aTablet()
    await desk.enrol(other)
    await desk.openPass(other, author, ['reception@MB'])
    desk.handedOn.length = 0
    expect(what(await carry(named(parcel)))).toEqual(['refused headcount-unbalanced'])
    expect(desk.handedOn).toEqual([])
    // mended there once in vain: the last that was refused came from there
    const inVain = await capture(desk, other, [{ authorId: author, recordId, command: aRefusedOne(batchId) }])
    expect(what(await carry(inVain.parcel))).toEqual(['refused headcount-unbalanced'])
    expect(what(await carry(named(parcel)))).toEqual(['parts-missing'])
    const command = putCommand(`batches/${batchId}/counts/${randomUUID()}`, aCountHeads())
    await carry((await capture(desk, other, [{ authorId: author, recordId, command }])).parcel)
    expect(what(await carry(named(parcel)))).toEqual(['received'])
  })

  it('is not received because somebody else sends a record of theirs under its id', async () => {
    const { recordId, parcel } = await refusedOne()
    const other = await aTablet()
    await desk.enrol(other)
    await desk.openPass(other, 'author-2', ['reception@MB'])
    const theirs = { authorId: 'author-2', recordId, command: anOpening(randomUUID()) }
    expect(what(await carry((await capture(desk, other, [theirs])).parcel))).toEqual(['received'])
    expect([await listed(recordId), (await take(recordId)).status]).toEqual([true, 200])
    expect(what(await carry(named(parcel)))).toEqual(['refused headcount-unbalanced'])
  })

  it('is listed though somebody else had a record received under its id before', async () => {
    const recordId = randomUUID()
    const other = await aTablet()
    await desk.enrol(other)
    await desk.openPass(other, 'author-2', ['reception@MB'])
    await carry(
      (await capture(desk, other, [{ authorId: 'author-2', recordId, command: anOpening(randomUUID()) }])).parcel,
    )
    await refusedOne(recordId)
    expect([await listed(recordId), (await take(recordId)).status]).toEqual([true, 200])
  })

  it('is let go after 180 days, to the second, whatever the table has not removed yet', async () => {
    const { recordId } = await refusedOne()
    desk.clock.at = '2027-05-21T09:59:59.000Z'
    expect([await listed(recordId), (await take(recordId)).status]).toEqual([true, 200])
    desk.clock.at = '2027-05-21T10:00:00.000Z'
    expect([await listed(recordId), (await take(recordId)).status]).toEqual([false, 404])
  })

  it("is kept for an author who never held a pass there, and is not handed on in anybody's name", async () => {
    const { parcel, records } = await capture(desk, tablet, [
      { authorId: 'author-9', command: anOpening(randomUUID()) },
    ])
    expect(what(await carry(parcel))).toEqual(['refused author-unknown'])
    expect(desk.handedOn).toEqual([])
    expect(await listed(records[0]?.recordId ?? '', 'author-9')).toBe(true)
  })

  it('that is no command at all is refused alike', async () => {
    const captured = { authorId: author, command: putCommand('devices/x/passes/y', {}) }
    expect(what(await carry((await capture(desk, tablet, [captured])).parcel))).toEqual(['refused command-unknown'])
  })
})

describe('is not believed', () => {
  async function refusedUnread(change: (record: SealedRecord) => SealedRecord, by = tablet): Promise<void> {
    const { parcel, records } = await capture(desk, by, [{ authorId: author, command: anOpening(randomUUID()) }])
    const body = { ...parcel, deviceId: tablet.deviceId, records: records.map(change) }
    expect(what(await carry(body))).toEqual(['refused record-unreadable'])
    expect(desk.handedOn).toEqual([])
    expect(
      (await desk.must(parcelRoutes.listRefused, { officer: author, groups: ['reception@MB'] })).records,
    ).not.toContainEqual(expect.objectContaining({ deviceId: tablet.deviceId }))
  }

  it('what was changed on the way', async () => {
    await refusedUnread(record => {
      const bytes = fromBase64(record.sealed)
      bytes[40] = (bytes[40] ?? 0) ^ 1
      return { ...record, sealed: toBase64(bytes) }
    })
  })

  it('what comes under another id, or with a key that is not in the parcel', async () => {
    await refusedUnread(record => ({ ...record, recordId: randomUUID() }))
    await refusedUnread(record => ({ ...record, keyId: 'another' }))
  })

  it('what another device signed under this one’s name', async () => {
    await refusedUnread(record => record, await aTablet({ deviceId: tablet.deviceId }))
  })

  it('what was sealed to another key', async () => {
    const spki = toBase64((await (await aProtectionKey()).publicHalf()).spkiBytes)
    const start = await tablet.start(spki)
    const record = await tablet.seal(start, { authorId: author, command: anOpening(randomUUID()) })
    expect(what(await carry(tablet.parcel([start], [record])))).toEqual(['refused record-unreadable'])
  })

  it('and holds up nothing: the rest of the parcel goes on', async () => {
    const { parcel } = await capture(desk, tablet, [
      { authorId: author, command: anOpening(randomUUID()) },
      { authorId: author, command: anOpening(randomUUID()) },
    ])
    const [poisoned, sound] = parcel.records
    const body = { ...parcel, records: [{ ...poisoned, sealed: toBase64(new Uint8Array(600)) }, sound] }
    expect(what(await carry(body))).toEqual(['refused record-unreadable', 'received'])
  })
})

describe('later', () => {
  const two = async () => {
    const captured = [1, 2].map(() => ({ authorId: author, command: anOpening(randomUUID()) }))
    return capture(desk, tablet, captured)
  }

  it('is a record on which its owner broke, and no other', async () => {
    const { parcel, records } = await two()
    broken = ({ requestId }) => {
      if (requestId === records[0]?.recordId) throw new Error('broken')
    }
    expect(what(await carry(parcel))).toEqual(['later', 'received'])
    broken = () => {}
    expect(what(await carry(parcel))).toEqual(['received', 'received'])
  })

  it('is everything while the key service is away', async () => {
    const { parcel } = await two()
    desk.deliveryKey.isAway = true
    expect(what(await carry(parcel))).toEqual(['later', 'later'])
    expect(desk.log.faults.map(({ code }) => code)).toContain('record-failed')
  })

  it('is what the time did not suffice for', async () => {
    const { parcel } = await two()
    broken = () => {
      desk.clock.at = new Date(Date.parse(desk.clock.at) + beginsWithinMilliseconds).toISOString()
    }
    // which of two that are handed on side by side is begun first is nobody's to say
    expect(what(await carry(parcel)).toSorted()).toEqual(['later', 'received'])
    broken = () => {}
    expect(what(await carry(parcel))).toEqual(['received', 'received'])
  })
})
