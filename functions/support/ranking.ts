/**
 * Whose turn it is where there is less than wanted (domain.md 4.2 rule 3): the higher need first, then families with a child
 * under five, then who goes farther, then who arrived earlier; whoever is alike in all of it by a draw whose seed is told. Pure.
 */
import { spread } from './verification-sample.ts'

export const needs = ['HIGH', 'MEDIUM', 'LOW'] as const
export type Need = (typeof needs)[number]

export interface Waiting {
  readonly returnEventId: string
  readonly displayNumber: string
  readonly need: Need
  readonly hasSmallChild: boolean
  /** Borders of districts between the post and home. */
  readonly steps: number
  /** When their bus was opened at the post. */
  readonly arrivedAt: string
}

/** What put somebody before the one who comes next; the last is before nobody. */
export const rankReasons = ['NEED', 'SMALL_CHILD', 'DISTANCE', 'ARRIVAL', 'DRAW'] as const
export type RankReason = (typeof rankReasons)[number]

export interface Ranked extends Waiting {
  readonly before: RankReason | undefined
}

const byNeed = (one: Waiting, other: Waiting): number => needs.indexOf(one.need) - needs.indexOf(other.need)
const byChild = (one: Waiting, other: Waiting): number => Number(other.hasSmallChild) - Number(one.hasSmallChild)
const byDistance = (one: Waiting, other: Waiting): number => other.steps - one.steps
const byArrival = (one: Waiting, other: Waiting): number => one.arrivedAt.localeCompare(other.arrivedAt)

const rules = [
  ['NEED', byNeed],
  ['SMALL_CHILD', byChild],
  ['DISTANCE', byDistance],
  ['ARRIVAL', byArrival],
] as const satisfies readonly (readonly [RankReason, (one: Waiting, other: Waiting) => number])[]

const drawOf = (seed: string, { returnEventId }: Waiting): number => spread(`${seed} ${returnEventId}`)

function decided(one: Waiting, other: Waiting): RankReason {
  return rules.find(([, compare]) => compare(one, other) !== 0)?.[0] ?? 'DRAW'
}

export function ranked(waiting: readonly Waiting[], seed: string): readonly Ranked[] {
  const inTurn = waiting.toSorted((one, other) => {
    for (const [, compare] of rules) {
      const difference = compare(one, other)
      if (difference !== 0) return difference
    }
    return drawOf(seed, one) - drawOf(seed, other) || one.returnEventId.localeCompare(other.returnEventId)
  })
  return inTurn.map((one, place) => {
    const next = inTurn[place + 1]
    return { ...one, before: next && decided(one, next) }
  })
}
