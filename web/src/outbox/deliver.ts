/** Carries a parcel to the server (`POST /v1/parcels`), under the token of whoever is signed in. */
import type * as z from 'zod/mini'
import { parcelRoutes } from '../../../functions/commands/parcel-contract.ts'
import { toBase64 } from '../../../functions/platform/base64.ts'
import { markWithdrawn } from '../device/this-device.ts'
import { tokenForSending, tokenIsOver } from '../sign-in/session.ts'
import { endAllPasses } from '../vault/vault.ts'
import type { TakenRecord } from './outbox-store.ts'
import type { RecordAnswer } from './parcel.ts'
import type { Deliver } from './sender.ts'

const { sendParcel } = parcelRoutes
/** Longer than the route may take; a network that is gone says nothing for minutes. */
const answersWithin = 45_000

function bodyOf(deviceId: string, parcel: readonly TakenRecord[]): string {
  const keys = Object.fromEntries(parcel.map(({ row, wrappedKey }) => [row.keyId, toBase64(wrappedKey)]))
  const records = parcel.map(({ row: { recordId, keyId, dependsOn }, sealed }) => ({
    ...{ recordId, keyId },
    // what is not in this parcel was received, or set aside whole: the server asks for those of this very parcel
    dependsOn: dependsOn.filter(id => parcel.some(({ row }) => row.recordId === id)),
    sealed: toBase64(sealed),
  }))
  return JSON.stringify({ deviceId, keys, records } satisfies z.input<typeof sendParcel.body>)
}

const gzipped = (text: string): Promise<ArrayBuffer> =>
  new Response(new Response(text).body?.pipeThrough(new CompressionStream('gzip'))).arrayBuffer()

/** A device that was revoked is told so by what becomes of its own records: its shares end now. */
async function obeyWithdrawal(deviceId: string, answers: readonly { readonly is: string }[]): Promise<void> {
  if (!answers.some(({ is }) => is === 'quarantined')) return
  await markWithdrawn(deviceId)
  await endAllPasses()
}

export const deliver: Deliver = async parcel => {
  const [first] = parcel
  if (first === undefined) return new Map()
  const { deviceId } = first.row
  try {
    const token = await tokenForSending()
    if (token === undefined) return 'not-let-in'
    const response = await fetch(sendParcel.path, {
      method: sendParcel.method,
      cache: 'no-store',
      signal: AbortSignal.timeout(answersWithin),
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      },
      body: await gzipped(bodyOf(deviceId, parcel)),
    })
    if (response.status === 401) tokenIsOver()
    if (response.status === 401 || response.status === 403) return 'not-let-in'
    if (!response.ok) return undefined
    const { answers } = sendParcel.response.parse(await response.json())
    await obeyWithdrawal(deviceId, answers)
    return new Map<string, RecordAnswer>(answers.map(({ recordId, ...answer }) => [recordId, answer]))
  } catch {
    return undefined // cut off, timed out, or an answer this version cannot read: nothing is known to be stored
  }
}
