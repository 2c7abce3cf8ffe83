import type { DayMove, DayView } from '../../../functions/supplies/day-contract.ts'
import { countedIn, quantityWords } from '../code-lists/quantity-words.ts'
import { code } from '../code-lists/words.ts'
import { localClock } from '../i18n/local-time.ts'
import { Notice } from '../ui/notice.tsx'
import { Table } from '../ui/table.tsx'
import { lotWords, wayOf } from './said.ts'
import { t } from './words.ts'

type Item = DayView['items'][number]

/** Three records of one thing: where they differ, the row says so in words as well. */
export function TallyTable({ day, date }: { day: DayView; date: string }) {
  const { items, receipts } = day
  if (items.length === 0) return <p>{t('tally.none')}</p>
  const quantity = (figure: 'issued' | 'onReceipts' | 'moved') => (one: Item) =>
    quantityWords(countedIn(one.item, date), one[figure])
  const tallies = items.every(({ agrees }) => agrees)
  return (
    <>
      <Notice kind={tallies ? 'good' : 'look'}>
        <p>{tallies ? t('tally.good', { count: receipts }) : t('tally.bad')}</p>
      </Notice>
      <Table
        caption={t('tally.title')}
        rows={items}
        rowKey={({ item }) => item}
        columns={[
          { heading: t('col.item'), cell: ({ item }) => code(`item.${item}`) },
          { heading: t('col.issued'), figures: true, cell: quantity('issued') },
          { heading: t('col.receipts'), figures: true, cell: quantity('onReceipts') },
          { heading: t('col.moved'), figures: true, cell: quantity('moved') },
          {
            heading: t('col.tally'),
            cell: ({ agrees }) => (agrees ? t('tally.yes') : <strong>{t('tally.no')}</strong>),
          },
        ]}
      />
    </>
  )
}

const lotsOf = ({ postings }: DayMove): string => [...new Set(postings.map(({ lot }) => lotWords(lot)))].join('; ')
const waysOf = (move: DayMove): string =>
  move.isDisputed ? t('disputed') : [...new Set(move.postings.map(wayOf))].join('; ')

/** In the order in which it came. */
export const MovesTable = ({ day: { moves }, date }: { day: DayView; date: string }) => (
  <Table
    caption={t('moves.title')}
    rows={moves.map((move, place) => ({ ...move, place }))}
    rowKey={({ place }) => place}
    empty={t('moves.none')}
    columns={[
      { heading: t('col.time'), cell: ({ at }) => localClock(at) },
      { heading: t('col.what'), cell: ({ kind }) => t(`kind.${kind}`) },
      { heading: t('col.item'), cell: ({ item }) => code(`item.${item}`) },
      {
        heading: t('col.quantity'),
        figures: true,
        cell: ({ item, quantity }) => quantityWords(countedIn(item, date), quantity),
      },
      { heading: t('col.lot'), cell: lotsOf },
      { heading: t('col.way'), cell: waysOf },
      ...(moves.some(({ reason }) => reason !== undefined)
        ? [{ heading: t('col.reason'), cell: ({ reason }: DayMove) => reason }]
        : []),
    ]}
  />
)
