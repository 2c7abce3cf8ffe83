/**
 * What the rules of support say of one giving: an officer who asks is refused what is against them; what a tablet handed over
 * is a fact, and is disputed (design.md 5). Pure.
 */
import { maseruDate } from '../platform/clock.ts'
import type { DisputeCause } from '../supplies/dispute-causes.ts'
import { decideAllocation, type Grant, type Recipient } from './allocation.ts'
import type { ItemCode, SupportCatalogue } from './items.ts'
import type { SupportLine } from './support-line.ts'
import { type Helped, overTheYear } from './year-ceiling.ts'

/** A tablet sends within days; a clock further off than that is wrong. */
const daysUnderWay = 14

/**
 * The day in Lesotho by whose rules a giving is judged: of a tablet's, the day on which it was handed over, as far as its clock
 * can be believed.
 */
export function dayOfGiving(tablet: string | undefined, deviceTime: string, receivedAt: Date): string {
  const underWay = receivedAt.getTime() - Date.parse(deviceTime)
  const isBelieved = tablet !== undefined && underWay > 0 && underWay < daysUnderWay * 86_400_000
  return maseruDate(isBelieved ? new Date(deviceTime) : receivedAt)
}

export interface GivingCase {
  readonly catalogue: SupportCatalogue
  readonly lines: readonly SupportLine[]
  readonly person: Recipient
  readonly helped: readonly Helped[]
  readonly on: { readonly at: string; readonly returnEventId: string }
  readonly tablet: string | undefined
}

export type JudgedGiving =
  | { readonly grants: readonly Grant[]; readonly disputes: ReadonlyMap<ItemCode, DisputeCause> }
  | { readonly refusal: 'not-eligible' | 'over-ceiling'; readonly items: readonly ItemCode[] }

/** Refuses `not-eligible` and `over-ceiling`, naming every item concerned. */
export function judgeGiving({ catalogue, lines, person, helped, on, tablet }: GivingCase): JudgedGiving {
  const { grants, barred, excessive } = decideAllocation(catalogue, lines, person)
  const items = lines.map(({ item }) => item)
  const beyond = overTheYear(catalogue, items, helped, on)
  if (tablet === undefined) {
    if (barred.length > 0) return { refusal: 'not-eligible', items: barred }
    const over = [...new Set([...excessive, ...beyond])]
    return over.length > 0 ? { refusal: 'over-ceiling', items: over } : { grants, disputes: new Map() }
  }
  return {
    grants,
    disputes: new Map<ItemCode, DisputeCause>([
      ...beyond.map(item => [item, 'TOO_OFTEN_IN_A_YEAR'] as const),
      ...excessive.map(item => [item, 'OVER_CEILING'] as const),
      ...barred.map(item => [item, 'NOT_FOR_THEM'] as const),
    ]),
  }
}
