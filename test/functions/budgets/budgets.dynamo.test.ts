/** Projects and their money through the whole chain, on a real database; after each test the whole ledger is proved. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { budgetsRoutes as routes } from '../../../functions/budgets/contract.ts'
import type { BudgetMove, OpenProject, ProjectChange, ProjectView } from '../../../functions/budgets/shapes.ts'
import { deskOf } from '../../../functions/supplies/accounts.ts'
import { suppliesRoutes } from '../../../functions/supplies/contract.ts'
import type { AdjustStock, LeaseStock } from '../../../functions/supplies/shapes.ts'
import { auditOf } from '../../harness/audit-entries.ts'
import { budgetsFunction, tellDayBook } from '../../harness/budgets-function.ts'
import { freshTables } from '../../harness/dynamodb-local.ts'
import { give, suppliesFunction } from '../../harness/supplies-function.ts'
import { proofOf } from '../supplies/whole-ledger.ts'

const now = new Date('2026-11-22T08:00:00.000Z')
const everybody = { districts: [], returnTypes: [], priorities: [] }
const project: Omit<OpenProject, 'versions' | 'deviceTime'> = {
  ...{ donor: 'Joint programme', currency: 'LSL', startsOn: '2026-01-01', endsOn: '2026-12-31', eligible: everybody },
  lines: [
    { lineCode: 'CASH', title: 'Arrival grants', sensitive: false },
    { title: 'Safe house', sensitive: true },
  ],
}

let tables: Awaited<ReturnType<typeof freshTables>>['tables']
let client: Awaited<ReturnType<typeof freshTables>>['client']
let budgets: ReturnType<typeof budgetsFunction>
let stores: ReturnType<typeof suppliesFunction>
let at = now
beforeEach(async () => {
  ;({ client, tables } = await freshTables())
  at = now
  budgets = budgetsFunction(client, tables, { now: () => at })
  stores = suppliesFunction(client, tables, { now: () => at })
})
afterEach(async () => {
  expect((await proofOf(client, tables.ledger)).flaws).toEqual([])
})

const open = (content: Partial<typeof project> = {}, projectCode = 'JP-21', moveId: string = randomUUID()) =>
  budgets.ask(routes.openProject, { projectCode, moveId }, { ...project, ...content })
const move = (said: BudgetMove, lineCode = 'CASH', moveId: string = randomUUID()) =>
  budgets.ask(routes.moveBudget, { projectCode: 'JP-21', lineCode, moveId }, { move: said })
const grant = (amount = 1_000_000) => move({ does: 'ALLOCATE', amount, reason: 'First instalment' })
const projects = async (groups?: readonly string[]) =>
  (await budgets.ask(routes.listProjects, {}, undefined, groups)).body as unknown as { projects: ProjectView[] }
const figures = async () => (await projects()).projects[0]?.lines.find(({ lineCode }) => lineCode === 'CASH')?.figures
const close = (moveId: string = randomUUID(), reason = 'Ended early') =>
  budgets.ask(routes.closeProject, { projectCode: 'JP-21', moveId }, { reason })
const alter = (change: ProjectChange, moveId: string = randomUUID(), projectCode = 'JP-21') =>
  budgets.ask(routes.changeProject, { projectCode, moveId }, { change, reason: 'Second addendum' })
const refusal = (word: string) => expect.objectContaining({ body: expect.objectContaining({ word }) })
const invalid = (word: string) =>
  expect.objectContaining({ status: 400, body: expect.objectContaining({ word: 'invalid-fields' }), ...(word && {}) })

/** From the line to the desk of Maseru Bridge. */
async function moneyAtDesk(amount: number): Promise<void> {
  expect((await move({ does: 'FUND', amount, place: 'MB' })).status).toBe(201)
  const leased = await stores.ask(
    suppliesRoutes.leaseStock,
    { place: 'MB', moveId: randomUUID() },
    { holder: { kind: 'DESK' }, item: 'CASH_ARRIVAL', quantity: amount },
  )
  expect(leased.status).toBe(201)
}
const pay = (quantity: number, person = {}, returnEventId: string = randomUUID()) =>
  give(client, tables, {
    ...{ holder: deskOf('MB'), item: 'CASH_ARRIVAL', quantity, post: 'MB', at, returnEventId },
    person: { district: 'LS-A', returnType: 'DEPORTED', priority: 'ORDINARY', ...person },
  })

describe('what the donor agreed to later', () => {
  const longer = { does: 'EXTEND' as const, endsOn: '2027-06-30' }
  const cashOf = async () => (await projects()).projects[0]

  it('makes a project longer, once, and opens one that had ended', async () => {
    await open()
    await grant()
    await moneyAtDesk(100_000)
    at = new Date('2027-01-02T08:00:00.000Z')
    expect(await pay(50_000)).toBe('exhausted')
    expect((await cashOf())?.state).toBe('ENDED')
    const moveId = randomUUID()
    const first = await alter(longer, moveId)
    expect(first.status).toBe(201)
    expect(await alter(longer, moveId)).toEqual(first)
    expect(await alter({ ...longer, endsOn: '2028-06-30' }, moveId)).toEqual(refusal('identifier-reused'))
    expect(await cashOf()).toMatchObject({
      ...{ state: 'OPEN', endsOn: '2027-06-30' },
      changes: [
        { does: 'EXTEND', at: at.toISOString(), reason: 'Second addendum', from: '2026-12-31', to: '2027-06-30' },
      ],
    })
    expect(await pay(50_000)).toMatchObject({ committed: true })
    // more of it comes to where some lies, and whoever keeps it reads how long it lasts
    await moneyAtDesk(10_000)
    const kept = await stores.ask(suppliesRoutes.readStore, { place: 'MB' })
    const { leases } = kept.body as unknown as { leases: readonly object[] }
    expect(leases).toMatchObject([{ left: 60_000, lots: [{ expiresOn: '2027-06-30', left: 60_000 }] }])
  })

  it('never makes it shorter, nor touches what is closed or unknown', async () => {
    await open()
    expect(await alter({ ...longer, endsOn: '2026-12-31' })).toEqual(refusal('ends-not-later'))
    expect(await alter(longer, randomUUID(), 'JP-99')).toEqual(refusal('project-unknown'))
    await close()
    expect(await alter(longer)).toEqual(refusal('project-closed'))
    expect(await cashOf()).toMatchObject({ endsOn: '2026-12-31', changes: [] })
  })

  it('adds a line with money of its own, once under its code; a sensitive one is given the next code', async () => {
    await open()
    const tools = { lineCode: 'TOOLS', title: 'Tools of a trade', sensitive: false as const }
    const added = await alter({ does: 'ADD_LINE', line: tools })
    expect(added.status).toBe(201)
    expect(await alter({ does: 'ADD_LINE', line: { ...tools, title: 'Again' } })).toEqual(refusal('line-exists'))
    expect((await alter({ does: 'ADD_LINE', line: { title: 'A second house', sensitive: true } })).status).toBe(201)
    expect((await move({ does: 'ALLOCATE', amount: 70_000, reason: 'Addendum' }, 'TOOLS')).status).toBe(201)
    const { lines = [] } = (await cashOf()) ?? {}
    expect(lines.map(({ lineCode, title }) => [lineCode, title])).toEqual([
      ['CASH', 'Arrival grants'],
      ['GENERAL-1', 'Safe house'],
      ['GENERAL-2', 'A second house'],
      ['TOOLS', 'Tools of a trade'],
    ])
    expect((await cashOf())?.changes).toMatchObject([{ lineCode: 'TOOLS' }, { lineCode: 'GENERAL-2' }])
    expect(lines.find(({ lineCode }) => lineCode === 'TOOLS')?.figures).toMatchObject({ allocated: 70_000 })
    const [seen] = (await projects(['supplies@MB'])).projects
    expect(seen).not.toHaveProperty('changes') // its reasons may tell what a sensitive line is for
    expect(JSON.stringify(seen)).not.toContain('A second house')
  })

  it('stands in the way of no move that is made at the same time', async () => {
    await open()
    const all = await Promise.all([
      ...Array.from({ length: 5 }, () => grant(1_000)),
      alter(longer),
      ...Array.from({ length: 5 }, () => grant(1_000)),
    ])
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 201))
    expect(await figures()).toMatchObject({ allocated: 10_000 })
  })

  it('loses none of six changes made at once', async () => {
    await open()
    const codes = Array.from({ length: 6 }, (_, index) => `L-${index}`)
    const said = codes.map(lineCode => ({
      ...{ does: 'ADD_LINE' as const, line: { lineCode, title: lineCode, sensitive: false as const } },
    }))
    const ids = said.map(() => randomUUID())
    const send = () => Promise.all(said.map((change, index) => alter(change, ids[index])))
    // who was told to try again does
    for (let round = 0; round < 6 && (await send()).some(({ status }) => status !== 201); round += 1);
    const { lines = [], changes } = (await cashOf()) ?? {}
    expect(lines.map(({ lineCode }) => lineCode)).toEqual(['CASH', 'GENERAL-1', ...codes])
    expect(changes).toHaveLength(6)
  })
})

describe('a project', () => {
  it('is opened once under its code, whatever is said later', async () => {
    const moveId = randomUUID()
    const first = await open({}, 'JP-21', moveId)
    expect(first.status).toBe(201)
    expect(await open({}, 'JP-21', moveId)).toEqual(first)
    expect(await open({ donor: 'Somebody else' })).toEqual(refusal('identifier-reused'))
    expect((await projects()).projects).toMatchObject([
      { projectCode: 'JP-21', donor: 'Joint programme', state: 'OPEN', lines: [{ lineCode: 'CASH' }, {}] },
    ])
  })

  it('is not opened with a line named twice, an end before its start, or a masked line whose code is typed', async () => {
    const [cash] = project.lines
    expect(await open({ lines: [...project.lines, ...(cash ? [cash] : [])] })).toEqual(invalid('named-twice'))
    expect(await open({ endsOn: '2025-12-31' })).toEqual(invalid('ends-before-start'))
    const typed = { lineCode: 'SAFE-HOUSE', title: 'Safe house', sensitive: true }
    expect((await open({ lines: [typed] as unknown as OpenProject['lines'] })).status).toBe(400)
    expect(await open({ lines: [{ lineCode: 'GENERAL-VOT', title: 'Rooms', sensitive: false }] })).toEqual(
      invalid('code-is-masked'),
    )
    expect((await projects()).projects).toEqual([])
  })

  it('has its sensitive lines numbered, and where it has no others is shown to finance and protection alone', async () => {
    await open({
      lines: [
        { title: 'Safe house', sensitive: true },
        { lineCode: 'CASH', title: 'Arrival grants', sensitive: false },
        { title: 'Safe house', sensitive: true },
      ],
    })
    await open({ lines: [{ title: 'Safe house', sensitive: true }] }, 'VOT-24')
    const codes = async (groups?: readonly string[]) =>
      (await projects(groups)).projects.map(({ projectCode, lines }) => [
        projectCode,
        ...lines.map(({ lineCode }) => lineCode),
      ])
    expect(await codes(['protection@*'])).toEqual([
      ['JP-21', 'CASH', 'GENERAL-1', 'GENERAL-2'],
      ['VOT-24', 'GENERAL-1'],
    ])
    for (const group of ['supplies@MB', 'supervisor@MB'])
      expect(await codes([group])).toEqual([['JP-21', 'CASH', 'GENERAL-1', 'GENERAL-2']])
  })

  it('once closed pays for nothing more, and takes back what is out', async () => {
    await open()
    await grant()
    await move({ does: 'FUND', amount: 400_000, place: 'MB' })
    const moveId = randomUUID()
    const first = await close(moveId)
    expect(first.status).toBe(201)
    expect(await close(moveId)).toEqual(first)
    expect(await close()).toEqual(refusal('project-closed'))
    for (const said of [
      { does: 'ALLOCATE', amount: 1, reason: 'More' },
      { does: 'FUND', amount: 1, place: 'MB' },
      { does: 'SPEND', amount: 1, reason: 'More' },
    ] as const)
      expect(await move(said)).toEqual(refusal('project-closed'))
    expect((await move({ does: 'HAND_BACK', amount: 400_000, place: 'MB' })).status).toBe(201)
    expect((await move({ does: 'RELEASE', amount: 1_000_000, reason: 'The donor’s again' })).status).toBe(201)
    expect(await figures()).toMatchObject({ allocated: 0, available: 0, leased: 0, released: 1_000_000 })
  })

  it('ends by its dates, and may be granted money before them', async () => {
    await open({ startsOn: '2026-12-01', endsOn: '2026-12-31' })
    expect((await grant()).status).toBe(201)
    expect(await move({ does: 'FUND', amount: 1, place: 'MB' })).toEqual(refusal('project-closed'))
    at = new Date('2026-12-31T20:00:00.000Z')
    expect((await move({ does: 'FUND', amount: 1, place: 'MB' })).status).toBe(201)
    at = new Date('2026-12-31T22:30:00.000Z') // already the next day in Maseru
    expect(await move({ does: 'FUND', amount: 1, place: 'MB' })).toEqual(refusal('project-closed'))
  })

  it('nobody opened has no lines', async () => {
    expect(await grant()).toEqual(refusal('project-unknown'))
    expect(await close()).toEqual(refusal('project-unknown'))
    await open()
    expect(await move({ does: 'SPEND', amount: 1, reason: 'x' }, 'SHOES')).toEqual(refusal('project-unknown'))
  })

  it('shows a masked line to finance and protection, and to others as a code that says nothing', async () => {
    await open()
    const masked = (await projects(['supplies@MB'])).projects[0]
    expect(masked?.lines).toEqual([expect.objectContaining({ lineCode: 'CASH' }), { lineCode: 'GENERAL-1' }])
    expect(masked).not.toHaveProperty('eligible')
    expect(JSON.stringify(masked)).not.toMatch(/safe house|joint programme/i)
    for (const group of ['finance@*', 'protection@*'])
      expect((await projects([group])).projects[0]?.lines[1]).toMatchObject({ title: 'Safe house' })
    expect((await budgets.ask(routes.listProjects, {}, undefined, ['reception@MB'])).status).toBe(403)
    expect(
      (
        await budgets.ask(routes.closeProject, { projectCode: 'JP-21', moveId: randomUUID() }, { reason: 'x' }, [
          'supplies@CENTRE',
        ])
      ).status,
    ).toBe(403)
  })
})

describe('the money of a line', () => {
  it('is granted, leased, given, settled and released, and every figure is what happened', async () => {
    await open()
    await grant()
    await moneyAtDesk(300_000)
    expect(await pay(83_100)).toMatchObject({ committed: true })
    expect(await pay(83_100)).toMatchObject({ committed: true })
    await move({ does: 'SPEND', amount: 50_000, reason: 'Blankets, invoice 17' })
    await tellDayBook(client, tables)
    await tellDayBook(client, tables)
    expect((await move({ does: 'SETTLE', amount: 166_200, reason: 'Statement of November' })).status).toBe(201)
    expect((await move({ does: 'RELEASE', amount: 100_000, reason: 'Not needed' })).status).toBe(201)
    expect(await figures()).toEqual({
      ...{ allocated: 900_000, available: 550_000, leased: 133_800, issued: 166_200 },
      ...{ spent: 50_000, settled: 166_200, released: 100_000, reversed: 0 },
    })
  })

  it('is moved once, however often it is said', async () => {
    await open()
    const moveId = randomUUID()
    const said = { does: 'ALLOCATE', amount: 500, reason: 'First' } as const
    const first = await move(said, 'CASH', moveId)
    expect(await move(said, 'CASH', moveId)).toEqual(first)
    expect(await move({ ...said, amount: 501 }, 'CASH', moveId)).toEqual(refusal('identifier-reused'))
    await close()
    expect(await move(said, 'CASH', moveId)).toEqual(first)
    expect(await figures()).toMatchObject({ allocated: 500, available: 500 })
  })

  it('is moved of one line alone under one id, also where the words are the same', async () => {
    for (const projectCode of ['JP-21', 'JP-22']) await open({}, projectCode)
    const [moveId, funding] = [randomUUID(), randomUUID()]
    const said = { does: 'ALLOCATE', amount: 500, reason: 'First' } as const
    const fund = { does: 'FUND', amount: 100, place: 'MB' } as const
    const ofOther = (move: BudgetMove, id: string) =>
      budgets.ask(routes.moveBudget, { projectCode: 'JP-22', lineCode: 'CASH', moveId: id }, { move })
    expect((await move(said, 'CASH', moveId)).status).toBe(201)
    expect(await move(said, 'GENERAL-1', moveId)).toEqual(refusal('identifier-reused'))
    expect((await ofOther(said, randomUUID())).status).toBe(201)
    expect((await move(fund, 'CASH', funding)).status).toBe(201)
    expect(await ofOther(fund, funding)).toEqual(refusal('identifier-reused'))
    const all = (await projects()).projects.flatMap(({ lines }) => lines.map(line => line.figures?.available))
    expect(all.toSorted()).toEqual([0, 0, 400, 500])
  })

  it('is settled beside other moves of its line', async () => {
    await open()
    await grant()
    await moneyAtDesk(83_100)
    await pay(83_100)
    await tellDayBook(client, tables)
    const outcomes = await Promise.all([
      ...Array.from({ length: 3 }, () => move({ does: 'SETTLE', amount: 10, reason: 'Statement' })),
      ...Array.from({ length: 3 }, () => move({ does: 'SPEND', amount: 10, reason: 'Invoice' })),
    ])
    expect(outcomes.map(({ body }) => body['word'])).not.toContain('budget-exhausted')
    const settled = outcomes.slice(0, 3).filter(({ status }) => status === 201).length
    expect(await figures()).toMatchObject({ settled: settled * 10, spent: 30 })
  })

  it('is never more than there is: not leased, spent, released, handed back or settled', async () => {
    await open()
    await grant(1_000)
    for (const said of [
      { does: 'FUND', amount: 1_001, place: 'MB' },
      { does: 'SPEND', amount: 1_001, reason: 'x' },
      { does: 'RELEASE', amount: 1_001, reason: 'x' },
      { does: 'SETTLE', amount: 1, reason: 'x' },
    ] as const)
      expect(await move(said)).toEqual(refusal('budget-exhausted'))
    expect(await move({ does: 'HAND_BACK', amount: 1, place: 'MB' })).toEqual(refusal('stock-exhausted'))
    for (const amount of [0, -5, 0.5]) expect((await move({ does: 'SPEND', amount, reason: 'x' })).status).toBe(400)
    expect(await figures()).toMatchObject({ allocated: 1_000, available: 1_000, leased: 0 })
  })

  it('is never spent twice by many at once', async () => {
    await open()
    await grant(10)
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, () => move({ does: 'SPEND', amount: 1, reason: 'x' })),
    )
    expect(outcomes.filter(({ status }) => status === 201)).toHaveLength(10)
    expect(await figures()).toMatchObject({ available: 0, spent: 10 })
  })

  it('is given to whom its project names, and to nobody of two lines at once', async () => {
    await open({ eligible: { ...everybody, districts: ['LS-C'] } })
    await grant()
    await moneyAtDesk(100_000)
    expect(await pay(83_100)).toBe('not-eligible')
    expect(await pay(83_100, { district: 'LS-C' })).toMatchObject({ committed: true })
    await stores.ask(
      suppliesRoutes.receiveStock,
      { place: 'MB', moveId: randomUUID() },
      { item: 'CASH_ARRIVAL', quantity: 70_000, to: 'DESK' },
    )
    expect(await pay(80_000, { district: 'LS-C' })).toBe('exhausted')
    expect(await pay(70_000)).toMatchObject({ committed: true })
  })
})

describe('a line’s money in a store', () => {
  const lot = '-@JP-21/CASH'
  const adjust = (change: AdjustStock['change']) =>
    stores.ask(
      suppliesRoutes.adjustStock,
      { place: 'MB', moveId: randomUUID() },
      { item: 'CASH_ARRIVAL', lot, reason: 'Counted', change },
    )
  const count = (counted: number, booked: number) => adjust({ kind: 'COUNT_ADJUST', counted, booked })
  const inStore = async () => (await stores.store.findLot('MB', 'CASH_ARRIVAL', lot))?.left

  it('is never counted to more than the line put there', async () => {
    await open()
    await grant(1_000)
    await move({ does: 'FUND', amount: 1_000, place: 'MB' })
    expect(await count(100_000, 1_000)).toEqual(refusal('more-than-funded'))
    expect(await count(1_001, 1_000)).toEqual(refusal('more-than-funded'))
    expect(await inStore()).toBe(1_000)
  })

  it('is counted down, and found again up to what went missing', async () => {
    await open()
    await grant(1_000)
    await move({ does: 'FUND', amount: 1_000, place: 'MB' })
    expect((await count(900, 1_000)).status).toBe(201)
    expect((await adjust({ kind: 'LOST', quantity: 50 })).status).toBe(201)
    expect(await count(1_001, 850)).toEqual(refusal('more-than-funded'))
    expect((await count(1_000, 850)).status).toBe(201)
    expect(await count(1_001, 1_000)).toEqual(refusal('more-than-funded'))
    expect(await inStore()).toBe(1_000)
  })

  it('does not come into any store where the line is sensitive, and nor do its goods', async () => {
    await open()
    await move({ does: 'ALLOCATE', amount: 1_000, reason: 'First' }, 'GENERAL-1')
    expect(await move({ does: 'FUND', amount: 1, place: 'MB' }, 'GENERAL-1')).toEqual(refusal('line-not-for-stores'))
    const goods = await stores.ask(
      suppliesRoutes.receiveStock,
      { place: 'MB', moveId: randomUUID() },
      { item: 'SHOES', quantity: 1, to: 'DESK', lot: 'IOM-1', fund: 'JP-21/GENERAL-1' },
    )
    expect(goods).toEqual(refusal('line-not-for-stores'))
    expect((await move({ does: 'SPEND', amount: 1_000, reason: 'A room, payment 3' }, 'GENERAL-1')).status).toBe(201)
    expect((await stores.ask(suppliesRoutes.readStore, { place: 'MB' })).body).toMatchObject({ lots: [], leases: [] })
  })

  it('is found again after it was lost on the way', async () => {
    await open()
    await grant(1_000)
    await move({ does: 'FUND', amount: 1_000, place: 'CENTRE' })
    const transferId = randomUUID()
    await stores.ask(
      suppliesRoutes.transferStock,
      { place: 'CENTRE', moveId: transferId },
      { item: 'CASH_ARRIVAL', lot, quantity: 1_000, toPlace: 'MB' },
    )
    const came = await stores.ask(
      suppliesRoutes.takeInTransfer,
      { place: 'MB', moveId: randomUUID() },
      { transferId, came: 400, reason: 'The bag was torn' },
    )
    expect(came.status).toBe(201)
    expect(await count(1_001, 400)).toEqual(refusal('more-than-funded'))
    expect((await count(1_000, 400)).status).toBe(201)
  })

  it('is not handed back where it was settled, nor settled where it was handed back', async () => {
    await open()
    await grant(200_000)
    await moneyAtDesk(83_100)
    const returnEventId = randomUUID()
    await pay(83_100, {}, returnEventId)
    await tellDayBook(client, tables)
    expect((await move({ does: 'SETTLE', amount: 50_000, reason: 'Statement' })).status).toBe(201)
    const undone = await stores.ask(
      suppliesRoutes.reverseSupport,
      { place: 'MB', moveId: randomUUID() },
      { returnEventId, item: 'CASH_ARRIVAL', reason: 'The next in the line' },
    )
    expect(undone.status).toBe(201)
    expect(await move({ does: 'HAND_BACK', amount: 33_101, place: 'MB' })).toEqual(refusal('budget-exhausted'))
    expect((await move({ does: 'HAND_BACK', amount: 33_100, place: 'MB' })).status).toBe(201)
    expect(await move({ does: 'SETTLE', amount: 1, reason: 'Statement' })).toEqual(refusal('budget-exhausted'))
  })
})

describe('the book of a line', () => {
  const book = (lineCode = 'CASH', month = '2026-11', groups?: readonly string[]) =>
    budgets.ask(routes.readLineBook, { projectCode: 'JP-21', lineCode, month }, undefined, groups)

  it('has every move with its reason, and what was given by store and day, naming nobody', async () => {
    await open()
    await grant()
    await moneyAtDesk(300_000)
    const returnEventId = randomUUID()
    await pay(83_100, {}, returnEventId)
    await pay(50_000)
    await move({ does: 'SPEND', amount: 700, reason: 'Invoice 17' })
    await tellDayBook(client, tables)
    const read = await book('CASH', '2026-11', ['auditor@*'])
    expect(read.body['entries']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'ALLOCATED', quantity: 1_000_000, reason: 'First instalment' }),
        expect.objectContaining({ kind: 'FUNDED', quantity: 300_000, place: 'MB' }),
        expect.objectContaining({ kind: 'SPENT', quantity: 700, reason: 'Invoice 17' }),
        { date: '2026-11-22', kind: 'ISSUED', item: 'CASH_ARRIVAL', quantity: 133_100, times: 2, place: 'MB' },
      ]),
    )
    expect(JSON.stringify(read.body)).not.toContain(returnEventId)
    expect((await book('CASH', '2026-10')).body).toEqual({ entries: [] })
    expect(await auditOf({ client, tables }, 'PROJECT#JP-21')).toContainEqual(
      expect.objectContaining({ action: 'readLineBook' }),
    )
  })

  it('turns with the month in Lesotho', async () => {
    await open()
    at = new Date('2026-11-30T22:30:00.000Z')
    await grant(5)
    await tellDayBook(client, tables)
    expect((await book('CASH', '2026-11')).body).toEqual({ entries: [] })
    expect((await book('CASH', '2026-12')).body).toMatchObject({ entries: [{ date: '2026-12-01', quantity: 5 }] })
  })

  it('is for finance and the auditor, and of a sensitive line not for the auditor', async () => {
    await open()
    for (const group of ['supplies@MB', 'supervisor@MB', 'protection@*', 'reception@MB'])
      expect((await book('CASH', '2026-11', [group])).status).toBe(403)
    expect((await book('GENERAL-1')).status).toBe(200)
    expect(await book('GENERAL-1', '2026-11', ['auditor@*'])).toEqual(refusal('project-unknown'))
    expect(await book('NONE')).toEqual(refusal('project-unknown'))
    expect((await book('CASH', '2026-13')).status).toBe(404)
    expect(JSON.stringify(await projects(['auditor@*']))).not.toMatch(/safe house/i)
  })
})

describe('what is leased of several projects', () => {
  const funded = async (projectCode: string, endsOn: string) => {
    await open({ endsOn }, projectCode)
    for (const said of [
      { does: 'ALLOCATE', amount: 1_000, reason: 'First' },
      { does: 'FUND', amount: 1_000, place: 'MB' },
    ] as const)
      await budgets.ask(routes.moveBudget, { projectCode, lineCode: 'CASH', moveId: randomUUID() }, { move: said })
  }
  const leaseOut = (content: Partial<LeaseStock> = {}) =>
    stores.ask(
      suppliesRoutes.leaseStock,
      { place: 'MB', moveId: randomUUID() },
      { holder: { kind: 'DESK' }, item: 'CASH_ARRIVAL', quantity: 600, ...content },
    )
  const onDesk = async () =>
    Object.fromEntries(
      ((await stores.store.findLease(deskOf('MB'), 'CASH_ARRIVAL'))?.lots ?? []).map(({ lot, left }) => [lot, left]),
    )

  it('is nothing of one that was closed', async () => {
    await funded('JP-21', '2026-11-30')
    await funded('LATER', '2026-12-31')
    await close()
    expect((await leaseOut()).status).toBe(201)
    expect(await onDesk()).toEqual({ '-@LATER/CASH': 600 })
    expect(await leaseOut()).toEqual(refusal('project-closed'))
    expect(await leaseOut({ quantity: 5_000 })).toEqual(refusal('stock-exhausted'))
  })

  it('is of the line that the storekeeper names, or of what ends first', async () => {
    await funded('EARLY', '2026-11-30')
    await funded('LATER', '2026-12-31')
    expect((await leaseOut({ fund: 'LATER/CASH' })).status).toBe(201)
    expect(await onDesk()).toEqual({ '-@LATER/CASH': 600 })
    expect(await leaseOut({ fund: 'LATER/CASH' })).toEqual(refusal('stock-exhausted'))
    expect((await leaseOut()).status).toBe(201)
    expect(await onDesk()).toEqual({ '-@LATER/CASH': 600, '-@EARLY/CASH': 600 })
  })

  it('is food also of one that is closed: basic help is given whatever was agreed', async () => {
    await open()
    await stores.ask(
      suppliesRoutes.receiveStock,
      { place: 'MB', moveId: randomUUID() },
      { item: 'FOOD_PACK', quantity: 10, to: 'STORE', lot: 'IOM-1', fund: 'JP-21/CASH' },
    )
    await close()
    expect((await leaseOut({ item: 'FOOD_PACK', quantity: 10 })).status).toBe(201)
  })
})

describe('a delivery that a line paid for', () => {
  const receive = (fund: string | undefined, lot = 'IOM-1') =>
    stores.ask(
      suppliesRoutes.receiveStock,
      { place: 'MB', moveId: randomUUID() },
      { item: 'SHOES', quantity: 10, to: 'DESK', lot, ...(fund === undefined ? {} : { fund }) },
    )
  const shoes = (district: 'LS-A' | 'LS-C', quantity = 1) =>
    give(client, tables, {
      ...{ holder: deskOf('MB'), item: 'SHOES', quantity, post: 'MB', at },
      person: { district, returnType: 'DEPORTED', priority: 'ORDINARY' },
    })

  it('is a lot of its own, and is charged to the line with each piece', async () => {
    await open({ eligible: { ...everybody, districts: ['LS-C'] } })
    expect((await receive('JP-21/CASH')).status).toBe(201)
    expect((await receive(undefined)).status).toBe(201)
    await shoes('LS-C')
    await shoes('LS-A', 10)
    expect(await shoes('LS-A')).toBe('not-eligible')
    await tellDayBook(client, tables)
    const { balances, flaws } = await proofOf(client, tables.ledger)
    expect([balances > 0, flaws]).toEqual([true, []])
  })

  it('is taken of no project that nobody knows, of no line it has not, and of none that is closed', async () => {
    expect(await receive('JP-21/CASH')).toEqual(refusal('project-unknown'))
    await open()
    expect(await receive('JP-21/SHOES')).toEqual(refusal('project-unknown'))
    expect((await receive(undefined, 'IOM-1@JP-21/CASH')).status).toBe(400)
    const asDelivery = await stores.ask(
      suppliesRoutes.receiveStock,
      { place: 'MB', moveId: randomUUID() },
      { item: 'CASH_ARRIVAL', quantity: 10, to: 'DESK', fund: 'JP-21/CASH' },
    )
    expect(asDelivery.status).toBe(400)
    await close()
    expect(await receive('JP-21/CASH')).toEqual(refusal('project-closed'))
  })
})
