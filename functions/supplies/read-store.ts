import type { DeviceStore } from '../devices/device-store.ts'
import { maseruDate } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { covers } from '../platform/permissions.ts'
import { notFound, ok } from '../platform/reply.ts'
import { catalogueOn, type ItemCode, money } from '../support/items.ts'
import { deskOf, deviceOf } from './accounts.ts'
import type { LotLeft } from './choose-lots.ts'
import { suppliesRoutes } from './contract.ts'
import type { Lease } from './lease-record.ts'
import { projectsOf } from './lot-name.ts'
import { lasting, type Term } from './money-term.ts'
import { lotNamesFor } from './payer-mask.ts'
import { StorePlace } from './store-place.ts'
import type { SuppliesStore } from './supplies-store.ts'
import { holderOf } from './told.ts'

type Named = ReturnType<typeof lotNamesFor>

interface Shown {
  /** UTC instant. */
  readonly at: string
  readonly named: Named
  readonly terms: readonly Term[]
}

const lotShown = ({ lot, expiresOn, left }: LotLeft, named: Named) => ({ lot: named(lot), expiresOn, left })

const leaseShown = (
  { holder, item, leaseId, state, left, drawn, received, dueAt, lots }: Lease,
  { at, named, terms }: Shown,
) => ({
  ...{ holder: holderOf(holder), item, leaseId, state, left, drawn, received, dueAt },
  overdue: state === 'OPEN' && dueAt !== undefined && dueAt < at,
  lots: lasting(item, lots, terms)
    .filter(lot => lot.left > 0)
    .map(lot => lotShown(lot, named)),
})

/** Of these lots, the items of which none holds anything. */
const usedUpIn = (lots: readonly (Pick<LotLeft, 'left'> & { readonly item: ItemCode })[]) =>
  [...new Set(lots.map(({ item }) => item))].filter(item => lots.every(lot => lot.item !== item || lot.left === 0))

const lotsOf = ({ item, lots }: Lease) => lots.map(lot => ({ ...lot, item }))

/** Of who pays the money among these lots. */
async function termsOf(
  { findProject }: Pick<SuppliesStore, 'findProject'>,
  lots: readonly (LotLeft & { readonly item: ItemCode })[],
): Promise<readonly Term[]> {
  const codes = projectsOf(lots.filter(({ item, left }) => item === money && left > 0))
  return (await Promise.all(codes.map(findProject))).filter(project => project !== undefined)
}

/** What a store holds, what its desk and its tablets have on lease, and what is on the way to it. */
export const readStore = (supplies: SuppliesStore, devices: Pick<DeviceStore, 'ofPost'>) =>
  endpoint(suppliesRoutes.readStore, async ({ params: { place }, scope, caller, receivedAt }) => {
    if (!covers(scope, place)) return notFound()
    const named = lotNamesFor(caller)
    const [lots, transfers, tablets = []] = await Promise.all([
      supplies.lots(place),
      supplies.transfersTo(place),
      devices.ofPost(place, scope),
    ])
    const holders = [
      { holder: deskOf(place), tabletCode: undefined },
      ...tablets.map(({ deviceId, code }) => ({ holder: deviceOf(deviceId), tabletCode: code })),
    ]
    const leased = await Promise.all(
      holders.map(async ({ holder, tabletCode }) =>
        (await supplies.leasesOf(holder)).filter(lease => lease.place === place).map(lease => ({ lease, tabletCode })),
      ),
    )
    const held = leased.flat()
    const terms = await termsOf(supplies, [...lots, ...held.flatMap(({ lease }) => lotsOf(lease))])
    const shown = { at: receivedAt.toISOString(), named, terms }
    const today = maseruDate(receivedAt)
    return ok({
      lots: lots
        .filter(({ left }) => left > 0)
        .flatMap(lot => lasting(lot.item, [lot], terms).map(each => ({ ...lotShown(each, named), item: lot.item }))),
      leases: held.map(({ lease, tabletCode }) => ({ ...leaseShown(lease, shown), tabletCode })),
      coming: transfers
        .filter(({ takenInAt }) => takenInAt === undefined)
        .map(({ transferId, fromPlace, item, lot, quantity, sentAt }) => ({
          ...{ transferId, fromPlace: StorePlace.parse(fromPlace), item, quantity, sentAt },
          lot: named(lot),
        })),
      usedUp: usedUpIn(lots),
      tablets: tablets
        .filter(({ state }) => state === 'ACTIVE')
        .map(({ deviceId, code }) => ({ deviceId, code }))
        .toSorted((one, other) => one.code.localeCompare(other.code)),
      today,
      approval: catalogueOn(today)?.approval ?? 'UNAPPROVED',
    })
  })
