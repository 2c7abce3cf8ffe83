/** Carries a parcel to the server (`POST /v1/parcels`), under the token of whoever is signed in. */
import type * as z from 'zod/mini'
import { parcelRoutes } from '../../../functions/commands/parcel-contract.ts'
import { toBase64 } from '../../../functions/platform/base64.ts'
import { markWithdrawn } from '../device/this-device.ts'
import { tokenForSending, tokenIsOver } from '../sign-in/session.ts'
import { endAllPasses } from '../vault/vault.ts'
import type { AskAbout } from './ask-refused.ts'
import { gzipped } from './gzipped.ts'
import { isLarge } from './outbox-row.ts'
import type { TakenRecord } from './outbox-store.ts'
import type { RecordAnswer } from './parcel.ts'
import { namedAlone, type Put, sendAhead } from './parts.ts'
import type { Deliver } from './sender.ts'

const { sendParcel, sendPart } = parcelRoutes
/** Longer than the route may take; a network that is gone says nothing for minutes. */
const answersWithin = 45_000

const keysOf = (parcel: readonly TakenRecord[]) =>
  Object.fromEntries(parcel.map(({ row, wrappedKey }) => [row.keyId, toBase64(wrappedKey)]))

const wholeRecords = (parcel: readonly TakenRecord[]) =>
  parcel.map(({ row: { recordId, keyId, dependsOn }, sealed }) => ({
    ...{ recordId, keyId },
    // what is not in this parcel was received, or set aside whole: the server asks for those of this very parcel
    dependsOn: dependsOn.filter(id => parcel.some(({ row }) => row.recordId === id)),
    sealed: toBase64(sealed),
  }))

/** A device that was revoked is told so by what becomes of its own records: its shares end now. */
async function obeyWithdrawal(deviceId: string, answers: readonly { readonly is: string }[]): Promise<void> {
  if (!answers.some(({ is }) => is === 'quarantined')) return
  await markWithdrawn(deviceId)
  await endAllPasses()
}

/** Undefined where no answer came: cut off, timed out or broken. */
async function send(method: string, path: string, body: string): Promise<Response | 'not-let-in' | undefined> {
  const token = await tokenForSending()
  if (token === undefined) return 'not-let-in'
  const response = await fetch(path, {
    method,
    cache: 'no-store',
    signal: AbortSignal.timeout(answersWithin),
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    },
    body: await gzipped(body),
  })
  if (response.status === 401) tokenIsOver()
  if (response.status === 401 || response.status === 403) return 'not-let-in'
  return response.ok ? response : undefined
}

const put: Put = async (path, body) => {
  const answer = await send(sendPart.method, path, body)
  return answer instanceof Response ? 'stored' : answer
}

/** Undefined where no answer came; what this version cannot read throws. */
async function carry(
  deviceId: string,
  keys: z.input<typeof sendParcel.body>['keys'],
  records: z.input<typeof sendParcel.body>['records'],
): Promise<ReadonlyMap<string, RecordAnswer> | 'not-let-in' | undefined> {
  const body = { deviceId, keys, records } satisfies z.input<typeof sendParcel.body>
  const response = await send(sendParcel.method, sendParcel.path, JSON.stringify(body))
  if (!(response instanceof Response)) return response
  const { answers } = sendParcel.response.parse(await response.json())
  await obeyWithdrawal(deviceId, answers)
  return new Map<string, RecordAnswer>(answers.map(({ recordId, ...answer }) => [recordId, answer]))
}

/** A record that the server refused is named without its content: it says what it knows, and hands nothing on. */
export const askServer: AskAbout = async refused => {
  const deviceId = refused[0]?.row.deviceId
  if (deviceId === undefined) return undefined
  try {
    const answers = await carry(deviceId, {}, await Promise.all(refused.map(namedAlone)))
    return answers === 'not-let-in' ? undefined : answers
  } catch {
    return undefined
  }
}

export const deliver: Deliver = async parcel => {
  const [first] = parcel
  if (first === undefined) return new Map()
  const { deviceId, kind } = first.row
  try {
    // a large record goes alone: `nextParcel`
    const records = isLarge(kind) ? await sendAhead(first, put) : wholeRecords(parcel)
    if (records === undefined || records === 'not-let-in') return records
    return await carry(deviceId, keysOf(parcel), [records].flat())
  } catch {
    return undefined // cut off, timed out, or an answer this version cannot read: nothing is known to be stored
  }
}
