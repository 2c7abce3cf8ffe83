/** How the desk calls what it moves: items, amounts, lots, places and holders, in the language on screen. */
import type * as z from 'zod/mini'
import { fundOf, labelOf } from '../../../functions/supplies/lot-name.ts'
import type { LeaseView, StoreView } from '../../../functions/supplies/shapes.ts'
import type { ItemCode } from '../../../functions/support/items.ts'
import { itemName } from '../code-lists/item-amount.ts'
import { t } from './words.ts'

export type View = z.infer<typeof StoreView>
export type Lease = z.infer<typeof LeaseView>
export type StoreLot = View['lots'][number]
export type Coming = View['coming'][number]

export interface NamedLot {
  readonly item: ItemCode
  /** As it is sent; on a screen it stands in words. */
  readonly lot?: string | undefined
}

/** `IOM-2026-041, paid by JP-21/NFI`; of money, which has no label, its line. */
export function lotWords(lot: string): string {
  const [label, fund] = [labelOf(lot), fundOf(lot)]
  if (fund === undefined) return label ?? t('no-lot')
  return label === undefined ? fund : t('lot.in-words', { label, fund })
}

/** `Blanket, IOM-2026-041`. */
export const lotOfItem = ({ item, lot }: NamedLot): string =>
  lot === undefined ? itemName(item) : t('lot.of-item', { item: itemName(item), lot: lotWords(lot) })

export const whereLeased = ({ holder, tabletCode = '' }: Pick<Lease, 'holder' | 'tabletCode'>): string =>
  holder.kind === 'DESK' ? t('holder.desk') : t('holder.tablet', { code: tabletCode })
