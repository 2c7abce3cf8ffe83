/** What the day book says of one entry of the ledger. Pure. */
import { maseruDate } from '../platform/clock.ts'
import type { Key } from '../platform/tables.ts'
import { dayBookKeys } from '../platform/tables.ts'
import type { Move } from '../supplies/ledger-entry.ts'
import { fundOf } from '../supplies/lot-name.ts'
import type { Entitlement } from '../support/ledger-entries.ts'
import type { DayRow } from './day-row.ts'
import type { FundRow } from './fund-row.ts'

export interface BookRow {
  readonly key: Key
  readonly row: DayRow | FundRow
}

/** Projects have lines and no days: what happens to a line stands in its own book. */
const isStore = (place: string): boolean => !place.includes('/')

function rowsOf(row: DayRow, id: string): readonly BookRow[] {
  const { place, at, kind, item, returnEventId, officerId, reason } = row
  const funds = new Map<string, number>()
  for (const { lot, quantity } of row.postings) {
    const fund = fundOf(lot)
    // what is disputed charges nobody until it is accepted
    if (fund !== undefined && !row.isDisputed) funds.set(fund, (funds.get(fund) ?? 0) + quantity)
  }
  return [
    ...(isStore(place) ? [{ key: dayBookKeys.day(place, maseruDate(new Date(at)), at, id), row }] : []),
    ...[...funds].map(([fund, quantity]) => ({
      key: dayBookKeys.fund(fund, at, id),
      row: { fund, place, at, kind, item, quantity, returnEventId, officerId, reason },
    })),
  ]
}

export const rowsOfMove = ({
  place,
  moveId,
  kind,
  item,
  postings,
  officerId,
  about,
  reason,
  leaseId,
  receivedAt,
}: Move) =>
  rowsOf(
    {
      ...{ place, kind, item, officerId, reason, isDisputed: false, at: receivedAt, returnEventId: about, leaseId },
      quantity: postings.reduce((sum, posting) => sum + posting.quantity, 0),
      postings: postings.map(({ from, to, lot, quantity }) => ({ from, to, lot, quantity })),
    },
    moveId,
  )

/** What is disputed left a lease at most, and charges nobody. */
export const rowsOfEntitlement = ({
  item,
  quantity,
  from,
  lots,
  post,
  returnEventId,
  state,
  isBorne,
  issuedAt,
  officerId,
  requestId,
  receiptId,
  leaseId,
}: Entitlement) => {
  const isDisputed = state === 'DISPUTED'
  return rowsOf(
    {
      ...{ place: post, at: issuedAt, kind: 'ISSUED', item, quantity, officerId, returnEventId, receiptId, isDisputed },
      leaseId,
      postings:
        isDisputed && isBorne !== true
          ? []
          : lots.map(lot => ({ from, to: isDisputed ? 'DISPUTED' : 'RETURNEE', ...lot })),
    },
    [returnEventId, item, ...(requestId === undefined ? [] : [requestId])].join('#'),
  )
}
