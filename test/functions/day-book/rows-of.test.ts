import { expect, it } from 'vitest'
import { rowsOfEntitlement } from '../../../functions/day-book/rows-of.ts'
import type { Entitlement } from '../../../functions/support/ledger-entries.ts'

const anEntitlement = (change: Partial<Entitlement> = {}): Entitlement => ({
  ...{ item: 'CASH_ARRIVAL', quantity: 100, from: 'DEVICE#t1', leaseId: 'lease-1', post: 'MB' },
  ...{ returnEventId: 'return-1', officerId: 'officer-1', issuedAt: '2026-11-22T23:30:00.000Z', state: 'ISSUED' },
  lots: [{ lot: '-@JP-21/CASH', quantity: 100 }],
  ...change,
})

it('writes what was given under the day in Lesotho, and under who paid', () => {
  const rows = rowsOfEntitlement(anEntitlement())
  expect(rows.map(({ key }) => key.pk)).toEqual(['ENTRY#DAY#MB#2026-11-23', 'ENTRY#FUND#JP-21/CASH'])
  expect(rows[0]?.row).toMatchObject({ isDisputed: false, postings: [{ from: 'DEVICE#t1', to: 'RETURNEE' }] })
})

it('charges no line with what is disputed, though it left its lease', () => {
  const rows = rowsOfEntitlement(anEntitlement({ state: 'DISPUTED', isBorne: true }))
  expect(rows.map(({ key }) => key.pk)).toEqual(['ENTRY#DAY#MB#2026-11-23'])
  expect(rows[0]?.row).toMatchObject({ isDisputed: true, postings: [{ from: 'DEVICE#t1', to: 'DISPUTED' }] })
})

it('moves nothing of what the books have nowhere', () => {
  const [row, ...others] = rowsOfEntitlement(anEntitlement({ state: 'DISPUTED', isBorne: false }))
  expect(others).toEqual([])
  expect(row?.row).toMatchObject({ quantity: 100, postings: [] })
})
