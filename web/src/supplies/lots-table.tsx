import { hasDesk, type StorePlace } from '../../../functions/supplies/store-place.ts'
import { freshness } from '../../../functions/supplies/store-warnings.ts'
import { money } from '../../../functions/support/items.ts'
import { amount, itemName } from '../code-lists/item-amount.ts'
import { localDay } from '../i18n/local-time.ts'
import { may } from '../sign-in/may.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { Table } from '../ui/table.tsx'
import { Lot } from './lot.tsx'
import type { Open } from './open-form.tsx'
import { actionsColumn, type RowAction } from './row-actions.tsx'
import { lotOfItem, type StoreLot, type View } from './said.ts'
import { t } from './words.ts'

/** Until when a lot is good, and whether that is near or over. */
export function Expiry({ item, expiresOn, today }: Pick<StoreLot, 'item' | 'expiresOn'> & { today: string }) {
  if (expiresOn === undefined) return <span class="quiet">{t('no-date')}</span>
  const how = freshness(expiresOn, today)
  return (
    <span class="stack-small">
      {localDay(expiresOn)}
      {how === 'good' ? null : (
        <StatusBadge tone="sand">{t(item === money ? `fresh.money.${how}` : `fresh.${how}`)}</StatusBadge>
      )}
    </span>
  )
}

const byItemAndDay = (one: StoreLot, other: StoreLot): number =>
  itemName(one.item).localeCompare(itemName(other.item)) ||
  (one.expiresOn ?? '9999').localeCompare(other.expiresOn ?? '9999')

/**
 * What the store holds, lot by lot. What has expired may be written down as thrown away, and nothing else; money of a project
 * that is over goes back to who keeps it.
 */
export function LotsTable({ place, view, open }: { place: StorePlace; view: View; open: Open }) {
  const rows = view.lots.toSorted(byItemAndDay)
  const actionsOf = (lot: StoreLot): readonly RowAction[] => {
    if (!may('stock.move', place)) return []
    const isGood = freshness(lot.expiresOn, view.today) !== 'expired'
    return [
      ...(isGood && hasDesk(place)
        ? [{ words: t('lease.begin'), onPress: () => open({ form: 'lease', item: lot.item }) }]
        : []),
      ...(isGood || lot.item === money ? [{ words: t('send.begin'), onPress: () => open({ form: 'send', lot }) }] : []),
      { words: t('correct.begin'), onPress: () => open({ form: 'correct', lot }) },
    ]
  }
  return (
    <Table
      caption={t('store.title')}
      rowKey={({ item, lot }) => `${item} ${lot ?? ''}`}
      empty={t('store.none')}
      rows={rows}
      columns={[
        { heading: t('col.item'), cell: ({ item }) => itemName(item) },
        { heading: t('col.lot'), cell: ({ lot }) => <Lot lot={lot} /> },
        {
          heading: t('col.expires'),
          cell: ({ item, expiresOn }) => <Expiry item={item} expiresOn={expiresOn} today={view.today} />,
        },
        { heading: t('col.left'), figures: true, cell: ({ item, left }) => <strong>{amount(item, left)}</strong> },
        ...actionsColumn(rows, lotOfItem, actionsOf),
      ]}
    />
  )
}
