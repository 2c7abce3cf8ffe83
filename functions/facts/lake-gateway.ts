/** The lake: one object of JSON lines for each batch of the stream, named so that the same batch is the same object. */
import { type Bucket, jsonLines } from '../platform/bucket.ts'
import { lakePrefixes } from '../platform/lake.ts'
import type { StreamRecord } from '../platform/stream-event.ts'
import { Fact } from './fact.ts'

/**
 * A batch delivered again begins with the same record and writes over itself. Sequence numbers count within a shard,
 * whose name a stream does not tell its reader; an event's id is unique in the whole stream.
 */
export const objectNameOf = ({ eventID, dynamodb }: StreamRecord): string =>
  `${lakePrefixes.facts}${dynamodb.SequenceNumber}-${eventID.replace(/[^A-Za-z0-9]/g, '')}.jsonl`

export const lakeGateway = (bucket: Bucket) => ({
  /** Parsed once more: what a fact does not name goes nowhere. */
  async keep(first: StreamRecord, facts: readonly Fact[]): Promise<void> {
    await bucket.put(objectNameOf(first), jsonLines(facts.map(fact => Fact.parse(fact))), 'application/x-ndjson')
  },
})
export type LakeGateway = ReturnType<typeof lakeGateway>
