/** Quantities as typed and as said: an item is counted in pieces, nights, seats or lisente. Pure. */
import { type Ceiling, catalogueOn, type ItemCode } from '../../../functions/support/items.ts'

export type Counted = Ceiling['counted']

/** In what an item is counted on that day in Lesotho. */
export const countedIn = (item: ItemCode, today: string): Counted =>
  catalogueOn(today)?.ceilings.find(ceiling => ceiling.item === item)?.counted ?? 'pieces'

const largest = 100_000_000

/** In the item's own unit; money is typed in maloti, with a point or a comma. Undefined where it is none. */
export function readQuantity(typed: string, counted: Counted): number | undefined {
  const text = typed.replace(/\s/g, '')
  const pattern = counted === 'lisente' ? /^\d{1,9}([.,]\d{1,2})?$/ : /^\d{1,9}$/
  if (!pattern.test(text)) return undefined
  const number = Number(text.replace(',', '.'))
  const quantity = counted === 'lisente' ? Math.round(number * 100) : number
  return quantity > 0 && quantity <= largest ? quantity : undefined
}

/** Lisente as maloti, `831.00`. */
export const inMaloti = (lisente: number): string => (lisente / 100).toFixed(2)
