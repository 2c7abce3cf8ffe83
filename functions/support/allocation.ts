/** Who may receive what (domain.md 4.2). Pure: no clock, no network, no AWS. A score never reduces basic help. */

import type { Accompaniment } from '../registration/code-lists.ts'
import type { Ceiling, ItemCode, SupportCatalogue } from './items.ts'
import type { SupportLine } from './support-line.ts'

/** What the rules need to know of a person. */
export interface Recipient {
  /** ISO 5218: 0 not known, 1 male, 2 female. */
  readonly sex: 0 | 1 | 2
  readonly ageYears: number
  readonly isMinor: boolean
  /** Of a child. */
  readonly accompaniment?: Accompaniment | undefined
}

export type AllocationRefusal = 'not-eligible' | 'over-ceiling'

export interface Grant extends SupportLine {
  readonly unit: Ceiling['unit']
}

export type AllocationDecision =
  | { readonly grants: readonly Grant[] }
  | { readonly refusal: AllocationRefusal; readonly items: readonly ItemCode[] }

/** Each group an item may be for, as a named rule; where sex is not known the person is not turned away. */
export const groups = {
  adults: person => !person.isMinor,
  'women-and-girls': person => person.sex !== 1 && person.ageYears >= 10,
  babies: person => person.ageYears < 3,
  // A child alone or with others than their own stays until somebody takes custody and signs (domain.md 2.5).
  'may-leave': ({ isMinor, accompaniment }) =>
    !isMinor || accompaniment === undefined || accompaniment === 'ACCOMPANIED',
} as const satisfies Record<NonNullable<Ceiling['onlyFor']>, (person: Recipient) => boolean>

/** Whether the rules allow the item for this person at all, whatever is left of it. */
export function isEligible(catalogue: SupportCatalogue, item: ItemCode, person: Recipient): boolean {
  const ceiling = catalogue.ceilings.find(candidate => candidate.item === item)
  return ceiling !== undefined && (ceiling.onlyFor === undefined || groups[ceiling.onlyFor](person))
}

/**
 * Decides all lines of one intake together; the same item asked for twice counts as one sum.
 * Refuses `not-eligible` (the rule for the item is not met, or it is not in the catalogue) and
 * `over-ceiling` (more than one grant may be), naming every item concerned.
 */
export function decideAllocation(
  catalogue: SupportCatalogue,
  lines: readonly SupportLine[],
  person: Recipient,
): AllocationDecision {
  const wanted = new Map<ItemCode, number>()
  for (const line of lines) wanted.set(line.item, (wanted.get(line.item) ?? 0) + line.quantity)
  const barred = [...wanted.keys()].filter(item => !isEligible(catalogue, item, person))
  if (barred.length > 0) return { refusal: 'not-eligible', items: barred }
  const ceilings = new Map(catalogue.ceilings.map(ceiling => [ceiling.item, ceiling]))
  const excessive = [...wanted].filter(([item, quantity]) => quantity > (ceilings.get(item)?.most ?? 0))
  if (excessive.length > 0) return { refusal: 'over-ceiling', items: excessive.map(([item]) => item) }
  return {
    grants: [...wanted].map(([item, quantity]) => ({ item, quantity, unit: ceilings.get(item)?.unit ?? 'return' })),
  }
}
