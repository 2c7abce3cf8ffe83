import type { Counted } from '../code-lists/quantity-words.ts'

const largest = 100_000_000

/** What was counted, in the item's own unit, nothing included; money is typed in maloti, with a point or a comma. Undefined where it is none. */
export function readCounted(typed: string, counted: Counted): number | undefined {
  const text = typed.replace(/\s/g, '')
  const pattern = counted === 'lisente' ? /^\d{1,9}([.,]\d{1,2})?$/ : /^\d{1,9}$/
  if (!pattern.test(text)) return undefined
  const number = Number(text.replace(',', '.'))
  const quantity = counted === 'lisente' ? Math.round(number * 100) : number
  return quantity <= largest ? quantity : undefined
}

/** As much as is moved: more than nothing. */
export function readQuantity(typed: string, counted: Counted): number | undefined {
  const quantity = readCounted(typed, counted)
  return quantity === 0 ? undefined : quantity
}
