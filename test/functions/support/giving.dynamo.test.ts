/** What is given after the intake, what a second person grants, and what is undone: each proved against the whole ledger. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { taskId } from '../../../functions/follow-up/task-id.ts'
import { storedTask } from '../../../functions/follow-up/task-record.ts'
import { createAudit } from '../../../functions/platform/audit.ts'
import { capability } from '../../../functions/platform/capability.ts'
import { getAll } from '../../../functions/platform/reads.ts'
import { receiptsOf } from '../../../functions/platform/receipt.ts'
import type { ParamsOf, Route } from '../../../functions/platform/route.ts'
import { readStored } from '../../../functions/platform/stored.ts'
import { registryKeys } from '../../../functions/platform/tables.ts'
import { change, transact } from '../../../functions/platform/transaction.ts'
import { suppliesRoutes } from '../../../functions/supplies/contract.ts'
import { answerRequest } from '../../../functions/support/answer-request.ts'
import { askForMore } from '../../../functions/support/ask-for-more.ts'
import { supportRoutes } from '../../../functions/support/contract.ts'
import { giveSupport } from '../../../functions/support/give-support.ts'
import { givingRoutes as routes } from '../../../functions/support/giving-contract.ts'
import { givingStore } from '../../../functions/support/giving-store.ts'
import type { ItemCode } from '../../../functions/support/items.ts'
import { listRequests } from '../../../functions/support/list-requests.ts'
import { listWaiting } from '../../../functions/support/list-waiting.ts'
import { readSupport } from '../../../functions/support/read-support.ts'
import { returnedStore } from '../../../functions/support/returned-store.ts'
import { supportStore } from '../../../functions/support/support-store.ts'
import { waitingStore } from '../../../functions/support/waiting-store.ts'
import { anIntake, batchId } from '../../builders/intake.ts'
import { askerOf, type ContentOf, deviceTime } from '../../harness/asking.ts'
import { freshTables } from '../../harness/dynamodb-local.ts'
import { intakeFunction } from '../../harness/intake-function.ts'
import { silentLog } from '../../harness/silent-log.ts'
import { suppliesFunction } from '../../harness/supplies-function.ts'
import { proofOf } from '../supplies/whole-ledger.ts'

let tables: Awaited<ReturnType<typeof freshTables>>['tables']
let client: Awaited<ReturnType<typeof freshTables>>['client']
let stores: ReturnType<typeof suppliesFunction>
let register: Awaited<ReturnType<typeof intakeFunction>>
let asker: ReturnType<typeof askerOf>
let at: Date
beforeEach(async () => {
  ;({ client, tables } = await freshTables())
  at = new Date('2026-11-22T08:00:00.000Z')
  const clock = { now: () => at }
  stores = suppliesFunction(client, tables, clock)
  register = await intakeFunction(client, tables, clock)
  const audit = createAudit(client, tables.audit, clock)
  const giving = givingStore(client, tables)
  const parts = { giving, returned: returnedStore(client, tables.registry), audit, receipt: receiptsOf(0) }
  const handler = capability({
    endpoints: [
      ...[giveSupport(parts), askForMore(parts), listRequests(parts), answerRequest(parts)],
      listWaiting({ ...parts, waiting: waitingStore(client, tables) }),
      readSupport({ ...parts, support: supportStore(client, tables.ledger) }),
    ],
    audit,
    clock,
    log: silentLog(),
  })
  asker = askerOf(handler, ['reception@MB'])
})
afterEach(async () => {
  expect((await proofOf(client, tables.ledger)).flaws).toEqual([])
})

interface By {
  readonly groups?: readonly string[]
  readonly officer?: string
}
const ask = <R extends Route>(route: R, params: ParamsOf<R>, content?: ContentOf<R>, { groups, officer }: By = {}) =>
  asker(route, params, content, groups, officer)
const supervisor = { groups: ['supervisor@MB'], officer: 'supervisor-1' }
const refusal = (word: string) => expect.objectContaining({ body: expect.objectContaining({ word }) })

const stock = (item: ItemCode, quantity: number) =>
  stores.ask(
    suppliesRoutes.receiveStock,
    { place: 'MB', moveId: randomUUID() },
    { item, quantity, to: 'DESK', lot: 'IOM-1', ...(item === 'CASH_ARRIVAL' ? {} : { expiresOn: '2028-06-30' }) },
  )
async function somebody(change: Partial<ReturnType<typeof anIntake>> = {}): Promise<string> {
  const returnEventId = randomUUID()
  const answer = await register(anIntake({ support: [], ...change }), '', returnEventId)
  expect(answer.status).toBe(201)
  return returnEventId
}
/** The arrival of these tests stands in its post's list, as one that was opened there does. */
async function listArrival(): Promise<void> {
  await transact(client, [
    {
      guard: 'batch',
      write: change(tables.registry, registryKeys.batch(batchId), {
        set: { lookupKey: 'POST#MB', lookupOrder: deviceTime },
        when: 'attribute_exists(pk)',
      }),
    },
  ])
}
const give = (returnEventId: string, item: ItemCode, quantity = 1, giftId: string = randomUUID()) =>
  ask(routes.giveSupport, { returnEventId, giftId }, { support: [{ item, quantity }] })
const more = (returnEventId: string, item: ItemCode, quantity: number, requestId: string = randomUUID(), by?: By) =>
  ask(routes.askForMore, { returnEventId, requestId }, { item, quantity, reason: 'The road is cut' }, by)
const answer = (
  requestId: string,
  decision: 'GRANT' | 'REFUSE' = 'GRANT',
  answerId: string = randomUUID(),
  by: By = supervisor,
) => ask(routes.answerRequest, { post: 'MB', answerId }, { requestId, decision, reason: 'Looked into it' }, by)
const undo = (returnEventId: string, item: ItemCode, moveId: string = randomUUID(), requestId?: string) =>
  stores.ask(
    suppliesRoutes.reverseSupport,
    { place: 'MB', moveId },
    { returnEventId, item, reason: 'Given to the next in the line', ...(requestId === undefined ? {} : { requestId }) },
  )
const given = async (returnEventId: string) =>
  ((await ask(supportRoutes.readSupport, { returnEventId })).body as unknown as { entitlements?: object[] })
    .entitlements
const leftAtDesk = async (item: ItemCode) => (await stores.store.findLease('DESK#MB', item))?.left

describe('what is given after the intake', () => {
  it('goes by the rules of the intake, once for each item, however often it is sent', async () => {
    await stock('SHOES', 10)
    const returnEventId = await somebody()
    const giftId = randomUUID()
    const first = await give(returnEventId, 'SHOES', 1, giftId)
    expect(first).toMatchObject({ status: 201, body: { granted: [{ item: 'SHOES', quantity: 1 }], disputed: [] } })
    expect(await give(returnEventId, 'SHOES', 1, giftId)).toEqual(first)
    expect(await give(returnEventId, 'BLANKET', 1, giftId)).toEqual(refusal('identifier-reused'))
    expect(await give(returnEventId, 'SHOES')).toEqual(refusal('already-supported'))
    expect(await leftAtDesk('SHOES')).toBe(9)
    expect(await given(returnEventId)).toMatchObject([{ item: 'SHOES', state: 'ISSUED' }])
  })

  it('is refused beyond a ceiling, to whom it is not for, where there is none, and out of scope like absent', async () => {
    const returnEventId = await somebody()
    expect(await give(returnEventId, 'SHOES', 2)).toEqual(refusal('over-ceiling'))
    expect(await give(returnEventId, 'BABY_KIT')).toEqual(refusal('not-eligible'))
    expect(await give(returnEventId, 'SHOES')).toEqual(refusal('lease-exhausted'))
    expect(await give(randomUUID(), 'SHOES')).toEqual(refusal('not-found'))
    const elsewhere = await ask(
      routes.giveSupport,
      { returnEventId, giftId: randomUUID() },
      { support: [{ item: 'SHOES', quantity: 1 }] },
      { groups: ['reception@FB'] },
    )
    expect(elsewhere).toEqual(refusal('not-found'))
    expect(await given(returnEventId)).toBeUndefined()
  })

  it('is given once by many at once', async () => {
    await stock('SHOES', 10)
    const returnEventId = await somebody()
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => give(returnEventId, 'SHOES')))
    expect(outcomes.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(await leftAtDesk('SHOES')).toBe(9)
  })

  it('is money for two returns a year, and the third asks a second person', async () => {
    await stock('CASH_ARRIVAL', 1_000_000)
    const first = anIntake({ support: [] })
    const numbers = ['XV-7F-00001-Z', 'XV-7F-00002-X', 'XV-7F-00003-V']
    const returns: string[] = []
    for (const [index, displayNumber] of numbers.entries()) {
      const { personId, row: _, ...rest } = first
      returns.push(await somebody({ ...rest, displayNumber, personId, knownPerson: index > 0 }))
    }
    const [one = '', two = '', three = ''] = returns
    expect((await give(one, 'CASH_ARRIVAL', 50_000)).status).toBe(201)
    expect((await give(two, 'CASH_ARRIVAL', 50_000)).status).toBe(201)
    expect(await give(three, 'CASH_ARRIVAL', 50_000)).toEqual(refusal('over-ceiling'))
    const requestId = randomUUID()
    await more(three, 'CASH_ARRIVAL', 50_000, requestId)
    expect((await answer(requestId)).status).toBe(201)
    expect(await given(three)).toMatchObject([{ item: 'CASH_ARRIVAL', quantity: 50_000, requestId }])
    at = new Date('2027-12-01T08:00:00.000Z')
    expect((await give(three, 'CASH_ARRIVAL', 50_000)).status).toBe(201)
  })
})

describe('the call some weeks after', () => {
  const calls = async (returnEventId: string) => {
    const found = await getAll(client, tables.registry, [registryKeys.task(taskId(returnEventId, 'PDM_CALL', 1))])
    return found.map(item => readStored(storedTask, item))
  }

  it('is asked of the district for a kit or money given later, once, and for nothing else', async () => {
    await stock('NFI_KIT', 10)
    await stock('CASH_ARRIVAL', 100_000)
    await stock('SHOES', 10)
    const returnEventId = await somebody()
    await give(returnEventId, 'SHOES')
    expect(await calls(returnEventId)).toEqual([])
    at = new Date('2026-11-24T08:00:00.000Z')
    expect((await give(returnEventId, 'NFI_KIT')).status).toBe(201)
    at = new Date('2026-11-25T08:00:00.000Z')
    expect((await give(returnEventId, 'CASH_ARRIVAL', 50_000)).status).toBe(201)
    expect(await calls(returnEventId)).toMatchObject([
      {
        ...{ type: 'PDM_CALL', state: 'OPEN', basis: 'SHARE_DISTRICT', returnEventId, family: 'CALL' },
        ...{ raisedAt: '2026-11-24T08:00:00.000Z', dueAt: '2026-12-22T08:00:00.000Z' },
      },
    ])
  })

  it('is asked once more of what is given after the first call is done', async () => {
    await stock('NFI_KIT', 10)
    await stock('CASH_ARRIVAL', 100_000)
    const returnEventId = await somebody()
    await give(returnEventId, 'NFI_KIT')
    const [first] = await calls(returnEventId)
    const done = change(tables.registry, registryKeys.task(first?.taskId ?? ''), {
      set: { state: 'DONE' },
      when: 'attribute_exists(pk)',
    })
    await transact(client, [{ guard: 'task', write: done }])
    await give(returnEventId, 'CASH_ARRIVAL', 50_000)
    const second = taskId(returnEventId, 'PDM_CALL', 2)
    const found = await getAll(client, tables.registry, [registryKeys.task(second)])
    expect(found.map(item => readStored(storedTask, item))).toMatchObject([
      { type: 'PDM_CALL', occurrence: 2, state: 'OPEN' },
    ])
  })

  it('is not asked where nobody agreed to be called, and is raised once by two gifts at once', async () => {
    await stock('NFI_KIT', 10)
    await stock('CASH_ARRIVAL', 100_000)
    const silent = await somebody({ consents: [] })
    expect((await give(silent, 'NFI_KIT')).status).toBe(201)
    expect(await calls(silent)).toEqual([])
    const asked = await somebody({
      ...anIntake({ support: [] }),
      personId: randomUUID(),
      row: undefined,
      displayNumber: 'XV-7F-00002-X',
    })
    const both = await Promise.all([give(asked, 'NFI_KIT'), give(asked, 'CASH_ARRIVAL', 50_000)])
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    expect(await calls(asked)).toHaveLength(1)
  })

  it('follows what a second person granted', async () => {
    await stock('NFI_KIT', 10)
    const returnEventId = await somebody()
    const requestId = randomUUID()
    await more(returnEventId, 'NFI_KIT', 2, requestId)
    const proof = { kind: 'WITNESS' as const, witness: 'Mamello Sekhonyana' }
    const said = { requestId, decision: 'GRANT' as const, reason: 'Two households', proof }
    const answerId = randomUUID()
    expect((await ask(routes.answerRequest, { post: 'MB', answerId }, said, supervisor)).status).toBe(201)
    expect(await given(returnEventId)).toMatchObject([{ item: 'NFI_KIT', quantity: 2, proof }])
    expect(await calls(returnEventId)).toHaveLength(1)
  })
})

describe('whom the person ruled out', () => {
  it('finds no line of theirs in any list, and nothing that they were given', async () => {
    await stock('SHOES', 10)
    await listArrival()
    const intake = anIntake({ support: [], notGiven: [{ item: 'BLANKET', reason: 'OUT_OF_STOCK' }] })
    const returnEventId = await somebody(intake)
    await give(returnEventId, 'SHOES')
    const requestId = randomUUID()
    await more(returnEventId, 'SHOES', 2, requestId, { officer: 'officer-2' })
    const asked = async () => ({
      given: await given(returnEventId),
      requests: (await ask(routes.listRequests, { post: 'MB' })).body,
      waiting: (await ask(routes.listWaiting, { post: 'MB', item: 'BLANKET' })).body,
    })
    expect(await asked()).toMatchObject({
      ...{ given: [{ item: 'SHOES' }], requests: { requests: [{ requestId }] } },
      waiting: { waiting: [{ returnEventId }] },
    })
    const ruledOut = change(tables.registry, registryKeys.person(intake.personId), {
      set: { full: { exclusions: ['reception@MB'] } },
      when: 'attribute_exists(pk)',
    })
    await transact(client, [{ guard: 'person', write: ruledOut }])
    const nothing = { given: undefined, requests: { requests: [] }, waiting: { waiting: [] } }
    expect(await asked()).toMatchObject(nothing)
  })
})

describe('basic help', () => {
  it('is refused to nobody because they ate yesterday', async () => {
    await stock('FOOD_HOT', 10)
    const returnEventId = await somebody({ support: [{ item: 'FOOD_HOT', quantity: 1 }] })
    const giftId = randomUUID()
    const evening = await give(returnEventId, 'FOOD_HOT', 1, giftId)
    expect(evening.status).toBe(201)
    expect(await give(returnEventId, 'FOOD_HOT', 1, giftId)).toEqual(evening)
    at = new Date('2026-11-23T17:00:00.000Z')
    expect((await give(returnEventId, 'FOOD_HOT', 1)).status).toBe(201)
    expect(await leftAtDesk('FOOD_HOT')).toBe(7)
    expect((await undo(returnEventId, 'FOOD_HOT', randomUUID(), giftId)).status).toBe(201)
    expect(await given(returnEventId)).toHaveLength(3)
  })
})

describe('what is asked for beyond the ceilings', () => {
  it('is not granted to whom it is not for any more', async () => {
    await stock('CASH_ARRIVAL', 100_000)
    const { fast, ...rest } = anIntake({ support: [] })
    const returnEventId = await somebody({ ...rest, fast })
    const requestId = randomUUID()
    await more(returnEventId, 'CASH_ARRIVAL', 90_000, requestId)
    const corrected = { ...fast, birth: { date: '2012-03-01', precision: 'DAY' as const }, accompaniment: 'SEPARATED' }
    const child = {
      guard: 'person',
      write: change(tables.registry, registryKeys.person(rest.personId), {
        set: { fast: corrected },
        when: 'attribute_exists(pk)',
      }),
    }
    await transact(client, [child])
    expect(await answer(requestId)).toEqual(refusal('not-eligible'))
    expect(await leftAtDesk('CASH_ARRIVAL')).toBe(100_000)
  })

  it('waits for a second person, who grants it from the desk, once', async () => {
    await stock('SHELTER_TEMP', 10)
    const returnEventId = await somebody()
    const requestId = randomUUID()
    const asked = await more(returnEventId, 'SHELTER_TEMP', 5, requestId, { officer: 'officer-1' })
    expect(asked.status).toBe(201)
    expect(await more(returnEventId, 'SHELTER_TEMP', 5, requestId, { officer: 'officer-1' })).toEqual(asked)
    expect(await more(returnEventId, 'SHELTER_TEMP', 6, requestId)).toEqual(refusal('identifier-reused'))
    expect(await given(returnEventId)).toBeUndefined()
    expect((await ask(routes.listRequests, { post: 'MB' }, undefined, supervisor)).body).toMatchObject({
      requests: [{ requestId, item: 'SHELTER_TEMP', quantity: 5, state: 'OPEN', isOwn: false }],
    })
    const answerId = randomUUID()
    const granted = await answer(requestId, 'GRANT', answerId)
    expect(granted.status).toBe(201)
    expect(await answer(requestId, 'GRANT', answerId)).toEqual(granted)
    expect(await answer(requestId)).toEqual(refusal('request-answered'))
    expect(await leftAtDesk('SHELTER_TEMP')).toBe(5)
    expect(await given(returnEventId)).toMatchObject([
      { item: 'SHELTER_TEMP', quantity: 5, state: 'ISSUED', requestId },
    ])
    // what the ceilings allow is there beside it
    expect((await give(returnEventId, 'SHELTER_TEMP', 3)).status).toBe(201)
  })

  it('is not granted by who asked, nor by a desk that has too little; refused, it gives nothing', async () => {
    const returnEventId = await somebody()
    const [own, dry, no] = [randomUUID(), randomUUID(), randomUUID()]
    await more(returnEventId, 'BLANKET', 2, own, supervisor)
    expect(await answer(own)).toEqual(refusal('not-by-yourself'))
    await more(returnEventId, 'BLANKET', 2, dry)
    expect(await answer(dry)).toEqual(refusal('lease-exhausted'))
    await more(returnEventId, 'BLANKET', 2, no)
    expect((await answer(no, 'REFUSE')).status).toBe(201)
    expect(await answer(no)).toEqual(refusal('request-answered'))
    expect(await answer(randomUUID())).toEqual(refusal('request-unknown'))
    expect(await given(returnEventId)).toBeUndefined()
    const { body } = await ask(routes.listRequests, { post: 'MB' })
    const { requests } = body as unknown as { requests: { requestId: string; state: string }[] }
    expect(Object.fromEntries(requests.map(({ requestId, state }) => [requestId, state]))).toEqual({
      [own]: 'OPEN',
      [dry]: 'OPEN',
      [no]: 'REFUSED',
    })
  })

  it('is not asked for whom it is never for', async () => {
    const returnEventId = await somebody()
    expect(await more(returnEventId, 'BABY_KIT', 1)).toEqual(refusal('not-eligible'))
    expect(await more(randomUUID(), 'BLANKET', 1)).toEqual(refusal('not-found'))
  })

  it('is granted once by many supervisors at once', async () => {
    await stock('BLANKET', 100)
    const returnEventId = await somebody()
    const requestId = randomUUID()
    await more(returnEventId, 'BLANKET', 4, requestId)
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => answer(requestId)))
    expect(outcomes.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(await leftAtDesk('BLANKET')).toBe(96)
  })
})

describe('who waits for what was not there', () => {
  it('is told in the order of their turn, with the reason and the seed, until they are given it', async () => {
    await listArrival()
    const { fast, row: _, ...rest } = anIntake({ notGiven: [{ item: 'SHOES', reason: 'OUT_OF_STOCK' }], support: [] })
    const plain = { ...rest, fast: { ...fast, homeDistrict: 'LS-A' as const } }
    const near = await somebody({ ...plain, row: undefined, personId: randomUUID() })
    const far = await somebody({
      ...{ ...plain, row: undefined, personId: randomUUID(), displayNumber: 'XV-7F-00002-X' },
      fast: { ...fast, homeDistrict: 'LS-J' },
    })
    const list = async (by?: By) => ask(routes.listWaiting, { post: 'MB', item: 'SHOES' }, undefined, by)
    expect((await list()).body).toMatchObject({
      seed: 'MB SHOES 2026-11-22',
      waiting: [
        { returnEventId: far, steps: 2, before: 'DISTANCE' },
        { returnEventId: near, steps: 0 },
      ],
    })
    await stock('SHOES', 5)
    expect((await give(far, 'SHOES')).status).toBe(201)
    expect((await list()).body).toMatchObject({ waiting: [{ returnEventId: near }] })
    expect(await list({ groups: ['supervisor@FB'] })).toEqual(refusal('not-found'))
    expect((await undo(far, 'SHOES')).status).toBe(201)
    expect((await list()).body).toMatchObject({ waiting: [{ returnEventId: far }, { returnEventId: near }] })
  })

  it('is over for basic help that came later, and for what a second person granted', async () => {
    await listArrival()
    const wanted = [
      { item: 'FOOD_PACK' as const, reason: 'OUT_OF_STOCK' as const },
      { item: 'SHOES' as const, reason: 'OUT_OF_STOCK' as const },
    ]
    const returnEventId = await somebody({ ...anIntake({ notGiven: wanted, support: [] }), row: undefined })
    const waiting = async (item: ItemCode) =>
      (await ask(routes.listWaiting, { post: 'MB', item })).body as unknown as { waiting: object[] }
    expect((await waiting('FOOD_PACK')).waiting).toHaveLength(1)
    await stock('FOOD_PACK', 5)
    await stock('SHOES', 5)
    expect((await give(returnEventId, 'FOOD_PACK')).status).toBe(201)
    expect((await waiting('FOOD_PACK')).waiting).toEqual([])
    const requestId = randomUUID()
    await more(returnEventId, 'SHOES', 2, requestId)
    expect((await answer(requestId)).status).toBe(201)
    expect((await waiting('SHOES')).waiting).toEqual([])
  })
})

describe('what was given by mistake', () => {
  it('lies in the store again, with its lot and its date, once', async () => {
    await stock('SHOES', 10)
    const returnEventId = await somebody({ support: [{ item: 'SHOES', quantity: 1 }] })
    const moveId = randomUUID()
    const first = await undo(returnEventId, 'SHOES', moveId)
    expect(first.status).toBe(201)
    expect(await undo(returnEventId, 'SHOES', moveId)).toEqual(first)
    expect(await undo(returnEventId, 'SHOES')).toEqual(refusal('nothing-to-reverse'))
    expect(await stores.store.findLot('MB', 'SHOES', 'IOM-1')).toMatchObject({ left: 1, expiresOn: '2028-06-30' })
    expect(await given(returnEventId)).toMatchObject([{ item: 'SHOES', state: 'REVERSED' }])
    expect(await give(returnEventId, 'SHOES')).toEqual(refusal('already-supported'))
  })

  it('is of what was granted beyond the ceilings that alone', async () => {
    await stock('BLANKET', 10)
    const returnEventId = await somebody({ support: [{ item: 'BLANKET', quantity: 1 }] })
    const requestId = randomUUID()
    await more(returnEventId, 'BLANKET', 3, requestId)
    await answer(requestId)
    expect((await undo(returnEventId, 'BLANKET', randomUUID(), requestId)).status).toBe(201)
    expect(await given(returnEventId)).toMatchObject([{ state: 'ISSUED' }, { state: 'REVERSED', requestId }])
    expect(await stores.store.findLot('MB', 'BLANKET', 'IOM-1')).toMatchObject({ left: 3 })
  })

  it('counts no more against the household, nor against the year', async () => {
    await stock('CASH_ARRIVAL', 1_000_000)
    const cash = [{ item: 'CASH_ARRIVAL' as const, quantity: 80_000 }]
    const householdId = randomUUID()
    const head = await somebody({ household: { householdId, role: 'HEAD' }, support: cash })
    const spouse = await somebody({ household: { householdId, role: 'SPOUSE' } })
    expect(await give(spouse, 'CASH_ARRIVAL', 80_000)).toEqual(refusal('already-supported'))
    expect((await undo(head, 'CASH_ARRIVAL')).status).toBe(201)
    expect((await give(spouse, 'CASH_ARRIVAL', 80_000)).status).toBe(201)
    const child = await somebody({ household: { householdId, role: 'CHILD' } })
    expect(await give(child, 'CASH_ARRIVAL', 80_000)).toEqual(refusal('already-supported'))
    expect((await undo(spouse, 'CASH_ARRIVAL')).status).toBe(201)
    expect((await give(child, 'CASH_ARRIVAL', 80_000)).status).toBe(201)

    const { personId, row: _, ...rest } = anIntake()
    const returns: string[] = []
    for (const displayNumber of ['XV-7F-00001-Z', 'XV-7F-00002-X', 'XV-7F-00003-V']) {
      const knownPerson = returns.length > 0
      returns.push(await somebody({ ...rest, displayNumber, personId, knownPerson, support: cash }))
      if (returns.length < 3) expect((await undo(returns.at(-1) ?? '', 'CASH_ARRIVAL')).status).toBe(201)
    }
    expect(await given(returns[2] ?? '')).toMatchObject([{ item: 'CASH_ARRIVAL', state: 'ISSUED' }])
  })

  it('counts no more against the year where a second person had granted it, and nothing else does less', async () => {
    await stock('CASH_ARRIVAL', 1_000_000)
    const { personId, row: _, ...rest } = anIntake({ support: [] })
    const back = (displayNumber: string, knownPerson: boolean) =>
      somebody({ ...rest, displayNumber, personId, knownPerson })
    const first = await back('XV-7F-00001-Z', false)
    const requestId = randomUUID()
    await more(first, 'CASH_ARRIVAL', 90_000, requestId)
    expect((await answer(requestId)).status).toBe(201)
    const second = await back('XV-7F-00002-X', true)
    expect((await give(second, 'CASH_ARRIVAL', 50_000)).status).toBe(201)
    const third = await back('XV-7F-00003-V', true)
    expect(await give(third, 'CASH_ARRIVAL', 50_000)).toEqual(refusal('over-ceiling'))
    expect((await undo(first, 'CASH_ARRIVAL', randomUUID(), requestId)).status).toBe(201)
    expect((await give(third, 'CASH_ARRIVAL', 50_000)).status).toBe(201)
  })

  it('is nothing where nothing was given, or at another post', async () => {
    await stock('SHOES', 1)
    const returnEventId = await somebody({ support: [{ item: 'SHOES', quantity: 1 }] })
    expect(await undo(returnEventId, 'BLANKET')).toEqual(refusal('nothing-to-reverse'))
    expect(await undo(randomUUID(), 'SHOES')).toEqual(refusal('nothing-to-reverse'))
    const elsewhere = await stores.ask(
      suppliesRoutes.reverseSupport,
      { place: 'FB', moveId: randomUUID() },
      { returnEventId, item: 'SHOES', reason: 'x' },
      ['supervisor@FB'],
    )
    expect(elsewhere).toEqual(refusal('nothing-to-reverse'))
  })
})
