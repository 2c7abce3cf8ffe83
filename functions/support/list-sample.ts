import { maseruDate } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { covers } from '../platform/permissions.ts'
import { notFound, ok } from '../platform/reply.ts'
import { anywhere } from '../registration/person-access.ts'
import { receiptRoutes } from './receipt-contract.ts'
import { receiptNumber } from './receipts.ts'
import type { VerifyParts } from './verify-receipt.ts'

/** Those that wait, and those that were verified in the last four weeks: the latest first. */
export const listSample = ({ support, returned }: Pick<VerifyParts, 'support' | 'returned'>) =>
  endpoint(receiptRoutes.listSample, async ({ params: { post }, scope, caller, receivedAt }) => {
    if (!covers(scope, post)) return notFound()
    const since = new Date(receivedAt.getTime() - 28 * 86_400_000).toISOString()
    const today = maseruDate(receivedAt)
    const drawn = (await support.sampleAt(post)).filter(
      ({ found, verifiedAt = '' }) => found === undefined || verifiedAt >= since,
    )
    const shown = await returned.shown(
      drawn.map(({ returnEventId }) => returnEventId),
      anywhere(caller),
    )
    const sample = drawn
      .filter(({ returnEventId }) => shown.has(returnEventId))
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
