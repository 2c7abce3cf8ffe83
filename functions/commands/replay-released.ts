/** What a supervisor released goes the way of every other record. The clock starts this, so that none is forgotten. */
import type { Quarantined } from '../devices/quarantine-record.ts'
import { endingOf } from './end-record.ts'
import { handOnRecord } from './hand-on-record.ts'
import { parcelOpener } from './open-parcel.ts'
import { beginsWithinMilliseconds, commandPlayer } from './play-command.ts'
import type { Parcelled } from './record-outcome.ts'
import { type ParcelParts, passFinder } from './send-parcel.ts'

const asParcelled = ({ sealed, ...record }: Quarantined): Parcelled => ({ ...record, sealed: Uint8Array.from(sealed) })

/**
 * Hands on every released record in the order they came, for as long as one run has time; the next run takes up the
 * rest. A record waits for those it depends on until they are stored or rejected. One that breaks holds up no other.
 */
export const replayReleased = (parts: ParcelParts) => async (): Promise<{ handedOn: number; left: number }> => {
  const { parcels, parts: parcelParts, deliveryKey, restoreEpoch, clock, log } = parts
  const startedAt = clock.now()
  const play = commandPlayer(parts, startedAt)

  /** Rejected: nobody will ever store it, and the record's own route says what that means for it. */
  async function isSettled(deviceId: string, recordId: string): Promise<boolean> {
    const outcome = (await parcels.outcomes([recordId])).get(recordId)
    if (outcome?.is !== 'quarantined') return outcome?.is === 'received'
    return (await parcels.findQuarantined(deviceId, recordId))?.state === 'REJECTED'
  }

  async function handOn(quarantined: Quarantined): Promise<boolean> {
    const { deviceId, dependsOn } = quarantined
    const settled = await Promise.all(dependsOn.map(id => isSettled(deviceId, id)))
    const device = settled.every(Boolean) ? await parcels.findDevice(deviceId) : undefined
    if (device === undefined) return false
    const record = asParcelled(quarantined)
    const [open, findPass] = [parcelOpener(deliveryKey, device), passFinder(parcels, deviceId)]
    const end = await handOnRecord(record, { open, play, findPass, log })
    const ending = endingOf(record, end, clock.now().toISOString(), restoreEpoch)
    if (ending?.isLetGo) await parcelParts.letGo(record)
    if (ending !== undefined) await parcels.endReleased(record, ending)
    return ending !== undefined
  }

  let [handedOn, left] = [0, 0]
  for await (const record of parcels.released()) {
    if (clock.now().getTime() - startedAt.getTime() >= beginsWithinMilliseconds) {
      log.warn('released-not-all-handed-on', { handedOn })
      break
    }
    const isOver = await handOn(record).catch(error => {
      log.fault('released-record-failed', error, { recordId: record.recordId })
      return false
    })
    if (isOver) handedOn += 1
    else left += 1
  }
  return { handedOn, left }
}
