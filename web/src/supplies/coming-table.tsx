import type { StorePlace } from '../../../functions/supplies/store-place.ts'
import { amount, itemName } from '../code-lists/item-amount.ts'
import { localDay } from '../i18n/local-time.ts'
import { storeName } from '../i18n/store-name.ts'
import { may } from '../sign-in/may.ts'
import { Table } from '../ui/table.tsx'
import { Lot } from './lot.tsx'
import type { Open } from './open-form.tsx'
import { actionsColumn } from './row-actions.tsx'
import { type Coming, lotOfItem } from './said.ts'
import { t } from './words.ts'

interface ComingTableProps {
  readonly place: StorePlace
  readonly coming: readonly Coming[]
  readonly open: Open
}

/** What other stores sent here, what was sent first at the top. */
export function ComingTable({ place, coming, open }: ComingTableProps) {
  const rows = coming.toSorted((one, other) => one.sentAt.localeCompare(other.sentAt))
  return (
    <Table
      caption={t('coming.title')}
      rowKey={({ transferId }) => transferId}
      rows={rows}
      columns={[
        { heading: t('col.item'), cell: ({ item }) => itemName(item) },
        { heading: t('col.lot'), cell: ({ lot }) => <Lot lot={lot} /> },
        { heading: t('col.from'), cell: ({ fromPlace }) => storeName(fromPlace) },
        { heading: t('col.sent-on'), cell: ({ sentAt }) => localDay(sentAt) },
        {
          heading: t('col.sent'),
          figures: true,
          cell: ({ item, quantity }) => <strong>{amount(item, quantity)}</strong>,
        },
        ...actionsColumn(rows, lotOfItem, each =>
          may('stock.move', place)
            ? [{ words: t('take-in.begin'), onPress: () => open({ form: 'take-in', coming: each }) }]
            : [],
        ),
      ]}
    />
  )
}
