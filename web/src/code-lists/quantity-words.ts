import { type Ceiling, catalogueOn, type ItemCode } from '../../../functions/support/items.ts'
import type { Language } from '../i18n/language.ts'
import { code } from './words.ts'

export type Counted = Ceiling['counted']

/** `831`, `41\u202f550`, `12.50`: whole maloti, as amounts at a desk are; lisente only where there are any. */
export function maloti(lisente: number): string {
  const amount = lisente % 100 === 0 ? String(lisente / 100) : (lisente / 100).toFixed(2)
  return amount.replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f')
}

/** In what an item is counted on that day in Lesotho; pieces where the catalogue does not name it. */
export const countedIn = (item: ItemCode, today: string): Counted =>
  catalogueOn(today)?.ceilings.find(ceiling => ceiling.item === item)?.counted ?? 'pieces'

/** `90 pieces`, `M831`; in the language on screen unless another is said. */
export const quantityWords = (counted: Counted, quantity: number, said?: Language): string =>
  counted === 'lisente'
    ? code('counted.lisente', { maloti: maloti(quantity) }, said)
    : code(`counted.${counted}`, { count: quantity }, said)
