/** Sensitive lines (domain.md 7): who may not be told of them finds them beside nobody, on whatever book they stand. */
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { createAudit } from '../../../functions/platform/audit.ts'
import { suppliesRoutes } from '../../../functions/supplies/contract.ts'
import { type DayView, dayRoutes } from '../../../functions/supplies/day-contract.ts'
import type { DisputeView, StoreView } from '../../../functions/supplies/shapes.ts'
import { deliver } from '../../../functions/supplies/stock-moves.ts'
import { tellDayBook } from '../../harness/budgets-function.ts'
import { freshTables } from '../../harness/dynamodb-local.ts'
import { giveLate, suppliesFunction } from '../../harness/supplies-function.ts'

const now = new Date('2026-11-22T08:00:00.000Z')
const place = 'MB'
const item = 'CASH_ARRIVAL'
const money = '-@VOT-24/GENERAL-1'
const secret = /VOT|GENERAL-/
const returnEventId = randomUUID()

let database: Awaited<ReturnType<typeof freshTables>>
let stores: ReturnType<typeof suppliesFunction>
/** Its money lies in the store and on the desk's lease, however it came there. */
beforeEach(async () => {
  database = await freshTables()
  const { client, tables } = database
  const clock = { now: () => now }
  stores = suppliesFunction(client, tables, clock)
  const audit = createAudit(client, tables.audit, clock)
  for (const to of ['STORE', 'DESK'] as const) {
    const moveId = randomUUID()
    const told = { place: 'MB' as const, moveId, contentHash: moveId, officerId: 'officer-1', today: '2026-11-22' }
    const outcome = await deliver(
      { store: stores.store, table: tables.ledger },
      { ...told, deviceTime: now.toISOString(), receivedAt: now.toISOString() },
      { item, lot: money, quantity: 100_000, expiresOn: undefined, to },
      audit.entry({ caller: { officerId: 'officer-1', grants: [] }, action: 'receiveStock', subjectId: place }),
    )
    expect(outcome).toHaveProperty('move')
  }
})

async function given(quantity: number) {
  const { client, tables } = database
  const lease = await stores.store.findLease('DESK#MB', item)
  const source = { leaseId: lease?.leaseId ?? '', lots: [{ lot: money, quantity }] }
  return giveLate(client, tables, { holder: 'DESK#MB', item, quantity, post: place, returnEventId, at: now }, source)
}
const asked = async <Body>(answer: ReturnType<typeof stores.ask>) => (await answer).body as unknown as Body
async function dayFor(group: string) {
  await tellDayBook(database.client, database.tables)
  return asked<DayView>(stores.ask(dayRoutes.readDay, { place, date: '2026-11-22' }, undefined, [group]))
}
const issuedIn = ({ moves }: DayView) => moves.find(({ kind }) => kind === 'ISSUED')

describe('a sensitive line', () => {
  it('stands beside nobody who was helped, but for finance', async () => {
    expect(await given(83_100)).toBe('ISSUED')
    for (const group of ['auditor@*', 'supplies@MB', 'supervisor@MB']) {
      const day = await dayFor(group)
      expect(JSON.stringify(day)).not.toMatch(secret)
      expect(issuedIn(day)).toMatchObject({ returnEventId, postings: [{ lot: '-', quantity: 83_100 }] })
    }
    expect(issuedIn(await dayFor('finance@*'))).toMatchObject({ postings: [{ lot: money }] })
  })

  it('is not told of what is disputed, nor of what lies in a store', async () => {
    expect(await given(300_000)).toBe('DISPUTED')
    const disputes = await asked<{ disputes: DisputeView[] }>(stores.ask(suppliesRoutes.listDisputes, { place }))
    expect(disputes).toMatchObject({ disputes: [{ returnEventId, lots: [] }] })
    const store = await asked<StoreView>(stores.ask(suppliesRoutes.readStore, { place }))
    expect([store.lots, store.leases]).toMatchObject([[{ item, left: 100_000 }], [{ item, left: 100_000 }]])
    expect(JSON.stringify([disputes, store])).not.toMatch(secret)
  })
})
