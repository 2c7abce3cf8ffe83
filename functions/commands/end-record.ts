/** How a sealed record ends, kept before it is answered: received, refused for its author, or set aside. */
import type { Log } from '../platform/log.ts'
import type { HandedOnRecord } from './hand-on-record.ts'
import type { RecordAnswer } from './parcel-contract.ts'
import type { Ending, ParcelStore } from './parcel-store.ts'
import type { Parcelled, RecordOutcome } from './record-outcome.ts'

export interface EndRecordParts {
  readonly parcels: ParcelStore
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
  return end.is === 'refused' && end.authorId !== undefined ? { outcome, keptFor: end.authorId } : { outcome }
}

export const recordEnds = ({ parcels, restoreEpoch, log }: EndRecordParts) => {
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
    if (handedOn.authorId !== undefined) await parcels.end(record, ending)
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
    /** The answer to a record that was received to the letter, under this restore epoch: nothing is to be done. */
    receivedBefore(
      { recordId, sealedHash }: Pick<Parcelled, 'recordId' | 'sealedHash'>,
      known: Known,
    ): RecordAnswer | undefined {
      const before = known.get(recordId)
      const isSame = before?.sealedHash === sealedHash && before.restoreEpoch === restoreEpoch
      return isSame && before.is === 'received' ? received(recordId, before.at) : undefined
    },

    end: (record: Parcelled, handedOn: HandedOnRecord, at: string) =>
      onceKept(record.recordId, end(record, handedOn, at)),

    setAside: (record: Parcelled, known: Known, at: string, place: number) =>
      onceKept(record.recordId, setAside(record, known, at, place)),
  }
}
