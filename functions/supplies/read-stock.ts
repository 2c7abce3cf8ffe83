import { maseruDate } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { covers } from '../platform/permissions.ts'
import { notFound, ok } from '../platform/reply.ts'
import { catalogueOn } from '../support/items.ts'
import { deskOf } from './accounts.ts'
import { deskStockRoutes } from './desk-contract.ts'
import type { SuppliesStore } from './supplies-store.ts'

/** What the desk still holds. Counts of things, not of people: nothing to record. */
export const readStock = (supplies: SuppliesStore) =>
  endpoint(deskStockRoutes.readStock, async ({ params: { post }, scope, receivedAt }) => {
    if (!covers(scope, post)) return notFound()
    const leases = await supplies.leasesOf(deskOf(post))
    return ok({
      levels: leases.map(({ item, left, drawn, received }) => ({ item, left, drawn, received })),
      approval: catalogueOn(maseruDate(receivedAt))?.approval ?? 'UNAPPROVED',
    })
  })
