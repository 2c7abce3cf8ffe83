/** The public half of the delivery key, as tablets are given it. */
import { toBase64 } from '../platform/base64.ts'
import type { KeyPair } from '../platform/key-pair.ts'
import type { DeliveryKey } from './contract.ts'

export async function handedOut(key: Pick<KeyPair, 'publicHalf'>): Promise<DeliveryKey> {
  const { keyId, spkiBytes } = await key.publicHalf()
  return { keyId, publicKey: toBase64(spkiBytes) }
}
