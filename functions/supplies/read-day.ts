import type { DayRow } from '../day-book/day-row.ts'
import { endpoint } from '../platform/endpoint.ts'
import { covers } from '../platform/permissions.ts'
import { notFound, ok } from '../platform/reply.ts'
import { anywhere } from '../registration/person-access.ts'
import type { ReturnedStore } from '../support/returned-store.ts'
import { dayRoutes } from './day-contract.ts'
import type { DayStore } from './day-store.ts'
import { accountWithoutPayer, lotWithoutPayer, seesPayers } from './payer-mask.ts'
import { reconciled } from './reconciliation.ts'

/** How long the day book may need to hear of an intake: until then its missing there says nothing. */
const lagMilliseconds = 120_000

/** As somebody is told of it who may not be told of every line. */
const withoutPayers = (row: DayRow, telling: ReadonlySet<string>): DayRow => ({
  ...row,
  postings: row.postings.map(({ from, to, lot, quantity }) => ({
    ...{ from: accountWithoutPayer(from), to: accountWithoutPayer(to), quantity },
    // beside somebody, the code of a project that pays for who is rated so would say how they were rated
    lot: row.returnEventId === undefined ? lotWithoutPayer(lot) : lotWithoutPayer(lot, telling),
  })),
})

/** What moved is everybody's who keeps the books; of whom it is said, not to whoever that person ruled out. */
const withoutPerson = ({ returnEventId: _r, receiptId: _i, reason: _w, ...row }: DayRow): DayRow => row

interface Days {
  readonly days: DayStore
  readonly returned: Pick<ReturnedStore, 'hidden'>
}

/** Of the centre, of a post, of any day: empty where nothing moved. */
export const readDay = ({ days, returned }: Days) =>
  endpoint(dayRoutes.readDay, async ({ params: { place, date }, scope, caller, receivedAt }) => {
    if (!covers(scope, place)) return notFound()
    const rows = await days.rows(place, date)
    const issued = rows.filter(({ kind, isDisputed }) => kind === 'ISSUED' && !isDisputed)
    const heardOf = new Date(receivedAt.getTime() - lagMilliseconds)
    const intakes = await days.intakesOf(place, date, heardOf)
    const about = [...new Set(rows.flatMap(({ returnEventId }) => returnEventId ?? []))]
    const [onReceipts, tablets, hidden, telling] = await Promise.all([
      days.granted(issued, intakes),
      days.tabletsIn(rows),
      returned.hidden(about, anywhere(caller)),
      days.tellingProjects(rows),
    ])
    const told = rows
      .map(row => (row.returnEventId !== undefined && hidden.has(row.returnEventId) ? withoutPerson(row) : row))
      .map(seesPayers(caller) ? row => row : row => withoutPayers(row, telling))
    return ok(
      {
        moves: told.map(({ place: _, postings, ...row }) => ({
          ...row,
          postings: postings.map(posting => ({ ...posting })),
        })),
        tablets,
        receipts: new Set(issued.map(({ receiptId }) => receiptId)).size,
        items: [...reconciled(rows, onReceipts)],
      },
      about.filter(id => !hidden.has(id)),
    )
  })
