/**
 * What may be given at a post: items, packages and ceilings as effective-dated data (domain.md 4.1, 4.2).
 * Every amount is a placeholder until IOM and the Ministry approve it: `approval: 'UNAPPROVED'`.
 */
import * as z from 'zod/mini'

export const itemCodes = [
  'TRANSPORT_ONWARD',
  'CASH_ARRIVAL',
  'FOOD_HOT',
  'FOOD_PACK',
  'NFI_KIT',
  'BLANKET',
  'CLOTHES',
  'SHOES',
  'DIGNITY_KIT',
  'BABY_KIT',
  'SHELTER_TEMP',
  'CALL_SIM',
] as const
export const ItemCode = z.enum(itemCodes)
export type ItemCode = z.infer<typeof ItemCode>

/** What pays for returnees is money; goods that a line bought are stock. */
export const money = 'CASH_ARRIVAL'

/** What no maker packs in lots: seats, money, nights and cards. Everything else can be called back by its lot. */
export const itemsWithoutLot: readonly ItemCode[] = ['TRANSPORT_ONWARD', 'CASH_ARRIVAL', 'SHELTER_TEMP', 'CALL_SIM']

export const comesInLots = (item: ItemCode): boolean => !itemsWithoutLot.includes(item)

/** Refused to nobody, and charged to nobody's conditions (domain.md 4.2 rule 1): food and a call. */
const basicItems: readonly ItemCode[] = ['FOOD_HOT', 'FOOD_PACK', 'CALL_SIM']

export const isBasic = (item: ItemCode): boolean => basicItems.includes(item)

/** `return`: once for each return event. `household`: once for the household of one arrival. */
export type CeilingUnit = 'return' | 'household'

export interface Ceiling {
  readonly item: ItemCode
  readonly unit: CeilingUnit
  /** The most one grant may be, in the item's own unit. */
  readonly most: number
  readonly counted: 'pieces' | 'nights' | 'lisente' | 'seats'
  /** What one is worth on a receipt, in lisente; money is worth what it is. PROPOSAL, until somebody approves it. */
  readonly worth?: number
  /** For how many returns within twelve months at most; without it for every one (domain.md 4.2 rule 4, PROPOSAL). */
  readonly returnsPerYear?: number
  /** Who it is for, by the name of a rule in `allocation.ts`; everybody where absent. */
  readonly onlyFor?: 'adults' | 'women-and-girls' | 'babies' | 'may-leave'
}

export interface SupportCatalogue {
  /** The first day, in Lesotho, on which it holds. */
  readonly effectiveFrom: string
  readonly approval: 'UNAPPROVED' | 'APPROVED'
  readonly ceilings: readonly Ceiling[]
  /** What is offered first, by its name on the desk. */
  readonly packages: Readonly<Record<'arrival' | 'arrival-woman' | 'arrival-baby', readonly ItemCode[]>>
}

const catalogues: readonly SupportCatalogue[] = [
  {
    effectiveFrom: '2026-01-01',
    approval: 'UNAPPROVED',
    ceilings: [
      { item: 'TRANSPORT_ONWARD', unit: 'return', most: 1, counted: 'seats', worth: 15_000, onlyFor: 'may-leave' },
      // Never to a child (domain.md 2.5); the amount follows WFP Lesotho's 2020 monthly transfer, M831 [S68].
      {
        item: 'CASH_ARRIVAL',
        unit: 'household',
        most: 83_100,
        counted: 'lisente',
        onlyFor: 'adults',
        returnsPerYear: 2,
      },
      { item: 'FOOD_HOT', unit: 'return', most: 3, counted: 'pieces', worth: 3_500 },
      { item: 'FOOD_PACK', unit: 'return', most: 1, counted: 'pieces', worth: 12_000 },
      { item: 'NFI_KIT', unit: 'return', most: 1, counted: 'pieces', worth: 45_000 },
      { item: 'BLANKET', unit: 'return', most: 1, counted: 'pieces', worth: 18_000 },
      { item: 'CLOTHES', unit: 'return', most: 1, counted: 'pieces', worth: 15_000 },
      { item: 'SHOES', unit: 'return', most: 1, counted: 'pieces', worth: 12_000 },
      { item: 'DIGNITY_KIT', unit: 'return', most: 1, counted: 'pieces', worth: 11_000, onlyFor: 'women-and-girls' },
      { item: 'BABY_KIT', unit: 'return', most: 1, counted: 'pieces', worth: 16_000, onlyFor: 'babies' },
      { item: 'SHELTER_TEMP', unit: 'return', most: 3, counted: 'nights', worth: 20_000 },
      { item: 'CALL_SIM', unit: 'return', most: 1, counted: 'pieces', worth: 2_000 },
    ],
    packages: {
      arrival: ['FOOD_PACK', 'BLANKET', 'TRANSPORT_ONWARD'],
      'arrival-woman': ['FOOD_PACK', 'BLANKET', 'TRANSPORT_ONWARD', 'DIGNITY_KIT'],
      'arrival-baby': ['FOOD_PACK', 'BLANKET', 'TRANSPORT_ONWARD', 'BABY_KIT'],
    },
  },
]

/** In lisente, by the catalogue of the day it was given; undefined of what that has no value for. */
export function worthOf(catalogue: SupportCatalogue, item: ItemCode, quantity: number): number | undefined {
  const ceiling = catalogue.ceilings.find(each => each.item === item)
  if (ceiling === undefined) return undefined
  if (ceiling.counted === 'lisente') return quantity
  return ceiling.worth === undefined ? undefined : ceiling.worth * quantity
}

/** The catalogue that holds on a calendar date; undefined before the first. */
export const catalogueOn = (date: string): SupportCatalogue | undefined =>
  catalogues.findLast(catalogue => catalogue.effectiveFrom <= date)
