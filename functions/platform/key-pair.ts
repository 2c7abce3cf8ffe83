/** A key pair in AWS KMS. The private half never leaves it, and only one role may use it. */
import { DecryptCommand, GetPublicKeyCommand, InvalidCiphertextException, type KMSClient } from '@aws-sdk/client-kms'

export interface PublicHalf {
  readonly keyId: string
  /** SubjectPublicKeyInfo, DER. */
  readonly spkiBytes: Uint8Array
}

export interface KeyPair {
  /** The same at every call: KMS does not change the material of an asymmetric key. */
  publicHalf(): Promise<PublicHalf>
  /** Undefined where the content key was not wrapped for this key; throws where KMS is away. */
  unwrap(wrappedKey: Uint8Array): Promise<Uint8Array | undefined>
}

export function keyPair(kms: KMSClient, keyId: string): KeyPair {
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
