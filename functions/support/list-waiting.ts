import { maseruDate } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { notFound, ok } from '../platform/reply.ts'
import { anywhere } from '../registration/person-access.ts'
import { givingRoutes } from './giving-contract.ts'
import { ranked } from './ranking.ts'
import type { ReturnedStore } from './returned-store.ts'
import type { WaitingStore } from './waiting-store.ts'

interface Waits {
  readonly waiting: WaitingStore
  readonly returned: ReturnedStore
}

/** By post, item and day: whoever asks twice on one day is told the same, and anybody can draw it again. */
export const listWaiting = ({ waiting, returned }: Waits) =>
  endpoint(givingRoutes.listWaiting, async ({ params: { post, item }, scope, caller, receivedAt }) => {
    const all = await waiting.find(post, item, scope, receivedAt)
    if (all === undefined) return notFound()
    const shown = await returned.shown(
      all.map(({ returnEventId }) => returnEventId),
      anywhere(caller),
    )
    const found = all.filter(({ returnEventId }) => shown.has(returnEventId))
    const seed = `${post} ${item} ${maseruDate(receivedAt)}`
    return ok(
      {
        seed,
        waiting: ranked(found, seed).map(({ arrivedAt: _, ...one }) => one),
      },
      found.map(({ returnEventId }) => returnEventId),
    )
  })
