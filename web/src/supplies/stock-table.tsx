import type * as z from 'zod/mini'
import { maseruDate } from '../../../functions/platform/clock.ts'
import type { StockLevel } from '../../../functions/support/contract.ts'
import { countedIn, quantityWords } from '../code-lists/quantity-words.ts'
import { code } from '../code-lists/words.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { Table } from '../ui/table.tsx'
import { t } from './words.ts'

type Level = z.infer<typeof StockLevel>

/** What is left, given and received of each item. */
export function StockTable({ levels }: { levels: readonly Level[] }) {
  const today = maseruDate(new Date())
  const words = (item: Level['item'], quantity: number) => quantityWords(countedIn(item, today), quantity)
  return (
    <Table
      caption={t('stock.title')}
      rowKey={({ item }) => item}
      empty={t('stock.none')}
      rows={levels}
      columns={[
        { heading: t('stock.item'), cell: ({ item }) => code(`item.${item}`) },
        {
          heading: t('stock.left'),
          figures: true,
          cell: ({ item, left }) =>
            left > 0 ? <strong>{words(item, left)}</strong> : <StatusBadge tone="sand">{t('stock.gone')}</StatusBadge>,
        },
        { heading: t('stock.given'), figures: true, cell: ({ item, drawn }) => words(item, drawn) },
        {
          heading: t('stock.received'),
          figures: true,
          cell: ({ item, received }) => words(item, received),
        },
      ]}
    />
  )
}
