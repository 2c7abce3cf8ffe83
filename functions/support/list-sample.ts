import { maseruDate } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { covers } from '../platform/permissions.ts'
import { notFound, ok } from '../platform/reply.ts'
import { receiptRoutes } from './receipt-contract.ts'
import { receiptNumber } from './receipts.ts'
import type { SupportStore } from './support-store.ts'

/** Those that wait, and those that were verified in the last four weeks: the latest first. */
export const listSample = (support: SupportStore) =>
  endpoint(receiptRoutes.listSample, async ({ params: { post }, scope, receivedAt }) => {
    if (!covers(scope, post)) return notFound()
    const since = new Date(receivedAt.getTime() - 28 * 86_400_000).toISOString()
    const today = maseruDate(receivedAt)
    const sample = (await support.sampleAt(post))
      .filter(({ found, verifiedAt = '' }) => found === undefined || verifiedAt >= since)
      .toSorted((one, other) => other.issuedAt.localeCompare(one.issuedAt))
    return ok(
      {
        sample: sample.map(({ receiptId, displayNumber, returnEventId, issuedAt, seed, found }) => ({
          ...{
            receiptId,
            receiptNumber: receiptNumber(displayNumber, receiptId),
            returnEventId,
            issuedAt,
            // who knew it today could still choose ids that are not drawn
            seed: maseruDate(new Date(issuedAt)) < today ? seed : undefined,
            found,
          },
        })),
      },
      sample.map(({ returnEventId }) => returnEventId),
    )
  })
