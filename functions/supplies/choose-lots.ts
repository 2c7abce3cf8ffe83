/** Which lots a quantity is taken from: those that expire first go first, and none that has expired. Pure. */
import { type Fund, fundOf } from './lot-name.ts'

export interface LotLeft {
  readonly lot: string
  /** `YYYY-MM-DD`, in Lesotho; what does not spoil has none. */
  readonly expiresOn: string | undefined
  readonly left: number
}

export interface LotTaken {
  readonly lot: string
  readonly expiresOn: string | undefined
  readonly quantity: number
}

/** As it is kept, so that what never expires is settled by its first delivery like any other lot. */
const never = 'never'
export const expiryKept = (expiresOn: string | undefined): string => expiresOn ?? never
export const expiryIn = (kept: string | undefined): string | undefined => (kept === never ? undefined : kept)

/** On its last day it is still good. */
export const isExpired = (expiresOn: string | undefined, today: string): boolean =>
  expiresOn !== undefined && expiresOn < today

/** What nobody set a condition on is kept for whom no project pays. */
const paidFirst = (lot: string): number => (fundOf(lot) === undefined ? 1 : 0)

/** What never expires goes last; lots of one day in the order of their names, so that every device chooses alike. */
const firstExpiringFirst = (one: LotLeft, other: LotLeft): number =>
  (one.expiresOn ?? '9999-12-31').localeCompare(other.expiresOn ?? '9999-12-31') ||
  paidFirst(one.lot) - paidFirst(other.lot) ||
  one.lot.localeCompare(other.lot)

/** Undefined where the good lots do not hold as much: what has expired is never given, and no part is given either. */
export function chooseLots(lots: readonly LotLeft[], quantity: number, today: string): readonly LotTaken[] | undefined {
  const taken: LotTaken[] = []
  let wanted = quantity
  for (const { lot, expiresOn, left } of lots.toSorted(firstExpiringFirst)) {
    if (wanted === 0) break
    if (left <= 0 || isExpired(expiresOn, today)) continue
    const some = Math.min(left, wanted)
    taken.push({ lot, expiresOn, quantity: some })
    wanted -= some
  }
  return wanted === 0 ? taken : undefined
}

/**
 * For one person: all of it from lots that one line of a project pays for, or that none does, since what is given is borne
 * by one (domain.md 4.4). Of the lines that `mayBear` it, the one whose lots expire first and hold enough.
 */
export function chooseForOne(
  lots: readonly LotLeft[],
  quantity: number,
  today: string,
  mayBear: (fund: Fund | undefined) => boolean,
): readonly LotTaken[] | undefined {
  const good = lots.filter(({ left, expiresOn }) => left > 0 && !isExpired(expiresOn, today))
  const funds = new Set(good.toSorted(firstExpiringFirst).map(({ lot }) => fundOf(lot)))
  for (const fund of funds) {
    const taken = mayBear(fund)
      ? chooseLots(
          good.filter(({ lot }) => fundOf(lot) === fund),
          quantity,
          today,
        )
      : undefined
    if (taken !== undefined) return taken
  }
  return undefined
}
