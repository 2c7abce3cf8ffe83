import { catalogueOn, type ItemCode } from '../../../../functions/support/items.ts'
import { quantityWords } from '../../code-lists/quantity-words.ts'
import { code } from '../../code-lists/words.ts'
import type { Language } from '../../i18n/language.ts'

/** `Blanket`, `Hot meal: 2 pieces`, `Cash on arrival: M831`: one piece or seat goes without saying. */
export function itemWords(item: ItemCode, quantity: number, today: string, said?: Language): string {
  const ceiling = catalogueOn(today)?.ceilings.find(each => each.item === item)
  const name = code(`item.${item}`, {}, said)
  if (ceiling === undefined || (quantity === 1 && ceiling.counted !== 'lisente')) return name
  return `${name}: ${quantityWords(ceiling.counted, quantity, said)}`
}
