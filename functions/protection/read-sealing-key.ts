import { endpoint } from '../platform/endpoint.ts'
import type { KeyPair } from '../platform/key-pair.ts'
import { ok } from '../platform/reply.ts'
import { protectionRoutes } from './contract.ts'

/** The public half of the zone's key, and how many interviewers are on duty: "now" is never promised beyond them. */
export const readSealingKey = (key: KeyPair, interviewersOnDuty: number) =>
  endpoint(protectionRoutes.readSealingKey, async () => {
    const { keyId, spkiBytes } = await key.publicHalf()
    const publicKey = Buffer.from(spkiBytes).toString('base64')
    return ok({ keyId, algorithm: 'RSA-OAEP-256' as const, publicKey, interviewersOnDuty })
  })
