import type { DayRow } from '../day-book/day-row.ts'
import { endpoint } from '../platform/endpoint.ts'
import { covers } from '../platform/permissions.ts'
import { notFound, ok } from '../platform/reply.ts'
import { dayRoutes } from './day-contract.ts'
import type { DayStore } from './day-store.ts'
import { accountWithoutPayer, lotWithoutPayer, seesPayers } from './payer-mask.ts'
import { reconciled } from './reconciliation.ts'

/** How long the day book may need to hear of an intake: until then its missing there says nothing. */
const lagMilliseconds = 120_000

/** As somebody is told of it who may not be told of every line. */
const withoutPayers = (row: DayRow): DayRow => ({
  ...row,
  postings: row.postings.map(({ from, to, lot, quantity }) => ({
    ...{ from: accountWithoutPayer(from), to: accountWithoutPayer(to), lot: lotWithoutPayer(lot), quantity },
  })),
})

/** Of the centre, of a post, of any day: empty where nothing moved. */
export const readDay = (days: DayStore) =>
  endpoint(dayRoutes.readDay, async ({ params: { place, date }, scope, caller, receivedAt }) => {
    if (!covers(scope, place)) return notFound()
    const rows = await days.rows(place, date)
    const issued = rows.filter(({ kind, isDisputed }) => kind === 'ISSUED' && !isDisputed)
    const told = new Date(receivedAt.getTime() - lagMilliseconds)
    const intakes = await days.intakesOf(place, date, told)
    const [onReceipts, tablets] = await Promise.all([days.granted(issued, intakes), days.tabletsIn(rows)])
    return ok(
      {
        moves: rows.map(seesPayers(caller) ? row => row : withoutPayers).map(({ place: _, postings, ...row }) => ({
          ...row,
          postings: postings.map(posting => ({ ...posting })),
        })),
        tablets,
        receipts: new Set(issued.map(({ receiptId }) => receiptId)).size,
        items: [...reconciled(rows, onReceipts)],
      },
      [...new Set(rows.flatMap(({ returnEventId }) => returnEventId ?? []))],
    )
  })
