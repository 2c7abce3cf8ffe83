/** The zone's key pair in AWS KMS. The private half never leaves it; only this function's role may use it. */
import { DecryptCommand, GetPublicKeyCommand, InvalidCiphertextException, type KMSClient } from '@aws-sdk/client-kms'
import type { UnwrapKey } from '../screening/envelope.ts'

export interface PublicHalf {
  readonly keyId: string
  /** SubjectPublicKeyInfo, DER. */
  readonly spkiBytes: Uint8Array
}

export interface ProtectionKey {
  /** The same at every call: KMS does not change the material of an asymmetric key. */
  publicHalf(): Promise<PublicHalf>
  /** Undefined where the content key was not wrapped for this key; throws where KMS is away. */
  readonly unwrap: UnwrapKey
}

export function protectionKey(kms: KMSClient, keyId: string): ProtectionKey {
  let asked: Promise<PublicHalf> | undefined

  async function ask(): Promise<PublicHalf> {
    const { PublicKey: spkiBytes } = await kms.send(new GetPublicKeyCommand({ KeyId: keyId }))
    if (spkiBytes === undefined) throw new Error('the key service named no public key')
    return { keyId, spkiBytes }
  }

  return {
    publicHalf() {
      asked ??= ask().catch(error => {
        asked = undefined
        throw error
      })
      return asked
    },
    async unwrap(wrappedKey) {
      try {
        const { Plaintext } = await kms.send(
          new DecryptCommand({ KeyId: keyId, CiphertextBlob: wrappedKey, EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' }),
        )
        return Plaintext
      } catch (error) {
        if (error instanceof InvalidCiphertextException) return undefined
        throw error
      }
    },
  }
}
