import type { Needs } from '../../../functions/arrivals/batch.ts'
import { maseruDate } from '../../../functions/platform/clock.ts'
import type { ItemCode } from '../../../functions/support/items.ts'
import { countedIn, quantityWords } from '../code-lists/quantity-words.ts'
import { code } from '../code-lists/words.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { Table } from '../ui/table.tsx'
import type { Known } from './kept-answer.ts'
import { t } from './words.ts'

export interface Level {
  readonly item: ItemCode
  readonly left: number
}

/** Of what the bus needs more than there is. */
const isShort = ({ item, left }: Level, needs: Needs | undefined): boolean =>
  left === 0 ||
  (item === 'SHOES' && left < (needs?.barefoot ?? 0)) ||
  (item === 'NFI_KIT' && left < (needs?.emptyHanded ?? 0))

export const shortLevels = (levels: readonly Level[], needs: Needs | undefined): readonly Level[] =>
  levels.filter(level => isShort(level, needs))

export const levelWords = ({ item, left }: Level): string =>
  quantityWords(countedIn(item, maseruDate(new Date())), left)

/** Nothing is said of stock that this tablet never heard of. */
export const StockUnknown = ({ known: { no } }: { known: Known<unknown> }) =>
  no === undefined ? null : (
    <section class="panel">
      <h2>{t('stock')}</h2>
      <p>{t('stock.unseen')}</p>
    </section>
  )

/** What the post still holds, and what will not do for this bus. */
export const StockLeft = ({ levels, needs }: { levels: readonly Level[]; needs: Needs | undefined }) => (
  <Table
    caption={t('stock')}
    rowKey={({ item }) => item}
    empty={t('stock.none')}
    rows={levels}
    columns={[
      { heading: t('stock.item'), cell: ({ item }) => code(`item.${item}`) },
      {
        heading: t('stock.left'),
        figures: true,
        cell: level =>
          level.left === 0 ? (
            <StatusBadge tone="sand">{t('stock.gone')}</StatusBadge>
          ) : isShort(level, needs) ? (
            <StatusBadge tone="sand">{t('stock.short', { left: levelWords(level) })}</StatusBadge>
          ) : (
            <strong>{levelWords(level)}</strong>
          ),
      },
    ]}
  />
)
