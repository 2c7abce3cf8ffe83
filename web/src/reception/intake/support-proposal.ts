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
    const isGone = remaining !== undefined && remaining < usualQuantity(ceiling)
    return { ceiling, left: remaining, barred: isGone ? 'NONE_LEFT' : undefined }
  })
}

const packageFor = (person: Recipient): keyof SupportCatalogue['packages'] => {
  if (groups.babies(person)) return 'arrival-baby'
  return groups['women-and-girls'](person) ? 'arrival-woman' : 'arrival'
}

/** What the officer settled otherwise than proposed: in the item's own unit, 0 for none of it. */
export type Changes = Readonly<Partial<Record<ItemCode, number>>>

export interface Support {
  readonly given: Readonly<Partial<Record<ItemCode, number>>>
  /** Proposed or asked for, and not there. */
  readonly outOfStock: readonly ItemCode[]
  /** Proposed, there, and not wanted. */
  readonly declined: readonly ItemCode[]
}

/**
 * The package of the person's group with the officer's changes, as far as rules and stock allow it. Where this tablet never
 * heard of the stock nothing is proposed: given is what the officer says was handed over. Nothing of it is
 * kept: a birth mended last, or another tablet that gives the last one away, changes it at once.
 */
export function supportFor(
  catalogue: SupportCatalogue,
  person: Recipient,
  left: Left | undefined,
  changes: Changes,
): Support {
  const proposed = catalogue.packages[packageFor(person)]
  const wanted = offersFor(catalogue, person, left)
    .filter(({ barred }) => barred === undefined || barred === 'NONE_LEFT')
    .map(offer => {
      const { item } = offer.ceiling
      const isProposed = left !== undefined && proposed.includes(item)
      return { ...offer, item, isProposed, quantity: changes[item] ?? (isProposed ? usualQuantity(offer.ceiling) : 0) }
    })
  return {
    given: Object.fromEntries(
      wanted
        .filter(({ barred, quantity }) => barred === undefined && quantity > 0)
        .map(({ item, quantity, left: remaining }) => [item, Math.min(quantity, remaining ?? quantity)]),
    ),
    outOfStock: wanted.filter(({ barred, quantity }) => barred === 'NONE_LEFT' && quantity > 0).map(({ item }) => item),
    declined: wanted.filter(({ isProposed, quantity }) => isProposed && quantity === 0).map(({ item }) => item),
  }
}
