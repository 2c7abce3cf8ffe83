/** What a storekeeper should look at: lots that expired or soon will, and items that run low. Pure: no clock, no network, no AWS. */
import { type ItemCode, itemCodes } from '../support/items.ts'
import { isExpired } from './choose-lots.ts'
import { lowBelow } from './low-stock.ts'
import type { LeaseView, StoreView } from './shapes.ts'

/** Within so many days somebody should give it first, or send it to where it is given sooner (PROPOSAL). */
export const soonDays = 60

export type Freshness = 'good' | 'soon' | 'expired'

const dayMilliseconds = 24 * 60 * 60 * 1000

const daysUntil = (date: string, today: string): number =>
  (new Date(`${date}T00:00:00Z`).getTime() - new Date(`${today}T00:00:00Z`).getTime()) / dayMilliseconds

/** Both are calendar dates in Lesotho; on its last day a lot is still good to give. */
export function freshness(expiresOn: string | undefined, today: string): Freshness {
  if (isExpired(expiresOn, today)) return 'expired'
  return expiresOn !== undefined && daysUntil(expiresOn, today) <= soonDays ? 'soon' : 'good'
}

export interface ExpiryWarning {
  readonly freshness: Exclude<Freshness, 'good'>
  readonly item: ItemCode
  readonly lot: string | undefined
  readonly expiresOn: string
  readonly left: number
  /** Undefined in the store; otherwise whose lease it lies in. */
  readonly lease: LeaseView | undefined
}

export interface LowWarning {
  readonly item: ItemCode
  /** In the store and on lease, of what has not expired. */
  readonly left: number
}

/** Expired ones first, then by date. */
export function expiryWarnings({ lots, leases, today }: StoreView): readonly ExpiryWarning[] {
  const everywhere = [
    ...lots.map(lot => ({ ...lot, lease: undefined })),
    ...openOf(leases).flatMap(lease => lease.lots.map(lot => ({ ...lot, item: lease.item, lease }))),
  ]
  return everywhere
    .flatMap(({ item, lot, expiresOn, left, lease }): ExpiryWarning[] => {
      const how = freshness(expiresOn, today)
      return how === 'good' || expiresOn === undefined ? [] : [{ freshness: how, item, lot, expiresOn, left, lease }]
    })
    .toSorted((one, other) => one.expiresOn.localeCompare(other.expiresOn))
}

/** Of items that lie here or ever did: nobody is told of what this place never had. */
export function lowWarnings({ lots, leases, usedUp, today }: StoreView): readonly LowWarning[] {
  const held = [...lots, ...openOf(leases).flatMap(({ item, lots: own }) => own.map(lot => ({ ...lot, item })))]
  const known = new Set<ItemCode>([...usedUp, ...lots.map(({ item }) => item), ...leases.map(({ item }) => item)])
  return itemCodes
    .filter(item => known.has(item))
    .map(item => ({
      item,
      left: held
        .filter(lot => lot.item === item && !isExpired(lot.expiresOn, today))
        .reduce((sum, lot) => sum + lot.left, 0),
    }))
    .filter(({ item, left }) => left < lowBelow[item])
}

const openOf = (leases: readonly LeaseView[]): readonly LeaseView[] => leases.filter(({ state }) => state === 'OPEN')
