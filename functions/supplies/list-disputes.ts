import { endpoint } from '../platform/endpoint.ts'
import { covers } from '../platform/permissions.ts'
import { notFound, ok } from '../platform/reply.ts'
import { anywhere } from '../registration/person-access.ts'
import type { ReturnedStore } from '../support/returned-store.ts'
import { suppliesRoutes } from './contract.ts'
import { lotNamesFor } from './payer-mask.ts'
import type { SuppliesStore } from './supplies-store.ts'

interface Disputes {
  readonly supplies: SuppliesStore
  readonly returned: Pick<ReturnedStore, 'hidden'>
}

/** What waits for a supervisor, the oldest first. No name, and no number of a slip: what was given, when, and by whom. */
export const listDisputes = ({ supplies, returned }: Disputes) =>
  endpoint(suppliesRoutes.listDisputes, async ({ params: { place }, scope, caller }) => {
    if (!covers(scope, place)) return notFound()
    const named = lotNamesFor(caller)
    const all = await supplies.disputesAt(place)
    const waiting = all.filter(({ state }) => state === 'OPEN')
    const hidden = await returned.hidden(
      waiting.map(({ returnEventId }) => returnEventId),
      anywhere(caller),
    )
    const open = waiting.filter(({ returnEventId }) => !hidden.has(returnEventId))
    return ok(
      {
        disputes: open
          .toSorted((one, other) => one.issuedAt.localeCompare(other.issuedAt))
          .map(({ returnEventId, requestId, item, quantity, lots, cause, officerId, issuedAt }) => ({
            ...{ returnEventId, requestId, item, quantity, cause, officerId, issuedAt },
            lots: lots.flatMap(({ lot }) => named(lot) ?? []),
          })),
      },
      open.map(({ returnEventId }) => returnEventId),
    )
  })
