import { endpoint } from '../platform/endpoint.ts'
import { covers } from '../platform/permissions.ts'
import { notFound, ok } from '../platform/reply.ts'
import { suppliesRoutes } from './contract.ts'
import { lotNamesFor } from './payer-mask.ts'
import type { SuppliesStore } from './supplies-store.ts'

/** What waits for a supervisor, the oldest first. No name, and no number of a slip: what was given, when, and by whom. */
export const listDisputes = (supplies: SuppliesStore) =>
  endpoint(suppliesRoutes.listDisputes, async ({ params: { place }, scope, caller }) => {
    if (!covers(scope, place)) return notFound()
    const named = lotNamesFor(caller)
    const all = await supplies.disputesAt(place)
    const open = all.filter(({ state }) => state === 'OPEN')
    return ok(
      {
        disputes: open
          .toSorted((one, other) => one.issuedAt.localeCompare(other.issuedAt))
          .map(({ returnEventId, requestId, item, quantity, lots, cause, officerId, issuedAt }) => ({
            ...{ returnEventId, requestId, item, quantity, cause, officerId, issuedAt },
            lots: lots.flatMap(({ lot }) => named(lot) ?? []),
          })),
      },
      [`DISPUTES#${place}`],
    )
  })
