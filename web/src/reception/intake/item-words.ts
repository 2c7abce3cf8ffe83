import { type Ceiling, catalogueOn, type ItemCode } from '../../../../functions/support/items.ts'
import { code } from '../../code-lists/words.ts'

/** Whole maloti, as amounts at the desk are; lisente only where there are any. */
export const maloti = (lisente: number): string =>
  lisente % 100 === 0 ? String(lisente / 100) : (lisente / 100).toFixed(2)

const quantityWords = (counted: Ceiling['counted'], quantity: number): string =>
  counted === 'lisente'
    ? code('counted.lisente', { maloti: maloti(quantity) })
    : code(`counted.${counted}`, { count: quantity })

/** `Blanket`, `Hot meal: 2 pieces`, `Cash on arrival: M831`: one piece or seat goes without saying. */
export function itemWords(item: ItemCode, quantity: number, today: string): string {
  const ceiling = catalogueOn(today)?.ceilings.find(each => each.item === item)
  const name = code(`item.${item}`)
  if (ceiling === undefined || (quantity === 1 && ceiling.counted !== 'lisente')) return name
  return `${name}: ${quantityWords(ceiling.counted, quantity)}`
}
