/** Large sealed records in parts, through the whole chain: real sealing and signing, a bucket in memory. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import {
  mostPartBytes,
  type PartedRecord,
  parcelRoutes,
  type RecordAnswer,
  type SealedRecord,
} from '../../../functions/commands/parcel-contract.ts'
import { fromBase64, toBase64 } from '../../../functions/platform/base64.ts'
import { fromStored } from '../../../functions/platform/stored.ts'
import { anAnswer } from '../../builders/answers.ts'
import { anOpenBatch } from '../../builders/batch-commands.ts'
import { anIntake } from '../../builders/intake.ts'
import { anAttachment, aPng } from '../../builders/pictures.ts'
import { auditOf } from '../../harness/audit-entries.ts'
import { capture, type DeviceFunctions, deviceFunctions } from '../../harness/device-functions.ts'
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
const carrier = { officer: 'carrier-1', groups: ['supplies@MB'] }
const what = (answers: readonly RecordAnswer[]): string[] =>
  answers.map(answer => (answer.is === 'refused' ? `refused ${answer.word}` : answer.is))

/** Of 130 kB, which nothing packs. */
const aLargePicture = aPng({ noise: randomBytes(130_000) }).toString('base64')

/** A registration and its mark, and the mark's sealed record cut into parts. */
async function registeredWithMark(
  override: { readonly kind?: 'SIGNATURE' | 'PHOTO'; readonly returnEventId?: string } = {},
) {
  const [batchId, intakeId, attachmentId] = [randomUUID(), randomUUID(), randomUUID()]
  const intake = anIntake({ batchId, consents: [...anIntake().consents, anAnswer({ purpose: 'PHOTO', given: false })] })
  const { personId } = intake
  const path = `persons/${personId}/attachments/${attachmentId}`
  const [opening, registration, mark] = [randomUUID(), randomUUID(), randomUUID()]
  const picture = {
    ...{ authorId: author, recordId: mark },
    command: putCommand(path, anAttachment({ returnEventId: intakeId, content: aLargePicture, ...override })),
  }
  const { parcel, records } = await capture(desk, tablet, [
    { authorId: author, recordId: opening, command: putCommand(`batches/${batchId}`, anOpenBatch()) },
    {
      authorId: author,
      recordId: registration,
      command: putCommand(`intakes/${intakeId}`, intake),
      dependsOn: [opening],
    },
    { ...picture, dependsOn: [registration] },
  ])
  const [first, second, large] = records
  if (!first || !second || !large) throw new Error('not sealed')
  return {
    ...{ personId, attachmentId, recordId: mark, ...cut(large) },
    registering: { ...parcel, records: [first, second] },
    naming: (named: PartedRecord) => ({ ...parcel, records: [named] }),
    /** As its author sends it once more: the same picture under another seal. */
    async sealedAgain() {
      const { parcel, records } = await capture(desk, tablet, [picture])
      if (!records[0]) throw new Error('not sealed')
      const { named, parts } = cut(records[0])
      return { named, parts, parcel: { ...parcel, records: [named] } }
    },
  }
}

function cut({ recordId, keyId, dependsOn, sealed }: SealedRecord) {
  const bytes = fromBase64(sealed)
  const sealedHash = createHash('sha256').update(bytes).digest('base64url')
  const parts = Array.from({ length: Math.ceil(bytes.length / mostPartBytes) }, (_, index) =>
    bytes.subarray(index * mostPartBytes, (index + 1) * mostPartBytes),
  )
  const named: PartedRecord = { recordId, keyId, dependsOn, parts: { count: parts.length, sealedHash } }
  return { parts, named }
}

const sendPart = ({ recordId, parts }: PartedRecord, number: number, content: Uint8Array) =>
  desk.ask(parcelRoutes.sendPart, {
    ...carrier,
    params: { recordId, number: String(number) },
    body: { deviceId: tablet.deviceId, sealedHash: parts.sealedHash, content: toBase64(content) },
  })
async function sendParts({ named, parts }: ReturnType<typeof cut>, numbers = parts.map((_, index) => index + 1)) {
  for (const number of numbers)
    expect(await sendPart(named, number, parts[number - 1] ?? new Uint8Array())).toMatchObject({ status: 201 })
}
const carry = (body: unknown) => desk.send(body, carrier)

it('joins what went ahead, and stores it in the name of its author', async () => {
  const mark = await registeredWithMark()
  expect(mark.parts.length).toBe(5)
  expect(what(await carry(mark.registering))).toEqual(['received', 'received'])
  await sendParts(mark)
  expect(what(await carry(mark.naming(mark.named)))).toEqual(['received'])
  const stored = [...desk.attachments].filter(([name]) => name.includes(mark.attachmentId))
  expect(stored.map(([, bytes]) => Buffer.from(bytes).toString('base64'))).toEqual([aLargePicture])
  expect(await auditOf(desk, mark.personId)).toContainEqual(
    expect.objectContaining({ action: 'keepAttachment', officerId: author }),
  )
  desk.handedOn.length = 0
  expect(what(await carry(mark.naming(mark.named)))).toEqual(['received'])
  expect(desk.handedOn).toEqual([])
})

it('names the parts that did not come, and takes them then', async () => {
  const mark = await registeredWithMark()
  await carry(mark.registering)
  await sendParts(mark, [1, 3, 5])
  expect(await carry(mark.naming(mark.named))).toEqual([
    { recordId: mark.recordId, is: 'parts-missing', numbers: [2, 4] },
  ])
  await sendParts(mark, [4, 2, 2])
  expect(what(await carry(mark.naming(mark.named)))).toEqual(['received'])
})

it('asks for all of them where they do not make the record that was named', async () => {
  const mark = await registeredWithMark()
  await carry(mark.registering)
  await sendParts(mark)
  await sendPart(mark.named, 2, randomBytes(mostPartBytes))
  expect(await carry(mark.naming(mark.named))).toMatchObject([{ is: 'parts-missing', numbers: [1, 2, 3, 4, 5] }])
  await sendParts(mark, [2])
  expect(what(await carry(mark.naming(mark.named)))).toEqual(['received'])
})

it('waits for what it depends on before it looks for any part', async () => {
  const mark = await registeredWithMark()
  expect(what(await carry(mark.naming(mark.named)))).toEqual(['later'])
})

it('believes no parts that were made up', async () => {
  const mark = await registeredWithMark()
  await carry(mark.registering)
  const bytes = randomBytes(50_000)
  const made = cut({ ...mark.named, sealed: toBase64(bytes) })
  await sendParts(made)
  expect(what(await carry(mark.naming(made.named)))).toEqual(['refused record-unreadable'])
})

it('is refused for its author like every other record, and can be fetched whole', async () => {
  const mark = await registeredWithMark({ returnEventId: randomUUID() })
  await carry(mark.registering)
  await sendParts(mark)
  expect(what(await carry(mark.naming(mark.named)))).toEqual(['refused not-found'])
  const params = { recordId: mark.recordId }
  const own = { officer: author, groups: ['reception@MB'], params }
  expect(await desk.must(parcelRoutes.takeRefused, own)).toMatchObject({
    command: { body: { kind: 'SIGNATURE', content: aLargePicture } },
  })
})

const partsOf = (recordId: string) => [...desk.parts.objects.keys()].filter(name => name.includes(recordId))
/** Everything sealed that the registry holds of a record. */
const sealedOf = async (recordId: string) =>
  (await everyItem(desk.client, desk.tables.registry))
    .map(fromStored)
    .filter(item => item['recordId'] === recordId)
    .flatMap(({ sealed }) => (sealed instanceof Uint8Array && sealed.length > 0 ? [sealed] : []))

it('lets go of the parts of what was received', async () => {
  const mark = await registeredWithMark()
  await carry(mark.registering)
  await sendParts(mark)
  await carry(mark.naming(mark.named))
  expect(partsOf(mark.recordId)).toEqual([])
})

it('keeps nothing of a photograph without its yes but the word, and says so again', async () => {
  const photo = await registeredWithMark({ kind: 'PHOTO' })
  await carry(photo.registering)
  await sendParts(photo)
  for (const _ of [1, 2]) expect(what(await carry(photo.naming(photo.named)))).toEqual(['refused consent-needed'])
  expect(partsOf(photo.recordId)).toEqual([])
  expect(await sealedOf(photo.recordId)).toEqual([])
  const own = { officer: author, groups: ['reception@MB'] }
  expect((await desk.must(parcelRoutes.listRefused, own)).records).not.toContainEqual(
    expect.objectContaining({ recordId: photo.recordId }),
  )
})

it('keeps nothing of it either where it was refused in another word before, or set aside', async () => {
  const photo = await registeredWithMark({ kind: 'PHOTO' })
  await sendParts(photo)
  expect(what(await carry(photo.naming({ ...photo.named, dependsOn: [] })))).toEqual(['refused not-found'])
  expect(await sealedOf(photo.recordId)).toHaveLength(1)
  await carry(photo.registering)
  const again = await photo.sealedAgain()
  await sendParts(again)
  expect(what(await carry(again.parcel))).toEqual(['refused consent-needed'])
  expect(await sealedOf(photo.recordId)).toEqual([])

  const late = await registeredWithMark({ kind: 'PHOTO' })
  await carry(late.registering)
  await desk.revoke(tablet)
  await sendParts(late)
  expect(what(await carry(late.naming(late.named)))).toEqual(['quarantined'])
  await desk.decide(tablet, late.recordId, 'release')
  await desk.replay()
  expect(await sealedOf(late.recordId)).toEqual([])
  expect(partsOf(late.recordId)).toEqual([])
})

it('is set aside whole where the tablet was withdrawn', async () => {
  const mark = await registeredWithMark()
  await carry(mark.registering)
  await desk.revoke(tablet)
  expect(what(await carry(mark.naming(mark.named)))).toEqual(['parts-missing'])
  await sendParts(mark)
  expect(what(await carry(mark.naming(mark.named)))).toEqual(['quarantined'])
  await desk.decide(tablet, mark.recordId, 'release')
  await desk.replay()
  expect([...desk.attachments.keys()].some(name => name.includes(mark.attachmentId))).toBe(true)
})

it('is later while the bucket is away, and holds up no other', async () => {
  const mark = await registeredWithMark()
  await carry(mark.registering)
  await sendParts(mark)
  desk.parts.isAway = true
  expect(what(await carry(mark.naming(mark.named)))).toEqual(['later'])
  desk.parts.isAway = false
  expect(what(await carry(mark.naming(mark.named)))).toEqual(['received'])
})

it('takes parts from enrolled tablets alone, and none beyond its size', async () => {
  const { named } = await registeredWithMark()
  const stranger = await desk.ask(parcelRoutes.sendPart, {
    ...carrier,
    params: { recordId: named.recordId, number: '1' },
    body: { deviceId: randomUUID(), sealedHash: named.parts.sealedHash, content: 'AQAB' },
  })
  expect(stranger).toMatchObject({ status: 404, body: { word: 'device-unknown' } })
  expect(await sendPart(named, 1, randomBytes(mostPartBytes + 3))).toMatchObject({ status: 400 })
  expect(await sendPart(named, 9, randomBytes(3))).toMatchObject({ status: 404 })
})
