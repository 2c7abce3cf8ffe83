import type { StorePlace } from '../../../functions/supplies/store-place.ts'
import { amount, itemName } from '../code-lists/item-amount.ts'
import { may } from '../sign-in/may.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { Table } from '../ui/table.tsx'
import { ItemLots } from './lot.tsx'
import type { Open } from './open-form.tsx'
import { actionsColumn } from './row-actions.tsx'
import { type Lease, whereLeased } from './said.ts'
import { t } from './words.ts'

interface DeskTableProps {
  readonly place: StorePlace
  /** Those of the desk: one for each item that it ever had. */
  readonly leases: readonly Lease[]
  readonly open: Open
}

export const Left = ({ item, left }: Pick<Lease, 'item' | 'left'>) =>
  left > 0 ? <strong>{amount(item, left)}</strong> : <StatusBadge tone="sand">{t('gone')}</StatusBadge>

/** What the desk of the post has left, gave and received of each item. */
export const DeskTable = ({ place, leases, open }: DeskTableProps) => (
  <Table
    caption={t('stock.title')}
    rowKey={({ item }) => item}
    empty={t('stock.none')}
    rows={leases}
    columns={[
      {
        heading: t('col.item'),
        cell: ({ item, lots }) => <ItemLots item={item} lots={lots.map(({ lot }) => lot)} />,
      },
      { heading: t('col.left'), figures: true, cell: lease => <Left {...lease} /> },
      { heading: t('col.given'), figures: true, cell: ({ item, drawn }) => amount(item, drawn) },
      { heading: t('col.received'), figures: true, cell: ({ item, received }) => amount(item, received) },
      ...actionsColumn(
        leases,
        lease => `${itemName(lease.item)}, ${whereLeased(lease)}`,
        lease =>
          may('stock.move', place) && lease.left > 0
            ? [{ words: t('back.begin'), onPress: () => open({ form: 'take-back', lease }) }]
            : [],
      ),
    ]}
  />
)
