import type { StorePlace } from '../../../functions/supplies/store-place.ts'
import { amount, itemName } from '../code-lists/item-amount.ts'
import { localDay } from '../i18n/local-time.ts'
import { may } from '../sign-in/may.ts'
import { DueBadge } from '../time/due-badge.tsx'
import { Table } from '../ui/table.tsx'
import { Left } from './desk-table.tsx'
import { ItemLots } from './lot.tsx'
import type { Open } from './open-form.tsx'
import { actionsColumn, type RowAction } from './row-actions.tsx'
import { type Lease, whereLeased } from './said.ts'
import { t } from './words.ts'

interface TabletsTableProps {
  readonly place: StorePlace
  /** Open ones of tablets. */
  readonly leases: readonly Lease[]
  readonly open: Open
}

/** A day, and how long until then: what is overdue keeps its tablet from leasing more. */
function Due({ dueAt, overdue }: Pick<Lease, 'dueAt' | 'overdue'>) {
  if (dueAt === undefined) return <span class="quiet">{t('no-due')}</span>
  return (
    <span class="stack-small">
      {localDay(dueAt)}
      <DueBadge due={{ dueAt, overdue }} now={new Date()} />
    </span>
  )
}

const dueFirst = (one: Lease, other: Lease): number => (one.dueAt ?? '9999').localeCompare(other.dueAt ?? '9999')

/** What each tablet has on lease, by the code that is written on it; what is due first at the top. */
export function TabletsTable({ place, leases, open }: TabletsTableProps) {
  const rows = leases.toSorted(dueFirst)
  const actionsOf = (lease: Lease): readonly RowAction[] => {
    const begin = (form: 'longer' | 'take-back' | 'write-off', words: string) => ({
      words,
      onPress: () => open({ form, lease }),
    })
    return [
      ...(may('stock.move', place) && lease.left > 0 ? [begin('take-back', t('back.begin'))] : []),
      ...(may('stock.move', place) ? [begin('longer', t('longer.begin'))] : []),
      ...(may('lease.write-off', place) ? [begin('write-off', t('write-off.begin'))] : []),
    ]
  }
  return (
    <Table
      caption={t('tablets.title')}
      rowKey={({ leaseId, item }) => `${leaseId} ${item}`}
      empty={t('tablets.none')}
      rows={rows}
      columns={[
        { heading: t('col.tablet'), cell: ({ tabletCode }) => tabletCode },
        {
          heading: t('col.item'),
          cell: ({ item, lots }) => <ItemLots item={item} lots={lots.map(({ lot }) => lot)} />,
        },
        { heading: t('col.left'), figures: true, cell: lease => <Left {...lease} /> },
        { heading: t('col.given'), figures: true, cell: ({ item, drawn }) => amount(item, drawn) },
        { heading: t('col.due'), cell: lease => <Due {...lease} /> },
        ...actionsColumn(rows, lease => `${itemName(lease.item)}, ${whereLeased(lease)}`, actionsOf),
      ]}
    />
  )
}
