import { createHash } from 'node:crypto'
import { fromBase64 } from '../platform/base64.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { KeyPair } from '../platform/key-pair.ts'
import { ok, refused } from '../platform/reply.ts'
import { recordEnds } from './end-record.ts'
import { handOnRecord } from './hand-on-record.ts'
import { parcelOpener } from './open-parcel.ts'
import { parcelRoutes, type RecordAnswer, type SendParcel } from './parcel-contract.ts'
import type { ParcelStore, Pass } from './parcel-store.ts'
import { commandPlayer, type PlayParts } from './play-command.ts'
import type { Parcelled } from './record-outcome.ts'

export interface ParcelParts extends PlayParts {
  readonly parcels: ParcelStore
  readonly deliveryKey: Pick<KeyPair, 'unwrap'>
  readonly restoreEpoch: number
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url')

const parcelled = ({ deviceId, keys, records }: SendParcel, carriedBy: string): Parcelled[] =>
  records.map(({ recordId, keyId, dependsOn, sealed: base64 }) => {
    const sealed = fromBase64(base64)
    // A key that is missing opens nothing, as one of another pair does.
    const wrappedKey = keys[keyId] ?? ''
    return { recordId, deviceId, dependsOn, wrappedKey, sealed, sealedHash: hashOf(sealed), carriedBy }
  })

/** Each author's latest pass on the device, read once in a request. */
export function passFinder(parcels: ParcelStore, deviceId: string): (authorId: string) => Promise<Pass | undefined> {
  const asked = new Map<string, Promise<Pass | undefined>>()
  return authorId => {
    const known = asked.get(authorId) ?? parcels.findPass(deviceId, authorId)
    asked.set(authorId, known)
    return known
  }
}

/**
 * Hands on each record in the order sent, in its author's name. Its carrier learns what became of it and no more.
 * Refuses `device-unknown`; per record as `handOnRecord` does. A record that waits for one that is not stored is `later`
 * and holds up no other; of a revoked device everything is set aside. What was received before is answered again
 * without being handed on again.
 */
export const sendParcel = (parts: ParcelParts) => {
  const { parcels, deliveryKey, restoreEpoch, log } = parts
  const ends = recordEnds(parts)

  return endpoint(parcelRoutes.sendParcel, async ({ body, caller, receivedAt }) => {
    const device = await parcels.findDevice(body.deviceId)
    if (!device) return refused('device-unknown')
    const known = await parcels.outcomes(body.records.flatMap(({ recordId, dependsOn }) => [recordId, ...dependsOn]))
    const at = receivedAt.toISOString()
    const handing = {
      open: parcelOpener(deliveryKey, device),
      play: commandPlayer(parts, receivedAt),
      findPass: passFinder(parcels, device.deviceId),
      log,
    }
    const answers = new Map<string, RecordAnswer>()
    /** What was received stays so, but for a restore: then what this very parcel says of it counts. */
    const isStored = (id: string): boolean => {
      const [answer, before] = [answers.get(id), known.get(id)]
      if (answer?.is === 'received') return true
      return before?.is === 'received' && (answer === undefined || before.restoreEpoch === restoreEpoch)
    }

    async function answerTo(record: Parcelled, place: number): Promise<RecordAnswer> {
      const before = ends.receivedBefore(record, known)
      if (before) return before
      if (device?.state === 'REVOKED') return ends.setAside(record, known, at, place)
      if (!record.dependsOn.every(isStored)) return { recordId: record.recordId, is: 'later' }
      return ends.end(record, await handOnRecord(record, handing), at)
    }

    for (const [place, record] of parcelled(body, caller.officerId).entries())
      answers.set(record.recordId, await answerTo(record, place))
    return ok({ answers: [...answers.values()] })
  })
}
