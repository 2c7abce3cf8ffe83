/**
 * Below which quantity a place should ask for more, in the item's own unit; of money lisente. Every figure is a PROPOSAL until
 * IOM and the Ministry give theirs: what one bus of a hundred people takes, the kits for a part of them.
 */
import type { ItemCode } from '../support/items.ts'

export const lowBelow: Readonly<Record<ItemCode, number>> = {
  TRANSPORT_ONWARD: 50,
  CASH_ARRIVAL: 2_500_000,
  FOOD_HOT: 100,
  FOOD_PACK: 100,
  NFI_KIT: 30,
  BLANKET: 100,
  CLOTHES: 50,
  SHOES: 50,
  DIGNITY_KIT: 40,
  BABY_KIT: 10,
  SHELTER_TEMP: 20,
  CALL_SIM: 30,
}
