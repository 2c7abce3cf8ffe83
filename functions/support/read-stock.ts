import { maseruDate } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { notFound, ok } from '../platform/reply.ts'
import { supportRoutes } from './contract.ts'
import { catalogueOn } from './items.ts'
import type { SupportStore } from './support-store.ts'

/** What the desk still holds. Counts of things, not of people: nothing to record. */
export const readStock = (support: SupportStore) =>
  endpoint(supportRoutes.readStock, async ({ params: { post }, scope, receivedAt }) => {
    const levels = await support.levels(post, scope)
    if (!levels) return notFound()
    return ok({
      levels: levels.map(({ item, left, drawn, received }) => ({ item, left, drawn, received })),
      approval: catalogueOn(maseruDate(receivedAt))?.approval ?? 'UNAPPROVED',
    })
  })
