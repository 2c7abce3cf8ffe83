/** Opens sealed records of one device, and knows who wrote them: what is not proved is not believed. */
import { isSignedBy, readDeviceKey, recordText } from '../devices/signed-text.ts'
import { fromBase64 } from '../platform/base64.ts'
import type { KeyPair } from '../platform/key-pair.ts'
import type { RefusalWord } from '../platform/refusals.ts'
import type { WebKey } from '../platform/web-key.ts'
import type { Device } from './parcel-store.ts'
import type { Parcelled } from './record-outcome.ts'
import { openedContentKey, openRecord, type SealedContent } from './sealed-record.ts'

export type Opened = SealedContent | { readonly refusal: Extract<RefusalWord, 'record-unreadable'> }

/** Opens one record after the other, and asks the key service once for each wrapped key. */
export type OpenRecord = (record: Pick<Parcelled, 'recordId' | 'wrappedKey' | 'sealed'>) => Promise<Opened>

const unreadable = { refusal: 'record-unreadable' } as const

/**
 * Refuses `record-unreadable` where the record was changed, sealed to another key, or not signed by this device. Throws
 * where the key service is away: then nothing is known of the record.
 */
export function parcelOpener(deliveryKey: Pick<KeyPair, 'unwrap'>, { deviceId, publicKey }: Device): OpenRecord {
  const asked = new Map<string, Promise<WebKey | undefined>>()
  const verifying = readDeviceKey(publicKey)

  async function unwrap(wrappedKey: string): Promise<WebKey | undefined> {
    const bytes = await deliveryKey.unwrap(fromBase64(wrappedKey))
    return bytes && openedContentKey(bytes)
  }
  function contentKey(wrappedKey: string): Promise<WebKey | undefined> {
    const known = asked.get(wrappedKey) ?? unwrap(wrappedKey)
    asked.set(wrappedKey, known)
    return known
  }

  return async ({ recordId, wrappedKey, sealed }) => {
    const key = await contentKey(wrappedKey)
    const content = key && (await openRecord(key, { deviceId, recordId }, sealed))
    const deviceKey = await verifying
    if (!content || !deviceKey) return unreadable
    const { authorId, capturedAt, command, signature } = content
    const text = recordText({ deviceId, recordId, authorId, capturedAt, command })
    return (await isSignedBy(deviceKey, text, signature)) ? content : unreadable
  }
}
