/** What a tablet handed over is a fact: borne by its lease, by the desk's, or disputed; and what a supervisor makes of it. */
import { randomUUID } from 'node:crypto'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { beforeEach, describe, expect, it } from 'vitest'
import { budgetsRoutes } from '../../../functions/budgets/contract.ts'
import type { OpenProject } from '../../../functions/budgets/shapes.ts'
import { registryKeys } from '../../../functions/platform/tables.ts'
import { change, transact } from '../../../functions/platform/transaction.ts'
import { suppliesRoutes } from '../../../functions/supplies/contract.ts'
import type { ItemCode } from '../../../functions/support/items.ts'
import { anIntake } from '../../builders/intake.ts'
import { budgetsFunction } from '../../harness/budgets-function.ts'
import { freshTables, type TableNames } from '../../harness/dynamodb-local.ts'
import { intakeFunction, tablet } from '../../harness/intake-function.ts'
import { suppliesFunction } from '../../harness/supplies-function.ts'
import { proofOf } from '../supplies/whole-ledger.ts'

const clock = { now: () => new Date('2026-11-22T09:00:00.000Z') }
const holder = { kind: 'DEVICE' as const, deviceId: tablet }
const lot = 'IOM-2026-041'

let client: DynamoDBClient
let tables: TableNames
let supplies: ReturnType<typeof suppliesFunction>
let send: Awaited<ReturnType<typeof intakeFunction>>
beforeEach(async () => {
  ;({ client, tables } = await freshTables())
  supplies = suppliesFunction(client, tables, clock)
  send = await intakeFunction(client, tables, clock)
})

interface DecideOptions {
  readonly item?: ItemCode
  readonly id?: string
  readonly groups?: readonly string[]
  readonly officer?: string
}

const inStore = (quantity: number, to: 'STORE' | 'DESK' = 'STORE', item: ItemCode = 'BLANKET') =>
  supplies.ask(suppliesRoutes.receiveStock, { place: 'MB', moveId: randomUUID() }, { item, quantity, lot, to })
async function leased(quantity: number): Promise<string> {
  const moveId = randomUUID()
  await supplies.ask(suppliesRoutes.leaseStock, { place: 'MB', moveId }, { holder, item: 'BLANKET', quantity })
  return moveId
}
const blankets = (quantity: number) => [{ item: 'BLANKET' as const, quantity }]
const fromLease = (leaseId: string, quantity = 1) => [
  { item: 'BLANKET' as const, quantity, drawn: { leaseId, lots: [{ lot, quantity }] } },
]
const disputes = async () =>
  (await supplies.ask(suppliesRoutes.listDisputes, { place: 'MB' })).body['disputes'] as Record<string, unknown>[]
const decide = (
  returnEventId: string,
  decision: 'ACCEPT' | 'REJECT',
  { item = 'BLANKET', id = randomUUID(), groups, officer = 'supervisor-1' }: DecideOptions = {},
) =>
  supplies.ask(
    suppliesRoutes.decideDispute,
    { place: 'MB', moveId: id },
    { returnEventId, item, decision, reason: 'The tablet was found' },
    groups,
    officer,
  )
const outside = async () => {
  const { flaws, outside: sums } = await proofOf(client, tables.ledger)
  expect(flaws).toEqual([])
  return sums
}

describe('what a tablet handed over', () => {
  it('is taken from its own lease, by the lots it chose', async () => {
    await inStore(10)
    const leaseId = await leased(2)
    expect(await send(anIntake({ support: fromLease(leaseId) }))).toMatchObject({
      body: { granted: [{ item: 'BLANKET', quantity: 1 }] },
    })
    expect(await disputes()).toEqual([])
    expect(await outside()).toEqual({ SUPPLIER: -10, RETURNEE: 1 })
  })

  it('is disputed beyond its lease, with the person registered all the same, and a retry finds the same', async () => {
    await inStore(10)
    const leaseId = await leased(1)
    await send(anIntake({ support: fromLease(leaseId) }))
    const [second, intakeId] = [anIntake({ support: fromLease(leaseId) }), randomUUID()]
    const answer = await send(second, tablet, intakeId)
    expect(answer).toMatchObject({ status: 201, body: { granted: [], disputed: [{ item: 'BLANKET', quantity: 1 }] } })
    expect(await send(second, tablet, intakeId)).toEqual(answer)
    expect(await disputes()).toMatchObject([
      { returnEventId: intakeId, item: 'BLANKET', quantity: 1, cause: 'TOO_LITTLE' },
    ])
    expect(await outside()).toEqual({ SUPPLIER: -10, RETURNEE: 1 })
  })

  it('is disputed once its lease was written off, and accepted it was not lost after all', async () => {
    await inStore(10)
    const leaseId = await leased(4)
    await supplies.ask(
      suppliesRoutes.writeOffLease,
      { place: 'MB', moveId: randomUUID() },
      { holder, item: 'BLANKET', leaseId, reason: 'Left on a bus' },
    )
    const intakeId = randomUUID()
    expect(await send(anIntake({ support: fromLease(leaseId) }), tablet, intakeId)).toMatchObject({ status: 201 })
    expect(await disputes()).toMatchObject([{ cause: 'LEASE_ENDED', lots: [lot] }])
    const moveId = randomUUID()
    expect(await decide(intakeId, 'ACCEPT', { id: moveId, groups: ['supplies@MB'] })).toMatchObject({ status: 403 })
    expect(await decide(intakeId, 'ACCEPT', { id: moveId, officer: 'officer-1' })).toMatchObject({
      status: 409,
      body: { word: 'not-by-yourself' },
    })
    const accepted = await decide(intakeId, 'ACCEPT', { id: moveId })
    expect(accepted).toMatchObject({ status: 201 })
    expect(await decide(intakeId, 'ACCEPT', { id: moveId })).toEqual(accepted)
    expect(await decide(intakeId, 'REJECT')).toMatchObject({ body: { word: 'dispute-decided' } })
    expect(await disputes()).toEqual([])
    expect(await outside()).toEqual({ SUPPLIER: -10, LOST: 3, RETURNEE: 1 })
  })

  it('is disputed where the desk it works at has none, and rejected it is counted nowhere', async () => {
    const intakeId = randomUUID()
    expect(await send(anIntake({ support: blankets(1) }), tablet, intakeId)).toMatchObject({
      body: { granted: [], disputed: [{ item: 'BLANKET', quantity: 1 }] },
    })
    expect(await decide(intakeId, 'REJECT')).toMatchObject({ status: 201 })
    expect(await outside()).toEqual({})
    expect(await decide(randomUUID(), 'REJECT')).toMatchObject({ status: 404, body: { word: 'dispute-unknown' } })
  })

  it("is disputed where two tablets gave one household its cash, and the first one's stands", async () => {
    await inStore(1_000_000, 'DESK', 'CASH_ARRIVAL')
    const household = { householdId: randomUUID(), role: 'HEAD' as const }
    const cash = [{ item: 'CASH_ARRIVAL' as const, quantity: 83_100 }]
    const answers = await Promise.all([1, 2].map(() => send(anIntake({ household, support: cash }))))
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect(await disputes()).toMatchObject([{ item: 'CASH_ARRIVAL', cause: 'HOUSEHOLD_HAD_IT' }])
    expect(await outside()).toEqual({ SUPPLIER: -1_000_000, RETURNEE: 83_100, DISPUTED: 83_100 })
  })

  it('leaves the lease where it is against a rule, so that nothing of it can be given twice', async () => {
    await inStore(166_200, 'STORE', 'CASH_ARRIVAL')
    const leaseId = randomUUID()
    await supplies.ask(
      suppliesRoutes.leaseStock,
      { place: 'MB', moveId: leaseId },
      { holder, item: 'CASH_ARRIVAL', quantity: 166_200 },
    )
    const drawn = { leaseId, lots: [{ lot, quantity: 83_100 }] }
    const cash = [{ item: 'CASH_ARRIVAL' as const, quantity: 83_100, drawn }]
    const household = { householdId: randomUUID(), role: 'HEAD' as const }
    const second = randomUUID()
    await send(anIntake({ household, support: cash }))
    expect(await send(anIntake({ household, support: cash }), tablet, second)).toMatchObject({
      body: { granted: [], disputed: [{ quantity: 83_100 }] },
    })
    // the cash box is empty, and so is the lease
    expect(await send(anIntake({ support: cash }))).toMatchObject({ body: { granted: [] } })
    const causes = (await disputes()).map(({ cause }) => cause)
    expect(causes.toSorted()).toEqual(['HOUSEHOLD_HAD_IT', 'TOO_LITTLE'])
    expect(await decide(second, 'ACCEPT', { item: 'CASH_ARRIVAL' })).toMatchObject({ status: 201 })
    expect(await outside()).toEqual({ SUPPLIER: -166_200, RETURNEE: 166_200, DISPUTED: 0 })
  })

  it('is disputed where the line it was taken from pays for nobody like them, or two would have to pay', async () => {
    const budgets = budgetsFunction(client, tables, clock)
    const common = { donor: 'A donor', currency: 'LSL' as const, startsOn: '2026-01-01', endsOn: '2026-12-31' }
    const eligible: OpenProject['eligible'] = { districts: ['LS-C'], returnTypes: [], priorities: ['PRIORITY'] }
    const lines = [{ lineCode: 'CASH', title: 'Grants', sensitive: false }]
    const leases = []
    const projects: [string, OpenProject['eligible']][] = [
      ['JP-21', eligible],
      ['EU-7', { ...eligible, priorities: [] }],
    ]
    for (const [projectCode, who] of projects) {
      const at = { projectCode, moveId: randomUUID() }
      await budgets.ask(budgetsRoutes.openProject, at, { ...common, eligible: who, lines })
      const moved = { projectCode, lineCode: 'CASH' }
      for (const said of [
        { does: 'ALLOCATE', amount: 100_000, reason: 'First' },
        { does: 'FUND', amount: 100_000, place: 'MB' },
      ] as const)
        await budgets.ask(budgetsRoutes.moveBudget, { ...moved, moveId: randomUUID() }, { move: said })
      const content = { holder, item: 'CASH_ARRIVAL' as const, quantity: 100_000, fund: `${projectCode}/CASH` }
      const leased = await supplies.ask(suppliesRoutes.leaseStock, { place: 'MB', moveId: randomUUID() }, content)
      leases.push(String(leased.body['leaseId']))
    }
    const [leaseId = ''] = leases
    const cash = (...parts: readonly [project: string, quantity: number][]) => ({
      item: 'CASH_ARRIVAL' as const,
      quantity: parts.reduce((sum, [, quantity]) => sum + quantity, 0),
      drawn: { leaseId, lots: parts.map(([project, quantity]) => ({ lot: `-@${project}/CASH`, quantity })) },
    })
    // from the district, and rated as nobody urgent
    expect(await send(anIntake({ support: [cash(['JP-21', 40_000])] }))).toMatchObject({ body: { granted: [] } })
    expect(await send(anIntake({ support: [cash(['EU-7', 40_000])] }))).toMatchObject({ body: { granted: [{}] } })
    const both = cash(['JP-21', 20_000], ['EU-7', 20_000])
    expect(await send(anIntake({ support: [both] }))).toMatchObject({ body: { granted: [] } })
    expect((await disputes()).map(({ cause }) => cause)).toEqual(['NOT_ELIGIBLE', 'NOT_ELIGIBLE'])
    expect(await outside()).toMatchObject({ RETURNEE: 40_000, DISPUTED: 80_000 })
  })

  it('is money of a line that is found again with its tablet, less what the tablet had given', async () => {
    const budgets = budgetsFunction(client, tables, clock)
    const project = { projectCode: 'JP-21', lineCode: 'CASH' }
    const lines = [{ lineCode: 'CASH', title: 'Grants', sensitive: false }]
    const term = { donor: 'A donor', currency: 'LSL' as const, startsOn: '2026-01-01', endsOn: '2026-12-31' }
    const everybody = { districts: [], returnTypes: [], priorities: [] }
    const opening = { projectCode: 'JP-21', moveId: randomUUID() }
    await budgets.ask(budgetsRoutes.openProject, opening, { ...term, eligible: everybody, lines })
    for (const said of [
      { does: 'ALLOCATE', amount: 100_000, reason: 'First' },
      { does: 'FUND', amount: 100_000, place: 'MB' },
    ] as const)
      await budgets.ask(budgetsRoutes.moveBudget, { ...project, moveId: randomUUID() }, { move: said })
    const item = 'CASH_ARRIVAL' as const
    const at = () => ({ place: 'MB' as const, moveId: randomUUID() })
    const lease = await supplies.ask(suppliesRoutes.leaseStock, at(), { holder, item, quantity: 100_000 })
    const leaseId = String(lease.body['leaseId'])
    const lost = await supplies.ask(suppliesRoutes.writeOffLease, at(), { holder, item, leaseId, reason: 'On a bus' })
    expect(lost.status).toBe(201)
    const cash = { lot: '-@JP-21/CASH', quantity: 40_000 }
    const before = randomUUID()
    await send(anIntake({ support: [{ item, quantity: 40_000, drawn: { leaseId, lots: [cash] } }] }), tablet, before)
    expect(await disputes()).toMatchObject([{ cause: 'LEASE_ENDED' }])
    expect(await decide(before, 'ACCEPT', { item })).toMatchObject({ status: 201 })
    const count = (counted: number) =>
      supplies.ask(suppliesRoutes.adjustStock, at(), {
        ...{ item, lot: cash.lot, reason: 'The box was found' },
        change: { kind: 'COUNT_ADJUST', counted, booked: 0 },
      })
    expect(await count(60_001)).toMatchObject({ body: { word: 'more-than-funded' } })
    expect(await count(60_000)).toMatchObject({ status: 201 })
    expect(await outside()).toMatchObject({ RETURNEE: 40_000, LOST: 60_000, COUNT: -60_000 })
  })

  it('is nobody’s to decide, to undo or to read of whom the person ruled out', async () => {
    await inStore(10)
    const leaseId = await leased(4)
    const intake = anIntake({ support: fromLease(leaseId, 4) })
    const twice = randomUUID()
    await send(intake, tablet, twice)
    const ruledOut = change(tables.registry, registryKeys.person(intake.personId), {
      set: { full: { exclusions: ['supervisor-9'] } },
      when: 'attribute_exists(pk)',
    })
    await transact(client, [{ guard: 'person', write: ruledOut }])
    const officer = 'supervisor-9'
    const read = await supplies.ask(suppliesRoutes.listDisputes, { place: 'MB' }, undefined, undefined, officer)
    expect(read.body).toEqual({ disputes: [] })
    expect(await decide(twice, 'REJECT', { officer })).toMatchObject({ body: { word: 'dispute-unknown' } })
    const undo = { returnEventId: twice, item: 'BLANKET' as const, reason: 'x' }
    const undone = await supplies.ask(
      suppliesRoutes.reverseSupport,
      { place: 'MB', moveId: randomUUID() },
      undo,
      undefined,
      officer,
    )
    expect(undone).toMatchObject({ body: { word: 'nothing-to-reverse' } })
    expect(await disputes()).toMatchObject([{ returnEventId: twice }])
  })

  it('is lost to the store where a supervisor finds that it was given to nobody', async () => {
    await inStore(10)
    const leaseId = await leased(4)
    const twice = randomUUID()
    await send(anIntake({ support: fromLease(leaseId, 4) }), tablet, twice)
    expect(await disputes()).toMatchObject([{ cause: 'OVER_CEILING', quantity: 4 }])
    expect(await decide(twice, 'REJECT')).toMatchObject({ status: 201 })
    expect(await outside()).toEqual({ SUPPLIER: -10, LOST: 4, DISPUTED: 0 })
  })

  it('is judged by the day on which it was handed over, and never refused with its person', async () => {
    await inStore(1, 'DESK', 'BABY_KIT')
    const kit = [{ item: 'BABY_KIT' as const, quantity: 1 }]
    const born = (date: string) => ({
      fast: { ...anIntake().fast, birth: { date, precision: 'DAY' as const }, accompaniment: 'ACCOMPANIED' as const },
      support: kit,
    })
    // three years old on the day it arrives here; two when it was given the kit
    const before = anIntake({ ...born('2023-11-22'), deviceTime: '2026-11-21T15:00:00.000Z' })
    expect(await send(before)).toMatchObject({ status: 201, body: { granted: kit } })
    expect(await send(anIntake(born('2023-11-22')))).toMatchObject({
      status: 201,
      body: { granted: [], disputed: kit },
    })
    expect(await disputes()).toMatchObject([{ item: 'BABY_KIT', cause: 'NOT_FOR_THEM' }])
  })
})

describe('without a tablet', () => {
  it('nothing is disputed: what is not there is refused before it is given', async () => {
    expect(await send(anIntake({ support: blankets(1) }), '')).toMatchObject({
      status: 409,
      body: { word: 'lease-exhausted', detail: { items: ['BLANKET'] } },
    })
    expect(await disputes()).toEqual([])
  })

  it('nobody draws from the lease of one', async () => {
    await inStore(10)
    const leaseId = await leased(2)
    expect(await send(anIntake({ support: fromLease(leaseId) }), '')).toMatchObject({
      body: { word: 'device-unknown' },
    })
    // nor another one, which has no such lease: what it handed over is kept, and is nobody's
    expect(await send(anIntake({ support: fromLease(leaseId) }), randomUUID())).toMatchObject({
      body: { granted: [], disputed: [{ item: 'BLANKET', quantity: 1 }] },
    })
    expect(await outside()).toEqual({ SUPPLIER: -10 })
  })

  it('refuses lots that do not come to what was given, and an item drawn twice', async () => {
    const drawn = { leaseId: randomUUID(), lots: [{ lot, quantity: 2 }] }
    const wrong = [{ item: 'BLANKET' as const, quantity: 1, drawn }]
    expect(await send(anIntake({ support: wrong }))).toMatchObject({ status: 400, body: { word: 'invalid-fields' } })
    const one = fromLease(randomUUID())
    expect(await send(anIntake({ support: [...one, ...one] }))).toMatchObject({ status: 400 })
    // nor from a lease and from the desk: one line would hide the other
    expect(await send(anIntake({ support: [...one, ...blankets(1)] }))).toMatchObject({ status: 400 })
  })
})
