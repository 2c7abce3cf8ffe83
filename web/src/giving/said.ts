/** What is given, in words of the language on screen. */
import type { ItemCode } from '../../../functions/support/items.ts'
import { amount, itemName } from '../code-lists/item-amount.ts'
import { maloti } from '../code-lists/quantity-words.ts'

/** `Blanket, 2 pieces`. */
export const whatWords = (item: ItemCode, quantity: number): string => `${itemName(item)}, ${amount(item, quantity)}`

export const worthWords = (lisente: number): string => `M${maloti(lisente)}`
