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

export interface Grant extends SupportLine {
  readonly unit: Ceiling['unit']
}

export interface AllocationDecision {
  /** Every line that was asked for, with how its item is counted. */
  readonly grants: readonly Grant[]
  /** The rule of the item is not met, or it is not in the catalogue. */
  readonly barred: readonly ItemCode[]
  /** More than one grant may be. */
  readonly excessive: readonly ItemCode[]
}

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
 * Decides all lines of one giving together: one line an item. What is against a rule is named; who has not handed it over yet
 * is refused all of it, and what a tablet handed over is a fact all the same (`judge-giving.ts`).
 */
export function decideAllocation(
  catalogue: SupportCatalogue,
  lines: readonly SupportLine[],
  person: Recipient,
): AllocationDecision {
  const ceilings = new Map(catalogue.ceilings.map(ceiling => [ceiling.item, ceiling]))
  const barred = lines.filter(({ item }) => !isEligible(catalogue, item, person)).map(({ item }) => item)
  const excessive = lines
    .filter(({ item, quantity }) => !barred.includes(item) && quantity > (ceilings.get(item)?.most ?? 0))
    .map(({ item }) => item)
  return {
    grants: lines.map(({ item, quantity }) => ({ item, quantity, unit: ceilings.get(item)?.unit ?? 'return' })),
    barred,
    excessive,
  }
}
