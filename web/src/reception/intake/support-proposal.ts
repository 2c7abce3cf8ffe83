/** What the desk proposes for a person, and what each item of the catalogue has to say for itself. Pure. */
import { groups, isEligible, type Recipient } from '../../../../functions/support/allocation.ts'
import type { Ceiling, ItemCode, SupportCatalogue } from '../../../../functions/support/items.ts'

/** What the desk of the post still holds; an item it never received is not in it. */
export type Left = Readonly<Partial<Record<ItemCode, number>>>

export interface Offer {
  readonly ceiling: Ceiling
  /** Undefined while the stock is not known. */
  readonly left: number | undefined
  /** Why this person cannot have it; undefined where they can. */
  readonly barred: 'NONE_LEFT' | NonNullable<Ceiling['onlyFor']> | undefined
}

/** One of what is counted; the whole amount of cash, which is set and not bargained about. */
export const usualQuantity = ({ counted, most }: Ceiling): number => (counted === 'lisente' ? most : 1)

export function offersFor(catalogue: SupportCatalogue, person: Recipient, left: Left | undefined): Offer[] {
  return catalogue.ceilings.map(ceiling => {
    const remaining = left === undefined ? undefined : (left[ceiling.item] ?? 0)
    if (!isEligible(catalogue, ceiling.item, person)) return { ceiling, left: remaining, barred: ceiling.onlyFor }
    return { ceiling, left: remaining, barred: remaining !== undefined && remaining < 1 ? 'NONE_LEFT' : undefined }
  })
}

const packageFor = (person: Recipient): keyof SupportCatalogue['packages'] => {
  if (groups.babies(person)) return 'arrival-baby'
  return groups['women-and-girls'](person) ? 'arrival-woman' : 'arrival'
}

type Given = Readonly<Partial<Record<ItemCode, number>>>

/** What of it may still be given, no more than is left; what is gone is missing. */
export function keepAllowed(given: Given, offers: readonly Offer[]): Pick<Proposal, 'given' | 'outOfStock'> {
  const chosen = offers.flatMap(offer => {
    const quantity = given[offer.ceiling.item]
    return quantity === undefined ? [] : [{ ...offer, quantity, item: offer.ceiling.item }]
  })
  return {
    given: Object.fromEntries(
      chosen
        .filter(({ barred }) => barred === undefined)
        .map(({ item, quantity, left }) => [item, Math.min(quantity, left ?? quantity)]),
    ),
    outOfStock: chosen.filter(({ barred }) => barred === 'NONE_LEFT').map(({ item }) => item),
  }
}

export interface Proposal {
  readonly proposed: readonly ItemCode[]
  readonly given: Readonly<Partial<Record<ItemCode, number>>>
  readonly outOfStock: readonly ItemCode[]
}

/** The package of the person's group: what of it is there is given unless the officer takes it out. */
export function propose(catalogue: SupportCatalogue, person: Recipient, left: Left | undefined): Proposal {
  const offers = offersFor(catalogue, person, left)
  const wanted = catalogue.packages[packageFor(person)].flatMap(
    item => offers.find(({ ceiling }) => ceiling.item === item) ?? [],
  )
  const allowed = wanted.filter(({ barred }) => barred === undefined || barred === 'NONE_LEFT')
  return {
    proposed: allowed.map(({ ceiling }) => ceiling.item),
    given: Object.fromEntries(
      allowed.filter(({ barred }) => barred === undefined).map(({ ceiling }) => [ceiling.item, usualQuantity(ceiling)]),
    ),
    outOfStock: allowed.filter(({ barred }) => barred === 'NONE_LEFT').map(({ ceiling }) => ceiling.item),
  }
}
