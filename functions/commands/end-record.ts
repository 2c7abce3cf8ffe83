/** How a sealed record ends, kept before it is answered: received, refused for its author, or set aside. */
import type { Log } from '../platform/log.ts'
import type { HandedOnRecord } from './hand-on-record.ts'
import { isLetGo, type RecordAnswer } from './parcel-contract.ts'
import type { Ending, ParcelStore } from './parcel-store.ts'
import type { PartsGateway } from './parts-gateway.ts'
import type { Parcelled, RecordOutcome } from './record-outcome.ts'

export interface EndRecordParts {
  readonly parcels: ParcelStore
  readonly parts: Pick<PartsGateway, 'letGo'>
  readonly restoreEpoch: number
  readonly log: Log
}

type Known = ReadonlyMap<string, RecordOutcome>

/** What is to be kept of a record that was handed on; undefined where nothing is known of it yet. */
export function endingOf(
  { recordId, deviceId, sealedHash, carriedBy }: Parcelled,
  end: HandedOnRecord,
  at: string,
  restoreEpoch: number,
): Ending | undefined {
  if (end.is === 'later') return undefined
  const outcome = { recordId, deviceId, sealedHash, carriedBy, at, restoreEpoch, ...end }
  if (end.is !== 'refused' || end.authorId === undefined) return { outcome }
  return isLetGo(end.word) ? { outcome, isLetGo: true } : { outcome, keptFor: end.authorId }
}

export const recordEnds = ({ parcels, parts, restoreEpoch, log }: EndRecordParts) => {
  const received = (recordId: string, receivedAt: string): RecordAnswer => ({
    recordId,
    is: 'received',
    receipt: { id: recordId, receivedAt, restoreEpoch },
  })

  /** Nothing is answered but what is kept: where that fails the record is to be sent again. */
  const onceKept = (recordId: string, keeping: Promise<RecordAnswer>): Promise<RecordAnswer> =>
    keeping.catch(error => {
      log.fault('outcome-not-kept', error, { recordId })
      return { recordId, is: 'later' }
    })

  async function end(record: Parcelled, handedOn: HandedOnRecord, at: string): Promise<RecordAnswer> {
    const { recordId } = record
    const ending = endingOf(record, handedOn, at, restoreEpoch)
    if (ending === undefined || handedOn.is === 'later') return { recordId, is: 'later' }
    // Of what could not be opened nothing is kept: whoever sent it could have made it up.
    if (handedOn.authorId !== undefined) {
      if (ending.isLetGo && record.cameInParts) await parts.letGo(record)
      await parcels.end(record, ending)
    }
    if (handedOn.is === 'received' && record.cameInParts)
      // It is stored, and its parts go by themselves within days.
      await parts.letGo(record).catch(error => log.fault('parts-not-let-go', error, { recordId }))
    return handedOn.is === 'received' ? received(recordId, at) : { recordId, is: 'refused', word: handedOn.word }
  }

  async function setAside(record: Parcelled, known: Known, at: string, place: number): Promise<RecordAnswer> {
    const { recordId, deviceId, sealedHash, carriedBy } = record
    const outcome = { recordId, deviceId, sealedHash, carriedBy, at, restoreEpoch, is: 'quarantined' } as const
    const stands = await parcels.quarantine(record, outcome, place)
    if (stands === 'set-aside') return { recordId, is: 'quarantined' }
    if (stands.sealedHash !== sealedHash) return { recordId, is: 'refused', word: 'identifier-reused' }
    const word = known.get(recordId)?.word
    if (stands.state === 'REFUSED' && word !== undefined) return { recordId, is: 'refused', word }
    // Delivered since this request began: sent again it is received.
    return { recordId, is: stands.state === 'DELIVERED' ? 'later' : 'quarantined' }
  }

  return {
    /**
     * The answer to a record whose end is known under this restore epoch: nothing is to be done. It was received or
     * refused to the letter; or its author mended it since, and that was received. A record named by its parts alone
     * has been mended since also where the last that was refused of it came from another tablet. What a revoked tablet
     * sends whole is set aside though it was refused before.
     */
    async answeredBefore(
      { recordId, deviceId, sealedHash }: Pick<Parcelled, 'recordId' | 'deviceId' | 'sealedHash'>,
      { isNamedAlone, isRevoked }: { readonly isNamedAlone: boolean; readonly isRevoked: boolean },
      known: Known,
    ): Promise<RecordAnswer | undefined> {
      const before = known.get(recordId)
      if (before === undefined || before.restoreEpoch !== restoreEpoch) return undefined
      const isSame = before.sealedHash === sealedHash
      if (before.is === 'refused' && isSame && before.word !== undefined) {
        const isToBeSetAside = isRevoked && !isNamedAlone && !isLetGo(before.word)
        return isToBeSetAside ? undefined : { recordId, is: 'refused', word: before.word }
      }
      if (before.is !== 'received' || before.authorId === undefined) return undefined
      if (isSame) return received(recordId, before.at)
      const last = await parcels.lastRefused(before.authorId, recordId)
      const isMended =
        last?.sealedHash === sealedHash || (isNamedAlone && last !== undefined && last.deviceId !== deviceId)
      return isMended ? received(recordId, before.at) : undefined
    },

    end: (record: Parcelled, handedOn: HandedOnRecord, at: string) =>
      onceKept(record.recordId, end(record, handedOn, at)),

    setAside: (record: Parcelled, known: Known, at: string, place: number) =>
      onceKept(record.recordId, setAside(record, known, at, place)),
  }
}
