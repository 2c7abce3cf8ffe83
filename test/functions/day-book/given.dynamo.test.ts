/** What a line gave, summed by the day book on a real database. */
import { beforeEach, expect, it } from 'vitest'
import { dayBookStore } from '../../../functions/day-book/day-book-store.ts'
import type { FundRow } from '../../../functions/day-book/fund-row.ts'
import { dayBookKeys } from '../../../functions/platform/tables.ts'
import { freshTables } from '../../harness/dynamodb-local.ts'

const at = '2026-11-22T08:00:00.000Z'
const fund = 'JP-21/CASH'
const aRow = (id: string, row: Partial<FundRow> = {}) => {
  const whole = { fund, place: 'MB', at, kind: 'ISSUED', item: 'CASH_ARRIVAL', quantity: 100, ...row } as const
  return { key: dayBookKeys.fund(whole.fund, at, id), row: whole }
}

let book: ReturnType<typeof dayBookStore>
beforeEach(async () => {
  const { client, tables } = await freshTables()
  book = dayBookStore(client, tables.ledger)
})

it('adds each draw once, however often and how many at once they are told', async () => {
  const rows = Array.from({ length: 5 }, (_, place) => aRow(`draw-${place}`))
  await Promise.all([...rows, ...rows].map(book.put))
  for (const row of rows) await book.put(row)
  expect(await book.givenOf('JP-21')).toEqual(new Map([['CASH', { issued: 500, reversed: 0 }]]))
})

it('keeps what was undone beside what was given, and each line apart', async () => {
  await book.put(aRow('given'))
  await book.put(aRow('accepted', { kind: 'ACCEPTED', quantity: 50 }))
  await book.put(aRow('undone', { kind: 'REVERSED', quantity: 30 }))
  await book.put(aRow('other', { fund: 'JP-21/OTHER', quantity: 7 }))
  await book.put(aRow('elsewhere', { fund: 'JP-2/CASH', quantity: 9 }))
  expect(await book.givenOf('JP-21')).toEqual(
    new Map([
      ['CASH', { issued: 150, reversed: 30 }],
      ['OTHER', { issued: 7, reversed: 0 }],
    ]),
  )
})

it('sums no goods, and no move that gave nobody anything', async () => {
  await book.put(aRow('shoes', { item: 'SHOES' }))
  for (const kind of ['ALLOCATED', 'FUNDED', 'LEASED', 'RETURNED', 'SETTLED'] as const)
    await book.put(aRow(kind, { kind }))
  expect(await book.givenOf('JP-21')).toEqual(new Map())
})
