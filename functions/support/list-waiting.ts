import { maseruDate } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { notFound, ok } from '../platform/reply.ts'
import { givingRoutes } from './giving-contract.ts'
import { ranked } from './ranking.ts'
import type { WaitingStore } from './waiting-store.ts'

/** By post, item and day: whoever asks twice on one day is told the same, and anybody can draw it again. */
export const listWaiting = (waiting: WaitingStore) =>
  endpoint(givingRoutes.listWaiting, async ({ params: { post, item }, scope, receivedAt }) => {
    const found = await waiting.find(post, item, scope, receivedAt)
    if (found === undefined) return notFound()
    const seed = `${post} ${item} ${maseruDate(receivedAt)}`
    return ok(
      {
        seed,
        waiting: ranked(found, seed).map(({ arrivedAt: _, ...one }) => one),
      },
      found.map(({ returnEventId }) => returnEventId),
    )
  })
