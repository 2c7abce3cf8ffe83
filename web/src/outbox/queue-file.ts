/**
 * The whole queue as a file, for a tablet whose network does not come back or whose screen is broken. Everything in it
 * is sealed: making it needs no key and no PIN, and it says nothing but ids and states. Any enrolled device may send it.
 */
import * as z from 'zod/mini'
import { fromBase64, toBase64 } from '../../../functions/platform/base64.ts'
import { OutboxRow } from './outbox-row.ts'
import { outboxStore } from './outbox-store.ts'

const Base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/))

const QueueFile = z.strictObject({
  kind: z.literal('kamohelo-queue'),
  version: z.literal(1),
  records: z
    .array(z.strictObject({ row: OutboxRow, sealed: Base64, copy: z.optional(Base64) }))
    .check(z.maxLength(10_000)),
  keys: z.record(z.string(), Base64),
})

/** All that is not received, with what its authors kept of it for themselves. */
export async function queueFile(): Promise<Blob> {
  const held = await outboxStore.held()
  const keys = Object.fromEntries(held.map(({ row, wrappedKey }) => [row.keyId, toBase64(wrappedKey)]))
  const records = held.map(({ row, sealed, copy }) => ({
    row,
    sealed: toBase64(sealed),
    ...(copy === undefined ? {} : { copy: toBase64(copy) }),
  }))
  const file = { kind: 'kamohelo-queue', version: 1, records, keys } satisfies z.infer<typeof QueueFile>
  return new Blob([JSON.stringify(file)], { type: 'application/json' })
}

/** How many were taken in; what this device has already stays as it is. Undefined for a file that is no queue. */
export async function takeInQueue(text: string): Promise<number | 'storage-full' | undefined> {
  const parsed = QueueFile.safeParse(parseJson(text))
  if (!parsed.success) return undefined
  const { records, keys } = parsed.data
  let taken = 0
  // in the order they were captured in, so that none stands before what it depends on
  for (const { row, sealed, copy } of [...records].sort((one, other) => one.row.sequence - other.row.sequence)) {
    const wrappedKey = keys[row.keyId]
    if (wrappedKey === undefined || (await outboxStore.findRow(row.recordId)) !== undefined) continue
    const kept = await outboxStore.keep({
      ...row,
      sealed: fromBase64(sealed),
      wrappedKey: fromBase64(wrappedKey),
      copy: copy === undefined ? undefined : fromBase64(copy),
    })
    if (kept === 'storage-full') return kept
    if (kept === 'kept') taken++
  }
  return taken
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
