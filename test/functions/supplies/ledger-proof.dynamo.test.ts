/** What the proof finds in a ledger that somebody changed behind the commands' back, on a real database. */
import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { budgetsRoutes } from '../../../functions/budgets/contract.ts'
import { dayBookKeys, ledgerKeys } from '../../../functions/platform/tables.ts'
import { change, putNew, transact } from '../../../functions/platform/transaction.ts'
import { deskOf } from '../../../functions/supplies/accounts.ts'
import { suppliesRoutes } from '../../../functions/supplies/contract.ts'
import { ledgerProof } from '../../../functions/supplies/ledger-proof.ts'
import { budgetsFunction, tellDayBook } from '../../harness/budgets-function.ts'
import { freshTables } from '../../harness/dynamodb-local.ts'
import { give, suppliesFunction } from '../../harness/supplies-function.ts'
import { proofOf } from './whole-ledger.ts'

const at = new Date('2026-11-22T08:00:00.000Z')
const everybody = { districts: [], returnTypes: [], priorities: [] }

let tables: Awaited<ReturnType<typeof freshTables>>['tables']
let client: Awaited<ReturnType<typeof freshTables>>['client']
beforeEach(async () => {
  ;({ client, tables } = await freshTables())
  const budgets = budgetsFunction(client, tables, { now: () => at })
  const stores = suppliesFunction(client, tables, { now: () => at })
  const moveId = randomUUID
  await budgets.ask(
    budgetsRoutes.openProject,
    { projectCode: 'JP-21', moveId: moveId() },
    {
      ...{
        donor: 'Joint programme',
        currency: 'LSL',
        startsOn: '2026-01-01',
        endsOn: '2026-12-31',
        eligible: everybody,
      },
      lines: [{ lineCode: 'CASH', title: 'Arrival grants', sensitive: false }],
    },
  )
  for (const move of [
    { does: 'ALLOCATE', amount: 1_000, reason: 'First' },
    { does: 'FUND', amount: 500, place: 'MB' },
  ] as const)
    await budgets.ask(budgetsRoutes.moveBudget, { projectCode: 'JP-21', lineCode: 'CASH', moveId: moveId() }, { move })
  await stores.ask(
    suppliesRoutes.leaseStock,
    { place: 'MB', moveId: moveId() },
    { holder: { kind: 'DESK' }, item: 'CASH_ARRIVAL', quantity: 400 },
  )
  await give(client, tables, { holder: deskOf('MB'), item: 'CASH_ARRIVAL', quantity: 300, post: 'MB', at })
  await tellDayBook(client, tables)
  expect((await proofOf(client, tables.ledger)).flaws).toEqual([])
})

const add = (key: { pk: string; sk: string }, figures: Record<string, number>) =>
  transact(client, [
    { guard: 'one', write: change(tables.ledger, key, { add: figures, when: 'attribute_exists(pk)' }) },
  ])
const flaws = async () => (await proofOf(client, tables.ledger)).flaws
const line = ledgerKeys.budgetLine('JP-21', 'CASH')
const desk = ledgerKeys.lease('DESK#MB', 'CASH_ARRIVAL')

it.each(['allocated', 'released', 'funded', 'handedBack', 'spent', 'settled', 'missing'])(
  'a line whose entries do not come to what it says of %s',
  async figure => {
    await add(line, { [figure]: 7 })
    expect(await flaws()).toEqual([
      expect.objectContaining({ flaw: 'differs', account: 'LINE#JP-21/CASH', figure, balance: expect.any(Number) }),
    ])
  },
)

it.each(['received', 'drawn', 'returned', 'drawCount'])('a lease whose entries do not come to its %s', async figure => {
  await add(desk, { [figure]: 1 })
  expect(await flaws()).toEqual([expect.objectContaining({ flaw: 'differs', account: 'DESK#MB', figure })])
})

it('a sum of the day book beyond what was given, and none that only lags', async () => {
  await add(dayBookKeys.given('JP-21', 'CASH'), { issued: -100 })
  expect(await flaws()).toEqual([])
  await add(dayBookKeys.given('JP-21', 'CASH'), { issued: 101 })
  expect(await flaws()).toEqual([expect.objectContaining({ account: 'GIVEN#JP-21/CASH', entries: 300, balance: 301 })])
})

it('more given of a line, or settled, than it put into stores', async () => {
  const entry = (kind: string, postings: readonly object[]) => {
    const moveId = randomUUID()
    return transact(client, [
      {
        guard: 'entry',
        write: putNew(tables.ledger, ledgerKeys.stockMove('MB', moveId), {
          ...{ schemaVersion: 1, place: 'MB', moveId, kind, item: 'CASH_ARRIVAL', postings, contentHash: 'hash' },
          ...{ officerId: 'officer-1', deviceTime: at.toISOString(), receivedAt: at.toISOString() },
        }),
      },
    ])
  }
  const lot = '-@JP-21/CASH'
  await entry('ACCEPTED', [{ from: 'LOST', to: 'RETURNEE', lot, quantity: 201 }])
  await entry('SETTLED', [{ from: 'RETURNEE', to: 'SETTLED', lot, quantity: 501 }])
  await add(line, { settled: 501, missing: -201 })
  expect(await flaws()).toEqual([
    expect.objectContaining({ flaw: 'overspent', figure: 'issued', entries: 501, balance: 500 }),
    expect.objectContaining({ flaw: 'overspent', figure: 'settled', entries: 501, balance: 500 }),
  ])
})

it('a record that nobody knows, by its kind alone', async () => {
  const key = { pk: 'BALANCE#POCKET#somebody', sk: 'ITEM#CASH_ARRIVAL' }
  await transact(client, [{ guard: 'one', write: putNew(tables.ledger, key, { schemaVersion: 1, quantity: 5 }) }])
  expect(await flaws()).toEqual([{ flaw: 'unknown-record', account: 'BALANCE#POCKET', item: '' }])
})

it('knows whatever the ledger has a key for', () => {
  for (const [name, key] of Object.entries({ ...ledgerKeys, ...dayBookKeys })) {
    const proof = ledgerProof()
    const { pk } = (key as (...parts: readonly string[]) => { pk: string })('DESK#A', 'B', 'C', 'D')
    try {
      proof.take({ pk: { S: pk } })
    } catch {
      // read as what it is: known, and malformed here
    }
    expect([name, proof.result().flaws.map(({ flaw }) => flaw)]).toEqual([name, []])
  }
})
