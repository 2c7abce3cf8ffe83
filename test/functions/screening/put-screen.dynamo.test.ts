import { randomUUID } from 'node:crypto'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { beforeEach, expect, it } from 'vitest'
import { screeningRoutes } from '../../../functions/screening/contract.ts'
import { exampleEnvelope } from '../../../functions/screening/sealed-envelope.ts'
import { anHttpEvent, answerOf } from '../../builders/http-event.ts'
import { aScreenContent } from '../../builders/screen-content.ts'
import { everyItem, sealedZone } from '../../harness/sealed-zone.ts'

let zone: Awaited<ReturnType<typeof sealedZone>>
beforeEach(async () => {
  zone = await sealedZone()
})
const screenId = '0193a3a0-0000-7000-8000-000000000031'
const stored = async (table: string) => (await everyItem(zone.client, table)).map(item => unmarshall(item))

it('stores the envelope as it came, and that somebody handed it over, under an id nobody was told', async () => {
  const envelope = await zone.seal(aScreenContent())
  const { status, body } = await answerOf(zone.screening, zone.screenEvent(screenId, envelope))
  expect(status).toBe(201)
  expect(body).toEqual({ id: screenId, receivedAt: '2026-11-22T10:00:00.000Z', restoreEpoch: 0 })

  const [sealed, ...others] = await stored(zone.tables.protection)
  expect(others).toEqual([])
  expect(sealed?.['envelope']).toEqual(envelope)
  const [entry, ...moreEntries] = await stored(zone.tables.audit)
  expect(moreEntries).toEqual([])
  expect(entry).toMatchObject({ subjectId: sealed?.['sealedId'], action: 'putScreen', officerId: 'officer-1' })
  expect(JSON.stringify([sealed, entry])).not.toContain(screenId)
})

it('never looks for an earlier one: a retry is stored beside it', async () => {
  const event = zone.screenEvent(screenId, await zone.seal(aScreenContent()))
  const answers = [await answerOf(zone.screening, event), await answerOf(zone.screening, event)]
  expect(answers.map(({ body }) => body['id'])).toEqual([screenId, screenId])
  expect(await stored(zone.tables.protection)).toHaveLength(2)
})

it('refuses a text that was left open, and keeps nothing of it', async () => {
  const open = Buffer.alloc(4112, ' ')
  open.write(JSON.stringify(aScreenContent()))
  const envelope = { ...exampleEnvelope, ciphertext: open.toString('base64') }
  const { status, body } = await answerOf(zone.screening, zone.screenEvent(screenId, envelope))
  expect([status, body['word']]).toEqual([422, 'content-not-sealed'])
  expect(await stored(zone.tables.protection)).toEqual([])
  expect(await stored(zone.tables.audit)).toEqual([])
})

it('refuses what is not of the one size, what says more, and who may not seal', async () => {
  const envelope = await zone.seal(aScreenContent())
  const send = async (parts: { body?: unknown; groups?: readonly string[]; params?: Record<string, string> }) => {
    const event = anHttpEvent({
      route: screeningRoutes.putScreen,
      params: { screenId },
      body: { contract: 1, envelope },
      groups: ['screening@MB'],
      ...parts,
    })
    return (await answerOf(zone.screening, event)).body['word']
  }
  expect(await send({ body: { contract: 1, envelope: { ...envelope, ciphertext: 'AAAA' } } })).toBe('invalid-fields')
  expect(await send({ body: { contract: 1, envelope, returnEventId: randomUUID() } })).toBe('invalid-fields')
  expect(await send({ body: { contract: 2, envelope } })).toBe('version-retired')
  expect(await send({ body: 'x'.repeat(40_000) })).toBe('body-too-large')
  expect(await send({ params: { screenId: 'abc' } })).toBe('identifier-not-uuid')
  expect(await send({ groups: ['reception@MB'] })).toBe('not-permitted')
  expect(await stored(zone.tables.protection)).toEqual([])
})
