/** A month of a line as a workbook, for a donor's statement: one row for each entry of its book. */
import type { BookEntry } from '../../../functions/budgets/shapes.ts'
import { countedIn } from '../code-lists/quantity-words.ts'
import { code } from '../code-lists/words.ts'
import { t as dayWord } from '../day/words.ts'
import { type Cell, figure, text, workbookOf } from '../ui/workbook.ts'
import { storeWords } from './said.ts'
import { t } from './words.ts'

const headings = () => [
  ...[t('book.date'), t('book.what'), t('book.item'), t('book.quantity'), dayWord('file.unit')],
  ...[t('book.times'), t('book.where'), dayWord('file.officer'), t('book.reason')],
]

const rowOf = ({ date, kind, item, quantity, times, place, officerId, reason }: BookEntry): Cell[] => [
  ...[text(date), text(dayWord(`kind.${kind}`)), text(code(`item.${item}`)), figure(quantity)],
  ...[text(dayWord(`unit.${countedIn(item, date)}`)), figure(times), text(storeWords(place))],
  ...[text(officerId), text(reason)],
]

export const lineFile = (entries: readonly BookEntry[], month: string): Promise<Blob> =>
  workbookOf({ name: month, titles: headings(), rows: entries.map(rowOf) })
