/** The movements of some days as a workbook for an auditor: one row for each posting. */
import type { DayView } from '../../../functions/supplies/day-contract.ts'
import { labelOf, noLot } from '../../../functions/supplies/lot-name.ts'
import { countedIn } from '../code-lists/quantity-words.ts'
import { code } from '../code-lists/words.ts'
import { localClock } from '../i18n/local-time.ts'
import { type Cell, figure, text, workbookOf } from '../ui/workbook.ts'
import { accountName, accountWhich, payerWords } from './said.ts'
import { t } from './words.ts'

export interface NamedDay {
  readonly date: string
  readonly day: DayView
}

const headings = () => [
  ...[t('file.date'), t('col.time'), t('col.what'), t('col.item'), t('col.quantity'), t('file.unit')],
  ...[t('col.lot'), t('file.paid-by'), t('file.from'), t('file.from.which'), t('file.to'), t('file.to.which')],
  ...[t('file.lease'), t('file.officer'), t('file.receipt'), t('file.disputed'), t('col.reason')],
]

function rowsOf({ date, day }: NamedDay): Cell[][] {
  return day.moves.flatMap(move => {
    const { at, kind, item, quantity, leaseId, officerId, receiptId, isDisputed, reason } = move
    const named = (account: string | undefined) =>
      account === undefined ? [null, null] : [text(accountName(account)), text(accountWhich(account, day.tablets))]
    // what moved nothing is on record all the same
    const parts = move.postings.length > 0 ? move.postings : [{ from: undefined, to: undefined, lot: noLot, quantity }]
    return parts.map(part => [
      ...[text(date), text(localClock(at)), text(t(`kind.${kind}`)), text(code(`item.${item}`)), figure(part.quantity)],
      text(t(`unit.${countedIn(item, date)}`)),
      ...[text(labelOf(part.lot)), text(part.from && payerWords(part.lot))],
      ...[...named(part.from), ...named(part.to)],
      ...[text(leaseId), text(officerId), text(receiptId), text(isDisputed ? t('disputed') : undefined), text(reason)],
    ])
  })
}

/** In the order of time. */
export const movementsFile = (days: readonly NamedDay[]): Promise<Blob> =>
  workbookOf({ name: t('file.sheet'), titles: headings(), rows: days.flatMap(rowsOf) })
