/** The archive under Object Lock: what was put there, nobody takes back. One object for each batch of the stream. */
import { type Bucket, jsonLines } from '../platform/bucket.ts'
import type { StreamRecord } from '../platform/stream-event.ts'

export interface ArchivedLine {
  readonly change: StreamRecord['eventName']
  readonly key: { readonly pk: string; readonly sk: string }
  /** As it stood after the change; absent where it was taken away. */
  readonly entry?: Readonly<Record<string, unknown>>
}

/** After the first record: a batch delivered again is the same object. */
const nameOf = ({ eventID, dynamodb }: StreamRecord): string =>
  `audit/${dynamodb.SequenceNumber}-${eventID.replace(/[^A-Za-z0-9]/g, '')}.jsonl`

export const archiveGateway = (bucket: Bucket) => ({
  async keep(first: StreamRecord, lines: readonly ArchivedLine[]): Promise<void> {
    await bucket.put(nameOf(first), jsonLines(lines), 'application/x-ndjson')
  },
})
export type ArchiveGateway = ReturnType<typeof archiveGateway>
