import pLimit from 'p-limit'
import { fromBase64 } from '../platform/base64.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { KeyPair } from '../platform/key-pair.ts'
import { ok, refused } from '../platform/reply.ts'
import { recordEnds } from './end-record.ts'
import { handOnRecord } from './hand-on-record.ts'
import { parcelOpener } from './open-parcel.ts'
import { parcelRoutes, type RecordAnswer, type SendParcel } from './parcel-contract.ts'
import type { ParcelStore, Pass } from './parcel-store.ts'
import { type PartsGateway, sealedHashOf } from './parts-gateway.ts'
import { commandPlayer, type PlayParts } from './play-command.ts'
import type { Parcelled } from './record-outcome.ts'

export interface ParcelParts extends PlayParts {
  readonly parcels: ParcelStore
  readonly parts: PartsGateway
  readonly deliveryKey: Pick<KeyPair, 'unwrap'>
  readonly restoreEpoch: number
}

/**
 * So many records are handed on side by side: a record's owner waits for its table most of the time. More would only
 * meet at the same stock.
 */
const atOnce = 4

/** A record as its parcel names it: its bytes, or how many parts of them went ahead. */
type Named = Omit<Parcelled, 'sealed'> & ({ readonly sealed: Parcelled['sealed'] } | { readonly partCount: number })

const namedIn = ({ deviceId, keys, records }: SendParcel, carriedBy: string): Named[] =>
  records.map(record => {
    const { recordId, keyId, dependsOn } = record
    // A key that is missing opens nothing, as one of another pair does.
    const common = { recordId, deviceId, dependsOn, wrappedKey: keys[keyId] ?? '', carriedBy }
    if ('parts' in record) return { ...common, sealedHash: record.parts.sealedHash, partCount: record.parts.count }
    const sealed = fromBase64(record.sealed)
    return { ...common, sealed, sealedHash: sealedHashOf(sealed) }
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

/** Puts a record together from its parts; an answer where that cannot be done now. */
const joiner =
  ({ parts, log }: Pick<ParcelParts, 'parts' | 'log'>) =>
  async (named: Named): Promise<Parcelled | RecordAnswer> => {
    if ('sealed' in named) return named
    const { partCount, ...record } = named
    const { recordId } = record
    try {
      const joined = await parts.join(record, partCount)
      if ('sealed' in joined) return { ...record, sealed: joined.sealed, cameInParts: true }
      return { recordId, is: 'parts-missing', numbers: [...joined.missing] }
    } catch (error) {
      log.fault('parts-not-joined', error, { recordId })
      return { recordId, is: 'later' }
    }
  }

/**
 * Hands on each record in its author's name: begun in the order sent, some side by side, and none before those of the same
 * parcel that it depends on have ended. Its carrier learns what became of it and no more.
 * Refuses `device-unknown`; per record as `handOnRecord` does. A record that waits for one that is not stored is `later`
 * and holds up no other; of a revoked device everything is set aside. What was received or refused
 * before is answered so again without being handed on again, and so is what its author mended elsewhere: a tablet asks
 * about what was refused by naming it without its content. What went ahead in parts is `parts-missing` until all of them
 * are there.
 */
export const sendParcel = (parts: ParcelParts) => {
  const { parcels, deliveryKey, restoreEpoch, log } = parts
  const whole = joiner(parts)
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

    async function answerTo(named: Named, place: number): Promise<RecordAnswer> {
      const { recordId } = named
      const isRevoked = device?.state === 'REVOKED'
      const before = await ends.answeredBefore(named, { isNamedAlone: 'partCount' in named, isRevoked }, known)
      if (before) return before
      if (!isRevoked && !named.dependsOn.every(isStored)) return { recordId, is: 'later' }
      const record = await whole(named)
      if ('is' in record) return record
      if (isRevoked) return ends.setAside(record, known, at, place)
      return ends.end(record, await handOnRecord(record, handing), at)
    }

    const turn = pLimit(atOnce)
    const ending = new Map<string, Promise<void>>()
    for (const [place, named] of namedIn(body, caller.officerId).entries()) {
      const { recordId, dependsOn } = named
      // after itself too: nothing hinders a sender to name one record twice
      const before = [recordId, ...dependsOn].flatMap(id => ending.get(id) ?? [])
      const ended = Promise.all(before).then(() =>
        turn(async () => {
          answers.set(recordId, await answerTo(named, place))
        }),
      )
      ending.set(recordId, ended)
    }
    await Promise.all(ending.values())
    return ok({ answers: [...ending.keys()].flatMap(id => answers.get(id) ?? []) })
  })
}
