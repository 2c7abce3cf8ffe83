import type { ItemCode } from '../../../functions/support/items.ts'
import { code } from '../code-lists/words.ts'
import { countedIn, inMaloti } from './quantity.ts'

/** A quantity with its unit: `90 pieces`, `M831.00`. */
export function quantityWords(item: ItemCode, quantity: number, today: string): string {
  const counted = countedIn(item, today)
  return counted === 'lisente'
    ? code('counted.lisente', { maloti: inMaloti(quantity) })
    : code(`counted.${counted}`, { count: quantity })
}
