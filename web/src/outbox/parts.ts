/**
 * A large record goes ahead of its parcel in parts (docs/adr/0013-attachments.md). What the server acknowledged is on
 * the disk before the next part leaves: after a cut, one part at most goes a second time.
 */
import type * as z from 'zod/mini'
import { mostPartBytes, type PartedRecord, parcelRoutes } from '../../../functions/commands/parcel-contract.ts'
import { toBase64 } from '../../../functions/platform/base64.ts'
import { addressOf } from '../api/client.ts'
import { outboxStore, type TakenRecord } from './outbox-store.ts'

const { sendPart } = parcelRoutes

/** Puts a body to a path; `stored` is the server's own yes. Undefined: nothing is known. */
export type Put = (path: string, body: string) => Promise<'stored' | 'not-let-in' | undefined>

async function sealedHashOf(sealed: Uint8Array<ArrayBuffer>): Promise<string> {
  const base64 = toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', sealed)))
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace('=', '')
}

/** A record by its bytes alone, none of which goes along. */
export async function namedAlone({ row, sealed }: Pick<TakenRecord, 'row' | 'sealed'>): Promise<PartedRecord> {
  const { recordId, keyId } = row
  const parts = { count: Math.ceil(sealed.length / mostPartBytes), sealedHash: await sealedHashOf(sealed) }
  // what it depends on was received, or set aside whole: the server asks for those of this very parcel
  return { recordId, keyId, dependsOn: [], parts }
}

/** Sends what was not acknowledged yet, in order; then how the parcel names the record. */
export async function sendAhead(
  { row, sealed }: Pick<TakenRecord, 'row' | 'sealed'>,
  put: Put,
): Promise<PartedRecord | 'not-let-in' | undefined> {
  const { recordId, deviceId } = row
  const named = await namedAlone({ row, sealed })
  const { count, sealedHash } = named.parts
  for (let number = row.partsSent + 1; number <= count; number += 1) {
    const content = toBase64(sealed.subarray((number - 1) * mostPartBytes, number * mostPartBytes))
    const body = { deviceId, sealedHash, content } satisfies z.input<typeof sendPart.body>
    const path = addressOf(sendPart, { params: { recordId, number: String(number) } })
    const answer = await put(path, JSON.stringify(body))
    if (answer !== 'stored') return answer
    await outboxStore.notePart(recordId, number)
  }
  return named
}
