/**
 * A finished command, kept twice on this tablet: sealed to the server, whoever's session may carry it there, and as its
 * author's own copy (docs/adr/0011-devices-passes-parcels.md). It needs neither network nor PIN.
 */

import {
  type ContentKey,
  commandText,
  makeContentKey,
  type RecordedCommand,
  sealRecord,
} from '../../../functions/commands/sealed-record.ts'
import { recordText, signText } from '../../../functions/devices/signed-text.ts'
import { fromBase64, toBase64 } from '../../../functions/platform/base64.ts'
import { newId } from '../api/new-id.ts'
import { deviceTime } from '../api/versions.ts'
import { type DeliveryKey, enrolment } from '../device/this-device.ts'
import { working } from '../device/working.ts'
import { tellChange } from './outbox-news.ts'
import type { RecordKind } from './outbox-row.ts'
import { type Kept, outboxStore } from './outbox-store.ts'
import { type OwnCopy, openOwnCopy, sealOwnCopy } from './own-copy.ts'
import { stateAfter } from './record-states.ts'

interface StartKey extends ContentKey {
  readonly keyId: string
  /** The delivery key it is wrapped to. */
  readonly under: string
}

let startKey: Promise<StartKey> | undefined
let wrappedUnder: string | undefined

/** One for each start of the application, and another when the service's own key changed. */
function contentKey({ keyId: under, publicKey }: DeliveryKey): Promise<StartKey> {
  if (startKey === undefined || wrappedUnder !== under) {
    wrappedUnder = under
    startKey = makeContentKey(publicKey).then(made => ({ ...made, keyId: newId(), under }))
  }
  return startKey
}

/** What was saved in this tab: by record, a digest that outlives the copy and tells nobody what was typed. */
const savedHere = new Map<string, string>()

/** Without the tablet's time stamps: who presses "save" again saves the same. */
async function digestOf(command: string): Promise<string> {
  const said: unknown = JSON.parse(command, (name, value: unknown) => (name === 'deviceTime' ? undefined : value))
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(said)))
  return toBase64(new Uint8Array(digest))
}

/**
 * Of a record that can be changed no more, whether it holds just this. Where that cannot be told (saved in another
 * window, and sent or sealed since), it is not said.
 */
async function holds(recordId: string, command: string): Promise<boolean> {
  const digest = await digestOf(command)
  const here = savedHere.get(recordId)
  if (here !== undefined) return here === digest
  const copy = await openOwnCopy(recordId)
  return copy?.command !== undefined && (await digestOf(copy.command)) === digest
}

/**
 * Before anything of a record is kept: `saved` where the tablet or the server has just this under its id, `other` where
 * they have something else, or may have. Undefined where it can still be kept.
 */
export async function alreadySaved(
  recordId: string,
  recorded: RecordedCommand,
): Promise<'saved' | 'other' | undefined> {
  const row = await outboxStore.findRow(recordId)
  if (row === undefined || stateAfter(row.state, 'mend') !== undefined) return undefined
  return (await holds(recordId, commandText(recorded))) ? 'saved' : 'other'
}

export interface FinishedRecord extends Omit<RecordedCommand, 'body'> {
  /** Made with the form, so that keeping it again is harmless; of a refused record, the same again. */
  readonly recordId: string
  readonly kind: RecordKind
  readonly body: object
  /** Records of this tablet that must be stored first. */
  readonly dependsOn: readonly string[]
  /** What its author may read of it here. Ignored for a `record`, which nobody reads here again. */
  readonly copy: OwnCopy
}

/**
 * Keeps what the officer who works here finished, and wakes the sender. Only after `kept` may anybody be told that it is
 * saved. `not-changeable`: under this id something waits, is on its way or received. Faults where `keepsRecords()` is
 * false.
 */
export async function keepRecord(record: FinishedRecord): Promise<Kept> {
  const device = enrolment()
  const author = working.peek()
  if (device === undefined || author === undefined) throw new Error('nobody works at an enrolled tablet')
  const { recordId, kind, method, path, body, dependsOn, copy } = record
  const { deviceId } = device
  const { officerId: authorId } = author
  const command = commandText({ method, path, body: { ...body } })
  const capturedAt = deviceTime()
  const [{ key, keyId, wrappedKey }, signature, own, digest] = await Promise.all([
    contentKey(device.deliveryKey),
    signText(device.signingKey, recordText({ deviceId, recordId, authorId, capturedAt, command })),
    kind === 'record' ? undefined : sealOwnCopy(authorId, recordId, { ...copy, command }),
    digestOf(command),
  ])
  const sealed = await sealRecord(key, { deviceId, recordId }, { command, authorId, capturedAt, signature })
  const kept = await outboxStore.keep({
    ...{ recordId, deviceId, authorId, kind, savedAt: capturedAt, dependsOn, sealed, keyId },
    wrappedKey: fromBase64(wrappedKey),
    copy: own,
    withoutPin: author.by === 'choice',
  })
  if (kept === 'kept') {
    savedHere.set(recordId, digest)
    void tellChange('kept')
  }
  return kept
}
