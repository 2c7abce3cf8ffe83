/** A tablet with a real key pair of its own: what it sends to enrol, to open a pass, and sealed in a parcel. */
import { randomUUID } from 'node:crypto'
import type { PartedRecord, SealedRecord, SendParcel } from '../../functions/commands/parcel-contract.ts'
import {
  type ContentKey,
  commandText,
  makeContentKey,
  type RecordedCommand,
  sealRecord,
} from '../../functions/commands/sealed-record.ts'
import type { EnrolDevice, OpenPass } from '../../functions/devices/contract.ts'
import { passText, recordText, signText } from '../../functions/devices/signed-text.ts'
import { toBase64 } from '../../functions/platform/base64.ts'
import type { PostCode } from '../../functions/platform/places.ts'

const versions = { contract: 1, rules: '2026-11-01' }
const deviceTime = '2026-11-22T09:59:00.000Z'

export interface Captured {
  readonly authorId: string
  readonly command: RecordedCommand
  readonly recordId?: string
  readonly dependsOn?: readonly string[]
  readonly capturedAt?: string
}

/** One start of the application: every record of it is sealed under one key. */
export interface Start extends ContentKey {
  readonly keyId: string
}

export async function aTablet({ post = 'MB', deviceId = randomUUID() }: { post?: PostCode; deviceId?: string } = {}) {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const publicKey = toBase64(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)))

  return {
    deviceId,
    publicKey,
    enrolment: (override: Partial<EnrolDevice> = {}): EnrolDevice => ({
      versions,
      post,
      publicKey,
      deviceTime,
      ...override,
    }),

    async passRequest(officerId: string, passId: string = randomUUID()): Promise<OpenPass & { passId: string }> {
      const signature = await signText(pair.privateKey, passText({ deviceId, passId, officerId, deviceTime }))
      return { passId, versions, deviceTime, signature }
    },

    async start(deliveryKey: string): Promise<Start> {
      return { keyId: randomUUID(), ...(await makeContentKey(deliveryKey)) }
    },

    async seal(start: Start, captured: Captured): Promise<SealedRecord> {
      const { recordId = randomUUID(), dependsOn = [], authorId, capturedAt = deviceTime } = captured
      const command = commandText(captured.command)
      const text = recordText({ deviceId, recordId, authorId, capturedAt, command })
      const content = { command, authorId, capturedAt, signature: await signText(pair.privateKey, text) }
      const sealed = toBase64(await sealRecord(start.key, { deviceId, recordId }, content))
      return { recordId, keyId: start.keyId, dependsOn: [...dependsOn], sealed }
    },

    parcel: (starts: readonly Start[], records: readonly (SealedRecord | PartedRecord)[]): SendParcel => ({
      deviceId,
      keys: Object.fromEntries(starts.map(({ keyId, wrappedKey }) => [keyId, wrappedKey])),
      records: [...records],
    }),
  }
}
export type Tablet = Awaited<ReturnType<typeof aTablet>>

export const putCommand = (path: string, body: object): RecordedCommand => ({
  method: 'PUT',
  path: `/v1/${path}`,
  body: { ...body },
})
