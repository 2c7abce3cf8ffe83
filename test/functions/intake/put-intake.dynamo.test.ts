/** The intake through its whole chain, on a real database. */
import { randomUUID } from 'node:crypto'
import { PutItemCommand, paginateScan } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { beforeAll, describe, expect, it } from 'vitest'
import { intakeRoutes } from '../../../functions/intake/contract.ts'
import type { Clock } from '../../../functions/platform/clock.ts'
import { toStored } from '../../../functions/platform/stored.ts'
import { registryKeys } from '../../../functions/platform/tables.ts'
import { displayNumber } from '../../../functions/registration/display-number.ts'
import { deskOf } from '../../../functions/supplies/accounts.ts'
import { suppliesStore } from '../../../functions/supplies/supplies-store.ts'
import { ItemCode } from '../../../functions/support/items.ts'
import { anHttpEvent, answerOf } from '../../builders/http-event.ts'
import { anIntake, batchId } from '../../builders/intake.ts'
import { freshTables } from '../../harness/dynamodb-local.ts'
import { intakeHandler } from '../../harness/intake-function.ts'
import { stockUp } from '../../harness/stock-up.ts'

const clock: Clock = { now: () => new Date('2026-11-22T09:00:00.000Z') }

async function givenReception(stock: Record<string, number> = {}) {
  const { client, tables } = await freshTables()
  const put = (table: string, item: Record<string, unknown>) =>
    client.send(new PutItemCommand({ TableName: table, Item: toStored(item) }))
  await put(tables.registry, {
    ...registryKeys.batch(batchId),
    schemaVersion: 1,
    batchId,
    post: 'MB',
    transport: 'BUS',
    sendingFacility: 'LINDELA',
    returnType: 'DEPORTED',
    declaredHeadcount: 100,
    state: 'ARRIVED',
    openedAt: '2026-11-22T07:00:00.000Z',
    contentHash: 'hash',
    revision: 1,
  })
  await put(tables.registry, {
    ...registryKeys.manifest(batchId),
    schemaVersion: 1,
    revision: 1,
    manifestId: randomUUID(),
    contentHash: 'hash',
    receivedAt: '2026-11-22T07:00:00.000Z',
    rowCount: 20,
    accepted: 20,
    rejected: 0,
  })
  for (const [item, left] of Object.entries(stock)) await stockUp(client, tables.ledger, ItemCode.parse(item), left)
  const handler = intakeHandler(client, tables, clock)
  const send = (body: unknown, intakeId: string = randomUUID(), groups = ['reception@MB'], tablet?: string) =>
    answerOf(
      handler,
      anHttpEvent({
        ...{ route: intakeRoutes.putIntake, params: { intakeId }, body, groups },
        ...(tablet === undefined ? {} : { tablet }),
      }),
    )
  const everything = async (table: string) => {
    const found: Record<string, unknown>[] = []
    for await (const page of paginateScan({ client }, { TableName: table, ConsistentRead: true }))
      found.push(...(page.Items ?? []).map(item => unmarshall(item)))
    return found
  }
  const supplies = suppliesStore(client, tables.ledger)
  const left = async (item: ItemCode) => {
    return (await supplies.findLease(deskOf('MB'), item))?.left
  }
  const count = async () => (await everything(tables.registry)).length + (await everything(tables.ledger)).length
  return { send, everything, left, tables, count, client }
}

const blanket = { item: 'BLANKET' as const, quantity: 1 }
const numbered = (sequence: number) => displayNumber({ postCode: 'MB', deviceCode: 'T1', sequence })

describe('an intake', () => {
  let reception: Awaited<ReturnType<typeof givenReception>>
  beforeAll(async () => {
    reception = await givenReception({ BLANKET: 50, CASH_ARRIVAL: 1_000_000, TRANSPORT_ONWARD: 5 })
  })

  it('stores person, return event, support, tasks and audit together', async () => {
    const fresh = await givenReception({ BLANKET: 5, TRANSPORT_ONWARD: 5 })
    const intakeId = randomUUID()
    const body = anIntake({ row: 3, support: [blanket, { item: 'TRANSPORT_ONWARD', quantity: 1 }] })
    const answer = await fresh.send(body, intakeId)
    expect(answer).toMatchObject({ status: 201, body: { id: intakeId, priority: 'ORDINARY', taskCount: 2 } })
    const registry = await fresh.everything(fresh.tables.registry)
    expect(registry.map(item => String(item['sk']).split('#')[0]).sort()).toEqual(
      ['BATCH', 'COUNTED', 'MANIFEST', 'NUMBER', 'PERSON', 'RECEIPT', 'TASK', 'TASK'].sort(),
    )
    expect(await fresh.left('BLANKET')).toBe(4)
    for (const table of Object.values(fresh.tables))
      for (const item of await fresh.everything(table))
        expect(item).toMatchObject({ schemaVersion: expect.any(Number), revision: expect.any(Number) })
    const entries = await fresh.everything(fresh.tables.audit)
    expect(entries.map(({ action, subjectId, commandId }) => [action, subjectId, commandId])).toEqual(
      expect.arrayContaining([intakeId, body.personId].map(subject => ['putIntake', subject, intakeId])),
    )
    expect(entries).toHaveLength(2)
  })

  it('answers a retry with the same receipt and stores nothing more', async () => {
    const intakeId = randomUUID()
    const body = anIntake({ support: [blanket] })
    const first = await reception.send(body, intakeId)
    const before = await reception.count()
    expect(await reception.send(body, intakeId)).toEqual(first)
    expect(await reception.count()).toBe(before)
  })

  it('answers a retry with the same receipt when the tablet stamped it again', async () => {
    const intakeId = randomUUID()
    const body = anIntake()
    const first = await reception.send(body, intakeId)
    expect(await reception.send({ ...body, deviceTime: '2026-11-22T09:30:00.000Z' }, intakeId)).toEqual(first)
  })

  it("gives a slip's number to one person only, and stores nothing of the second", async () => {
    const first = anIntake()
    await reception.send(first)
    const before = await reception.count()
    const second = anIntake({ displayNumber: first.displayNumber, support: [blanket] })
    expect(await reception.send(second)).toMatchObject({ status: 409, body: { word: 'number-taken' } })
    expect(await reception.count()).toBe(before)
  })

  it('gives one of many devices that drew the same number its slip', async () => {
    const { displayNumber: shared } = anIntake()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => reception.send(anIntake({ displayNumber: shared }))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)])
  })

  it('keeps both untouched where an id comes again with other content', async () => {
    const intakeId = randomUUID()
    const body = anIntake()
    await reception.send(body, intakeId)
    const before = await reception.everything(reception.tables.registry)
    const other = { ...body, fast: { ...body.fast, homeDistrict: 'LS-A' } }
    expect(await reception.send(other, intakeId)).toMatchObject({ status: 409, body: { word: 'identifier-reused' } })
    expect(await reception.everything(reception.tables.registry)).toEqual(before)
  })

  it('answers a retry with its receipt even after the stock ran out', async () => {
    const short = await givenReception({ BLANKET: 1 })
    const intakeId = randomUUID()
    const body = anIntake({ support: [blanket] })
    expect(await short.send(body, intakeId)).toMatchObject({ status: 201 })
    expect(await short.send(body, intakeId)).toMatchObject({ status: 201, body: { id: intakeId } })
    expect(await short.left('BLANKET')).toBe(0)
  })

  it('lets one of two devices take a row', async () => {
    const answers = await Promise.all([1, 2].map(() => reception.send(anIntake({ row: 7 }))))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ word: 'row-already-taken' })
  })

  it('refuses what is not there, names it, and stores nothing', async () => {
    const short = await givenReception({ BLANKET: 1, SHOES: 3 })
    await short.send(anIntake({ support: [blanket] }))
    const before = await short.count()
    const answer = await short.send(anIntake({ support: [blanket, { item: 'SHOES', quantity: 1 }] }))
    expect(answer).toMatchObject({ status: 409, body: { word: 'lease-exhausted', detail: { items: ['BLANKET'] } } })
    expect(await short.count()).toBe(before)
    expect(await short.left('SHOES')).toBe(3)
  })

  it('gives a household its cash once, whoever of the family comes first', async () => {
    const household = { householdId: randomUUID(), role: 'HEAD' as const }
    const cash = [{ item: 'CASH_ARRIVAL' as const, quantity: 83_100 }]
    const answers = await Promise.all([1, 2, 3].map(() => reception.send(anIntake({ household, support: cash }))))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    for (const { body } of answers.filter(({ status }) => status !== 201))
      expect(body).toMatchObject({ word: 'already-supported', detail: { items: ['CASH_ARRIVAL'] } })
  })

  it('keeps one person with several return events', async () => {
    const fresh = await givenReception()
    const first = anIntake()
    const returnOne = randomUUID()
    const returnTwo = randomUUID()
    await fresh.send(first, returnOne)
    const again = anIntake({
      personId: first.personId,
      knownPerson: true,
      displayNumber: numbered(2),
      fast: { ...first.fast, names: { givenNames: 'Kgotso', surname: 'Foulo' } },
    })
    expect(await fresh.send(again, returnTwo)).toMatchObject({ status: 201 })
    const persons = (await fresh.everything(fresh.tables.registry)).filter(item => item['sk'] === 'PERSON')
    expect(persons).toHaveLength(1)
    expect(persons[0]).toMatchObject({
      revision: 2,
      returns: [{ returnEventId: returnOne }, { returnEventId: returnTwo }],
      fast: { names: { givenNames: 'Kgotso' } },
    })
  })

  it('loses neither of two returns of one person stored at once', async () => {
    const fresh = await givenReception()
    const first = anIntake()
    await fresh.send(first)
    const answers = await Promise.all(
      [2, 3].map(sequence =>
        fresh.send(anIntake({ personId: first.personId, knownPerson: true, displayNumber: numbered(sequence) })),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    const person = (await fresh.everything(fresh.tables.registry)).find(item => item['sk'] === 'PERSON')
    expect(person?.['returns']).toHaveLength(3)
  })

  it('is out of reach of whom a known person ruled out, who then changes nothing', async () => {
    const fresh = await givenReception()
    const first = anIntake({ full: { exclusions: ['reception@MB'] } })
    expect(await fresh.send(first, randomUUID(), ['supervisor@MB'])).toMatchObject({ status: 201 })
    const before = await fresh.everything(fresh.tables.registry)
    const again = anIntake({ personId: first.personId, knownPerson: true, displayNumber: numbered(2) })
    expect(await fresh.send(again)).toMatchObject({ status: 404, body: { word: 'person-unknown' } })
    expect(await fresh.everything(fresh.tables.registry)).toEqual(before)
  })

  it('gives its receipt again to an officer whom the record itself rules out', async () => {
    const fresh = await givenReception()
    const first = anIntake()
    await fresh.send(first)
    const intakeId = randomUUID()
    const again = anIntake({
      personId: first.personId,
      knownPerson: true,
      displayNumber: numbered(2),
      full: { exclusions: ['reception@MB'] },
    })
    const stored = await fresh.send(again, intakeId)
    expect(stored).toMatchObject({ status: 201 })
    expect(await fresh.send(again, intakeId)).toEqual(stored)
  })

  it('raises no task for who does not wish the district to know, and does not say so to the district', async () => {
    const fresh = await givenReception({ TRANSPORT_ONWARD: 1 })
    const body = anIntake({ support: [{ item: 'TRANSPORT_ONWARD', quantity: 1 }], consents: [] })
    expect(await fresh.send(body)).toMatchObject({ status: 201, body: { taskCount: 0, withheldCount: 1 } })
  })

  const child = { ...anIntake().fast, birth: { date: '2016-01-01', precision: 'DAY' as const } }
  it.each([
    ['batch-unknown', anIntake({ batchId: randomUUID() }), 404],
    ['row-unknown', anIntake({ row: 21 }), 404],
    ['person-unknown', anIntake({ knownPerson: true }), 404],
    ['number-invalid', anIntake({ displayNumber: 'QK-7F-00001-0' }), 422],
    ['care-status-needed', anIntake({ fast: child }), 422],
    ['date-in-future', anIntake({ fast: { ...child, birth: { date: '2027-01-01', precision: 'DAY' } } }), 422],
    ['date-in-future', anIntake({ full: { migration: { lastEntryOn: '2026-12-01' } } }), 422],
    ['date-in-future', anIntake({ full: { stopped: { on: '2026-12-01' } } }), 422],
    [
      'second-officer-needed',
      anIntake({ full: { care: { caregiver: { name: 'Lineo', standing: 'CONFIRMED' } } } }),
      422,
    ],
    ['invalid-fields', anIntake({ full: { employment: { agreedCents: 5_000 } } }), 400],
    [
      'care-status-needed',
      anIntake({ fast: { ...child, birth: { date: '2004-01-01', precision: 'DAY', takenForChild: true } } }),
      422,
    ],
    ['not-eligible', anIntake({ support: [{ item: 'DIGNITY_KIT', quantity: 1 }] }), 422],
    ['over-ceiling', anIntake({ support: [{ item: 'BLANKET', quantity: 2 }] }), 422],
    ['version-retired', anIntake({ versions: { contract: 1, rules: '2020-01-01' } }), 422],
    ['version-retired', anIntake({ versions: { contract: 9, rules: '2026-11-01' } }), 422],
    ['invalid-fields', { ...anIntake(), victim: true }, 400],
    ['invalid-fields', anIntake({ fast: { ...anIntake().fast, urgentFlags: ['NURSE_NOW', 'NURSE_NOW'] } }), 400],
  ])('refuses with %s and stores nothing', async (word, body, status) => {
    const before = await reception.count()
    expect(await reception.send(body)).toMatchObject({ status, body: { word } })
    expect(await reception.count()).toBe(before)
  })

  it.each(['1971-01-01T00:00:00.000Z', '2031-01-01T00:00:00.000Z'])(
    'takes a record whatever the device clock says: %s',
    async deviceTime => {
      expect(await reception.send(anIntake({ deviceTime }))).toMatchObject({ status: 201 })
    },
  )

  it('is out of reach of another post, and of every role but reception and its supervisor', async () => {
    expect(await reception.send(anIntake(), randomUUID(), ['reception@FB'])).toMatchObject({
      body: { word: 'batch-unknown' },
    })
    expect(await reception.send(anIntake(), randomUUID(), ['immigration@MB'])).toMatchObject({ status: 403 })
  })

  it('grants exactly what a lease holds to a hundred at once', async () => {
    const race = await givenReception({ BLANKET: 37 })
    const answers = await Promise.all(Array.from({ length: 100 }, () => race.send(anIntake({ support: [blanket] }))))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(37)
    expect(answers.filter(({ body }) => body['word'] === 'lease-exhausted')).toHaveLength(63)
    expect(await race.left('BLANKET')).toBe(0)
  })
})
