import type { Counted } from '../code-lists/quantity-words.ts'

const largest = 100_000_000

/** A quantity as typed, in the item's own unit; money is typed in maloti, with a point or a comma. Undefined where it is none. */
export function readQuantity(typed: string, counted: Counted): number | undefined {
  const text = typed.replace(/\s/g, '')
  const pattern = counted === 'lisente' ? /^\d{1,9}([.,]\d{1,2})?$/ : /^\d{1,9}$/
  if (!pattern.test(text)) return undefined
  const number = Number(text.replace(',', '.'))
  const quantity = counted === 'lisente' ? Math.round(number * 100) : number
  return quantity > 0 && quantity <= largest ? quantity : undefined
}
