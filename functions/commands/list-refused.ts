import { endpoint } from '../platform/endpoint.ts'
import { ok } from '../platform/reply.ts'
import { parcelRoutes } from './parcel-contract.ts'
import type { ParcelStore } from './parcel-store.ts'

/** The caller's own refused records, whichever device they were kept on: ids and words, nothing of what is in them. */
export const listRefused = (parcels: ParcelStore) =>
  endpoint(parcelRoutes.listRefused, async ({ caller, receivedAt }) => {
    const records = await parcels.refusedFor(caller.officerId, receivedAt)
    return ok({
      records: records.map(({ recordId, deviceId, word, refusedAt }) => ({ recordId, deviceId, word, refusedAt })),
    })
  })
