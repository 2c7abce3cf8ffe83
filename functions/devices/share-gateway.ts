/** The share key in AWS KMS: an HMAC key that never leaves it. Nothing secret is stored on our side. */
import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms'
import { type ShareOf, shareText } from './pass.ts'

/** 32 bytes: the server's half of what opens an officer's vault on a device. */
export type MakeShare = (of: ShareOf) => Promise<Uint8Array>

export const shareGateway =
  (kms: KMSClient, keyId: string): MakeShare =>
  async of => {
    const message = new TextEncoder().encode(shareText(of))
    const { Mac } = await kms.send(
      new GenerateMacCommand({ KeyId: keyId, Message: message, MacAlgorithm: 'HMAC_SHA_256' }),
    )
    if (Mac === undefined) throw new Error('the key service made no share')
    return Mac
  }
