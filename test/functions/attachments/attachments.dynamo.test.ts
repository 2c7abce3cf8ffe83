/** Marks and photographs through the whole chain on a real database, their bytes in a bucket in memory. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { attachmentsRoutes } from '../../../functions/attachments/contract.ts'
import { keepAttachment } from '../../../functions/attachments/keep-attachment.ts'
import { listAttachments } from '../../../functions/attachments/list-attachments.ts'
import { readAttachment } from '../../../functions/attachments/read-attachment.ts'
import { createAudit } from '../../../functions/platform/audit.ts'
import type { Bucket } from '../../../functions/platform/bucket.ts'
import { capability } from '../../../functions/platform/capability.ts'
import { receiptsOf } from '../../../functions/platform/receipt.ts'
import { anAnswer, someAnswers } from '../../builders/answers.ts'
import { anHttpEvent, answerOf, type HttpEventParts } from '../../builders/http-event.ts'
import { anIntake } from '../../builders/intake.ts'
import { aJpeg, anAttachment, aPng, jpegPart } from '../../builders/pictures.ts'
import { type RegistrationFunction, registeredAt, registrationFunction } from '../../harness/registration-function.ts'

let desk: RegistrationFunction
let handler: ReturnType<typeof capability>
/** Between the bytes and the row. */
let meanwhile = async () => {}

beforeAll(async () => {
  desk = await registrationFunction()
  const { client, tables, clock, log, attachments } = desk
  const now = { now: () => new Date(clock.at) }
  const audit = createAudit(client, tables.audit, now)
  const bucket: Bucket = {
    ...desk.bucket,
    async put(...given) {
      await desk.bucket.put(...given)
      await meanwhile()
    },
  }
  handler = capability({
    endpoints: [
      keepAttachment({ attachments, bucket, audit, receipt: receiptsOf(0) }),
      listAttachments(attachments),
      readAttachment({ attachments, bucket }),
    ],
    audit,
    clock: now,
    log,
  })
})
beforeEach(() => {
  meanwhile = async () => {}
  desk.clock.at = registeredAt
})

type Registered = Awaited<ReturnType<RegistrationFunction['register']>>
type Sent = Partial<Omit<HttpEventParts, 'route'>>

const photoYes = anAnswer({ purpose: 'PHOTO' })
const photoNo = anAnswer({ purpose: 'PHOTO', given: false })
const photographed = () => desk.register('MB', { consents: [...anIntake().consents, photoYes] })
const aPhoto = (person: Registered) =>
  anAttachment({
    returnEventId: person.returnEventId,
    kind: 'PHOTO',
    mediaType: 'image/jpeg',
    content: aJpeg().toString('base64'),
  })

const ask = (name: keyof typeof attachmentsRoutes, { personId }: Pick<Registered, 'personId'>, sent: Sent = {}) =>
  answerOf(
    handler,
    anHttpEvent({
      groups: ['reception@MB'],
      ...sent,
      route: attachmentsRoutes[name],
      params: { personId, ...sent.params },
    }),
  )
const keep = (person: Registered, body: object, attachmentId: string = randomUUID(), sent: Sent = {}) =>
  ask('keepAttachment', person, { ...sent, body, params: { attachmentId } })
const raw = (person: Registered, attachmentId: string) =>
  handler(
    anHttpEvent({
      route: attachmentsRoutes.readAttachment,
      groups: ['reception@MB'],
      params: { personId: person.personId, attachmentId },
    }),
    {},
  )
const listed = async (person: Registered) => (await ask('listAttachments', person)).body['attachments']
const answer = (person: Registered, ...answers: ReturnType<typeof anAnswer>[]) =>
  desk.ask('recordConsents', {
    params: { personId: person.personId, consentId: randomUUID() },
    body: someAnswers({ answers }),
  })
const objectsOf = ({ personId }: Registered) => [...desk.objects.keys()].filter(name => name.includes(personId))

it('keeps a mark, and shows the very bytes to who may read the record, on record', async () => {
  const person = await desk.register('MB')
  const attachmentId = randomUUID()
  const body = anAttachment({ returnEventId: person.returnEventId })
  expect(await keep(person, body, attachmentId)).toEqual({
    status: 201,
    body: { id: attachmentId, receivedAt: registeredAt, restoreEpoch: 0 },
  })
  expect(await listed(person)).toEqual([
    {
      ...{ attachmentId, kind: 'SIGNATURE', returnEventId: person.returnEventId },
      ...{ mediaType: 'image/png', receivedAt: registeredAt },
    },
  ])
  const shown = await raw(person, attachmentId)
  expect([shown.statusCode, shown.headers['content-type'], shown.body]).toEqual([200, 'image/png', body.content])
  expect((await desk.recordOf(person.personId)).map(({ action }) => action)).toEqual(
    expect.arrayContaining(['keepAttachment', 'listAttachments', 'readAttachment']),
  )
})

it('answers a retry alike, and keeps what stands there where other content comes under its id', async () => {
  const person = await desk.register('MB')
  const attachmentId = randomUUID()
  const body = anAttachment({ returnEventId: person.returnEventId })
  const first = await keep(person, body, attachmentId)
  desk.clock.at = '2026-11-23T09:00:00.000Z'
  expect(await keep(person, body, attachmentId)).toEqual(first)
  const other = { ...body, content: aPng({ grey: 9 }).toString('base64') }
  expect(await keep(person, other, attachmentId)).toMatchObject({ status: 409, body: { word: 'identifier-reused' } })
  expect((await raw(person, attachmentId)).body).toBe(body.content)
})

it.each([
  ['picture-with-details', aJpeg([jpegPart(0xe1, Buffer.from('Exif\0\0GPS'))])],
  ['picture-unreadable', aPng()],
])('refuses %s and keeps nothing of it', async (word, content) => {
  const person = await photographed()
  const body = { ...aPhoto(person), content: content.toString('base64') }
  expect(await keep(person, body)).toMatchObject({ status: 422, body: { word } })
  expect([await listed(person), objectsOf(person)]).toEqual([[], []])
})

it('takes a photograph only from who said yes to one', async () => {
  const [yes, never] = [await photographed(), await desk.register('MB')]
  expect((await keep(yes, aPhoto(yes))).status).toBe(201)
  expect(await keep(never, aPhoto(never))).toMatchObject({ status: 422, body: { word: 'consent-needed' } })
  expect(objectsOf(never)).toEqual([])
})

it('lets go of the photograph of who takes back their yes, and of no mark', async () => {
  const person = await photographed()
  const photoId = randomUUID()
  await keep(person, aPhoto(person), photoId)
  await keep(person, anAttachment({ returnEventId: person.returnEventId }))
  expect((await answer(person, photoNo)).status).toBe(201)
  expect(await listed(person)).toMatchObject([{ kind: 'SIGNATURE' }])
  expect((await raw(person, photoId)).statusCode).toBe(404)
  expect(objectsOf(person)).toEqual([expect.stringMatching(/^mark\//)])
  // a yes of later is one to a new photograph
  expect((await answer(person, photoYes)).status).toBe(201)
  expect((await raw(person, photoId)).statusCode).toBe(404)
  expect((await keep(person, aPhoto(person))).status).toBe(201)
})

it('lets go of it too where the no comes with the next return', async () => {
  const person = await photographed()
  await keep(person, aPhoto(person))
  const { personId } = person
  await desk.register('MB', { personId, knownPerson: true, consents: [...anIntake().consents, photoNo] })
  expect(objectsOf(person)).toEqual([])
})

it('keeps no photograph whose yes was taken back while it came in', async () => {
  const person = await photographed()
  meanwhile = async () => {
    meanwhile = async () => {}
    expect((await answer(person, photoNo)).status).toBe(201)
  }
  expect(await keep(person, aPhoto(person))).toMatchObject({ status: 422, body: { word: 'consent-needed' } })
  expect([await listed(person), objectsOf(person)]).toEqual([[], []])
})

it('is kept though others write the record meanwhile', async () => {
  const person = await photographed()
  meanwhile = async () => {
    meanwhile = async () => {}
    expect((await answer(person, anAnswer())).status).toBe(201)
  }
  expect((await keep(person, aPhoto(person))).status).toBe(201)
})

it('is not there for another post, for whom the person ruled out, and of another person or return', async () => {
  const person = await desk.register('MB', { full: { exclusions: ['officer-7'] } })
  const attachmentId = randomUUID()
  const body = anAttachment({ returnEventId: person.returnEventId })
  await keep(person, body, attachmentId)
  const other = await desk.register('MB')
  const nothing = { status: 404, body: { word: 'not-found' } }
  expect(await keep(person, body, randomUUID(), { groups: ['reception@VR'] })).toMatchObject(nothing)
  expect(await keep(person, body, randomUUID(), { officer: 'officer-7' })).toMatchObject(nothing)
  expect(await keep(other, body)).toMatchObject(nothing)
  const params = { attachmentId }
  expect(await ask('readAttachment', other, { params })).toMatchObject(nothing)
  expect(await ask('readAttachment', person, { params, groups: ['reception@VR'] })).toMatchObject(nothing)
  expect(await ask('readAttachment', person, { params, groups: ['screening@MB'] })).toMatchObject({ status: 403 })
  expect(await ask('listAttachments', person, { officer: 'officer-7' })).toMatchObject(nothing)
})

it('is gone when its time is over, whatever table and bucket still hold', async () => {
  const person = await photographed()
  const [photoId, markId] = [randomUUID(), randomUUID()]
  await keep(person, aPhoto(person), photoId)
  await keep(person, anAttachment({ returnEventId: person.returnEventId }), markId)
  desk.clock.at = '2027-11-22T08:59:59.000Z'
  expect((await raw(person, photoId)).statusCode).toBe(200)
  desk.clock.at = '2027-11-22T09:00:00.000Z'
  expect((await raw(person, photoId)).statusCode).toBe(404)
  expect(await listed(person)).toMatchObject([{ attachmentId: markId }])
  desk.clock.at = '2033-11-22T09:00:00.000Z'
  expect(await listed(person)).toEqual([])
})
