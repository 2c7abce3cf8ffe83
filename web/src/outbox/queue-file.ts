/**
 * The whole queue as a file, for a tablet whose network does not come back or whose screen is broken. Everything in it
 * is sealed: making it needs no key and no PIN, and it says nothing but ids and states. Any enrolled device may send it.
 */
import * as z from 'zod/mini'
import { fromBase64, toBase64 } from '../../../functions/platform/base64.ts'
import { Id } from '../../../functions/platform/fields.ts'
import { SealedEnvelope } from '../../../functions/screening/sealed-envelope.ts'
import { closedRecords, keepRecord } from '../screening/record-database.ts'
import { tellRecords } from '../screening/record-news.ts'
import { isStorageFull } from '../vault/device-database.ts'
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
  /** For the protection zone, which alone opens them. */
  closed: z.optional(z.array(z.strictObject({ screenId: Id, envelope: SealedEnvelope })).check(z.maxLength(10_000))),
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
  const closed = [...(await closedRecords())]
  const file = { kind: 'kamohelo-queue', version: 1, records, keys, closed } satisfies z.infer<typeof QueueFile>
  return new Blob([JSON.stringify(file)], { type: 'application/json' })
}

/** How many were taken in; what this device has already stays as it is. Undefined for a file that is no queue. */
export async function takeInQueue(text: string): Promise<number | 'storage-full' | undefined> {
  const parsed = QueueFile.safeParse(parseJson(text))
  if (!parsed.success) return undefined
  const { records, keys, closed = [] } = parsed.data
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
  return takeInClosed(closed, taken)
}

async function takeInClosed(
  closed: NonNullable<z.infer<typeof QueueFile>['closed']>,
  takenBefore: number,
): Promise<number | 'storage-full'> {
  const here = new Set((await closedRecords()).map(({ screenId }) => screenId))
  const lacking = closed.filter(({ screenId }) => !here.has(screenId))
  try {
    for (const { screenId, envelope } of lacking) await keepRecord(screenId, { envelope, isOpen: false })
  } catch (problem) {
    if (isStorageFull(problem)) return 'storage-full'
    throw problem
  }
  if (lacking.length > 0) await tellRecords('kept')
  return takenBefore + lacking.length
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
