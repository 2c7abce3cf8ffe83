/** An item and how much of it, in the language on screen, as the catalogue of today counts it. */
import type { ItemCode } from '../../../functions/support/items.ts'
import { dateToday } from '../time/date-today.ts'
import { type Counted, countedIn, quantityWords } from './quantity-words.ts'
import { code } from './words.ts'

export const itemName = (item: ItemCode): string => code(`item.${item}`)
export const countedAs = (item: ItemCode): Counted => countedIn(item, dateToday())
export const isMoney = (item: ItemCode): boolean => countedAs(item) === 'lisente'
export const amount = (item: ItemCode, quantity: number): string => quantityWords(countedAs(item), quantity)
