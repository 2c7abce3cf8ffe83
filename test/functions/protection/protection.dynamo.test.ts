import { randomUUID } from 'node:crypto'
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { beforeEach, describe, expect, it } from 'vitest'
import { protectionRoutes } from '../../../functions/protection/contract.ts'
import type { ScreenContent } from '../../../functions/screening/screen-content.ts'
import { exampleEnvelope } from '../../../functions/screening/sealed-envelope.ts'
import { anHttpEvent, answerOf } from '../../builders/http-event.ts'
import { aScreenContent } from '../../builders/screen-content.ts'
import { aProtectionKey, asInserted, everyItem, sealedZone } from '../../harness/sealed-zone.ts'

const groups = ['protection@*']
type Zone = Awaited<ReturnType<typeof sealedZone>>
let zone: Zone
beforeEach(async () => {
  zone = await sealedZone()
})

const someScreen = (override: Partial<ScreenContent> = {}) => aScreenContent({ screenId: randomUUID(), ...override })

async function takenIn(...contents: readonly ScreenContent[]): Promise<void> {
  for (const content of contents) await zone.handOver(content)
  expect(await zone.takeIn(await zone.sealedRecords())).toEqual({ batchItemFailures: [] })
}
const list = () => answerOf(zone.protection, anHttpEvent({ route: protectionRoutes.listScreens, groups }))
const open = (screenId: string, as = groups) =>
  answerOf(zone.protection, anHttpEvent({ route: protectionRoutes.openScreen, params: { screenId }, groups: as }))
const decisionBody = {
  versions: { contract: 1, rules: '2026-11-01' },
  decision: 'INTERVIEWED',
  reason: 'Spoken with in private, wants help to go home',
  revision: 1,
  deviceTime: '2026-11-22T11:00:00.000Z',
}
const decide = (screenId: string, override: object = {}, decisionId: string = randomUUID(), officer = 'protector-1') =>
  answerOf(
    zone.protection,
    anHttpEvent({
      route: protectionRoutes.decideScreen,
      params: { screenId, decisionId },
      body: { ...decisionBody, ...override },
      groups,
      officer,
    }),
  )
const itemsOfZone = async () => (await everyItem(zone.client, zone.tables.protection)).map(item => unmarshall(item))
const entriesOf = async (subjectId: string) => (await itemsOfZone()).filter(item => item['pk'] === `AUDIT#${subjectId}`)

describe('taking in', () => {
  it('puts what waits before the officers, in order of danger', async () => {
    const card = someScreen({ answers: { A2: 'REFUSED' } })
    const papers = someScreen({ answers: { A3: 'YES' } })
    const threat = someScreen({ answers: { A8: 'YES' } })
    const fear = someScreen({ answers: { A11: 'YES' } })
    const nothing = someScreen({ answers: { A1: 'NO' } })
    await takenIn(card, papers, nothing, threat, fear)

    const { status, body } = await list()
    expect(status).toBe(200)
    expect(body['screens']).toMatchObject([
      { screenId: fear.screenId, route: 'INTERVIEW_NOW', differs: true, state: 'OPEN' },
      { screenId: threat.screenId, route: 'INTERVIEW_72H' },
      { screenId: papers.screenId, route: 'INTERVIEW_72H' },
      { screenId: card.screenId, route: 'CARD_AND_OFFER' },
    ])
    expect((await open(nothing.screenId)).body['screen']).toMatchObject({ route: 'NONE', state: 'OPEN' })
  })

  it('keeps no answer, no rule and no person open in the table', async () => {
    const content = someScreen({
      answers: { A9: 'YES', A10: 'YES' },
      displayNumber: 'QK-7F-0001-0',
      decision: { route: 'INTERVIEW_NOW', declined: false, officerId: 'officer-7', reason: 'Bruises' },
    })
    await takenIn(content)
    await decide(content.screenId, { reason: 'Chose a place to stay' })
    const text = JSON.stringify(
      (await itemsOfZone()).map(({ envelope, ...open }) => ({ ...open, sealed: envelope !== undefined })),
    )
    for (const word of [content.returnEventId, 'QK-7F', 'HARMED', 'A9', 'A10', 'Bruises', 'Chose', 'INTERVIEWED'])
      expect(text).not.toContain(word)
  })

  it('makes one screen of one that was sent twice', async () => {
    const content = someScreen({ answers: { A4: 'YES' } })
    await takenIn(content, content)
    expect((await zone.sealedRecords()).length).toBe(2)
    expect((await list()).body['screens']).toHaveLength(1)
    const actions = (await entriesOf(content.screenId)).map(entry => entry['action'])
    expect(actions.toSorted()).toEqual(['takeInRepeatedScreen', 'takeInScreen'])
  })

  it('is harmless when the stream delivers again', async () => {
    await takenIn(someScreen({ answers: { A4: 'YES' } }), someScreen({ answers: {} }))
    const before = (await itemsOfZone()).length
    expect(await zone.takeIn(await zone.sealedRecords())).toEqual({ batchItemFailures: [] })
    expect((await itemsOfZone()).length).toBe(before)
  })

  it('keeps both where one id came with two contents, the later as a conflict', async () => {
    const first = someScreen({ answers: {} })
    const second = { ...first, answers: { A11: 'YES' as const } }
    await takenIn(first)
    await zone.handOver(second)
    await zone.takeIn(await zone.sealedRecords())
    await zone.takeIn(await zone.sealedRecords())

    const screens = (await list()).body['screens']
    expect(screens).toMatchObject([{ route: 'INTERVIEW_NOW', problem: 'CONFLICT', conflictsWith: first.screenId }])
    const later = String(Array.isArray(screens) && screens[0]?.screenId)
    expect((await open(later)).body['content']).toMatchObject({ answers: { A11: 'YES' } })
    expect((await open(first.screenId)).body['content']).toMatchObject({ answers: {} })
  })

  it('puts a conflict before somebody even where its content asks for nothing', async () => {
    const first = someScreen({ answers: { A11: 'YES' } })
    await takenIn(first)
    await zone.handOver({ ...first, answers: {} })
    await zone.takeIn(await zone.sealedRecords())
    expect((await list()).body['screens']).toMatchObject([
      { screenId: first.screenId, route: 'INTERVIEW_NOW' },
      { route: 'ASK_AGAIN_72H', problem: 'CONFLICT', conflictsWith: first.screenId },
    ])
  })

  it('lists what it cannot open, and goes on with the next', async () => {
    const readable = someScreen({ answers: { A3: 'YES' } })
    await zone.handOver(someScreen({ answers: { A9: 'YES' } }), await aProtectionKey())
    await takenIn(readable)
    const { body } = await list()
    expect(body['screens']).toMatchObject([
      { screenId: readable.screenId, route: 'INTERVIEW_72H' },
      { route: 'ASK_AGAIN_72H', problem: 'UNREADABLE', dueAt: '2026-11-25T10:00:00.000Z' },
    ])
    const unreadable = Array.isArray(body['screens']) ? String(body['screens'][1]?.screenId) : ''
    const opened = await open(unreadable)
    expect(opened.body).toMatchObject({ fired: [], screen: { problem: 'UNREADABLE' } })
    expect(opened.body).not.toHaveProperty('content')
    expect((await decide(unreadable)).status).toBe(201)
  })

  it('lists an item that is no envelope at all', async () => {
    const id = randomUUID()
    const item = { pk: { S: `SEALED#${id}` }, sk: { S: 'ENVELOPE' }, envelope: { S: 'none' } }
    await zone.client.send(new PutItemCommand({ TableName: zone.tables.protection, Item: item }))
    expect(await zone.takeIn([asInserted(item)])).toEqual({ batchItemFailures: [] })
    expect((await list()).body['screens']).toMatchObject([{ screenId: id, problem: 'UNREADABLE' }])
  })

  it('asks for the record again while the key is away, and loses nothing', async () => {
    const content = someScreen({ answers: { A3: 'YES' } })
    await zone.handOver(content)
    const records = await zone.sealedRecords()
    zone.key.isAway = true
    expect(await zone.takeIn(records)).toEqual({
      batchItemFailures: [{ itemIdentifier: records[0]?.dynamodb.SequenceNumber }],
    })
    zone.key.isAway = false
    expect(await zone.takeIn(records)).toEqual({ batchItemFailures: [] })
    expect((await list()).body['screens']).toMatchObject([{ screenId: content.screenId }])
  })

  it('follows nothing but what was handed over', async () => {
    await takenIn(someScreen())
    const own = (await everyItem(zone.client, zone.tables.protection)).filter(
      item => !item['pk']?.S?.startsWith('SEALED#'),
    )
    const before = (await itemsOfZone()).length
    expect(own.length).toBeGreaterThan(0)
    await zone.takeIn(own.map(asInserted))
    expect((await itemsOfZone()).length).toBe(before)
  })
})

describe('opening', () => {
  it('shows the answers and the rules, and has it on record in the zone before the answer leaves', async () => {
    const content = someScreen({ answers: { A3: 'YES', A5: 'YES' } })
    await takenIn(content)
    const { status, body } = await open(content.screenId)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      content: { answers: { A3: 'YES', A5: 'YES' } },
      fired: ['PAPERS_KEPT', 'DEBT_NOT_PAYABLE'],
      screen: { returnEventId: content.returnEventId },
    })
    const entries = await entriesOf(content.screenId)
    expect(entries).toHaveLength(2)
    expect(entries).toContainEqual(
      expect.objectContaining({ action: 'takeInScreen', officerId: 'function:protection' }),
    )
    expect(entries).toContainEqual(
      expect.objectContaining({ action: 'openScreen', officerId: 'officer-1', roles: ['protection@*'] }),
    )
    // The one entry outside says only that something was handed over.
    expect(await everyItem(zone.client, zone.tables.audit)).toHaveLength(1)
  })

  it('has a list on record as one entry', async () => {
    await list()
    expect(await entriesOf('list:screens')).toMatchObject([{ action: 'listScreens' }])
  })

  it('answers not-found for a screen that is not there, and not-permitted to every other role', async () => {
    expect((await open(randomUUID())).body['word']).toBe('not-found')
    for (const role of ['screening@MB', 'supervisor@MB', 'health@LS-C', 'administrator@*', 'auditor@*'])
      expect((await open(randomUUID(), [role])).body['word']).toBe('not-permitted')
  })

  it('gives the public half of the key to who seals, and promises no more than one interviewer', async () => {
    const event = anHttpEvent({ route: protectionRoutes.readSealingKey, groups: ['screening@MB'] })
    const { body } = await answerOf(zone.protection, event)
    const { spkiBytes } = await zone.key.publicHalf()
    expect(body).toMatchObject({ interviewersOnDuty: 1, publicKey: Buffer.from(spkiBytes).toString('base64') })
  })
})

describe('deciding', () => {
  const waiting = async (override: Partial<ScreenContent> = {}) => {
    const content = someScreen({ answers: { A8: 'YES' }, ...override })
    await takenIn(content)
    return content.screenId
  }

  it('finishes the task, and keeps the route where the returnee declined', async () => {
    const screenId = await waiting()
    expect((await decide(screenId, { decision: 'DECLINED' })).status).toBe(201)
    expect((await list()).body['screens']).toEqual([])
    expect((await open(screenId)).body['screen']).toMatchObject({
      state: 'DECIDED',
      route: 'INTERVIEW_72H',
      revision: 2,
    })
  })

  it('lifts a route, here alone', async () => {
    const screenId = await waiting()
    await decide(screenId, { decision: 'ROUTE_LIFTED' })
    expect((await open(screenId)).body['screen']).toMatchObject({ state: 'DECIDED', route: 'NONE' })
  })

  it('lets who was not reached go on waiting', async () => {
    const screenId = await waiting()
    await decide(screenId, { decision: 'NOT_REACHED' })
    expect((await list()).body['screens']).toMatchObject([{ screenId, state: 'OPEN', revision: 2 }])
  })

  it('answers a retry like the first time, and refuses the same id with other words', async () => {
    const [screenId, decisionId] = [await waiting(), randomUUID()]
    const first = await decide(screenId, {}, decisionId)
    expect(await decide(screenId, {}, decisionId)).toEqual(first)
    expect((await decide(screenId, { reason: 'Something else' }, decisionId)).body['word']).toBe('identifier-reused')
    expect((await decide(screenId, {}, decisionId, 'protector-2')).body['word']).toBe('identifier-reused')
    expect((await entriesOf(screenId)).filter(entry => entry['action'] === 'decideScreen')).toHaveLength(1)
  })

  it('refuses a decision on what somebody else decided or changed first', async () => {
    const screenId = await waiting()
    await decide(screenId, { decision: 'NOT_REACHED' })
    expect((await decide(screenId)).body['word']).toBe('revision-stale')
    expect((await decide(screenId, { revision: 2 })).status).toBe(201)
    expect((await decide(screenId, { revision: 3 })).body['word']).toBe('task-finished')
  })

  it('lets one of two officers decide', async () => {
    const screenId = await waiting()
    const answers = await Promise.all([decide(screenId), decide(screenId, { decision: 'DECLINED' })])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
  })

  it('refuses a decision without a reason, of a retired version, or on nothing', async () => {
    const screenId = await waiting()
    expect((await decide(screenId, { reason: ' ' })).body['word']).toBe('invalid-fields')
    expect((await decide(screenId, { versions: { contract: 0, rules: '2020-01-01' } })).body['word']).toBe(
      'version-retired',
    )
    expect((await decide(randomUUID())).body['word']).toBe('not-found')
  })
})

it('never takes the example of the interface document for a screen', async () => {
  const event = zone.screenEvent(randomUUID(), exampleEnvelope)
  expect((await zone.screening(event, {})).statusCode).toBe(201)
  await zone.takeIn(await zone.sealedRecords())
  expect((await list()).body['screens']).toMatchObject([{ problem: 'UNREADABLE' }])
})
