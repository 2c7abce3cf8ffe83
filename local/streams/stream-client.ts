/** Reads a table's stream over plain HTTP: the records then have the very form in which a function is to get them. */
import * as z from 'zod/mini'

const Attributes = z.record(z.string(), z.unknown())

/**
 * DynamoDB Local leaves an empty map out of its stream and writes `{}` where a table would write `{"M":{}}`: a value of
 * no type at all, which no function can read.
 */
function mended(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(mended)
  if (typeof value !== 'object' || value === null) return value
  const inner = Object.entries(value)
  return inner.length === 0 ? { M: {} } : Object.fromEntries(inner.map(([type, held]) => [type, heldIn(type, held)]))
}
const heldIn = (type: string, held: unknown): unknown =>
  type === 'M' ? mendedMap(Attributes.parse(held)) : mended(held)
const mendedMap = (map: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(map).map(([name, value]) => [name, mended(value)]))

const Image = z.pipe(Attributes, z.transform(mendedMap))

const ChangeRecord = z.looseObject({
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.looseObject({
    SequenceNumber: z.string(),
    NewImage: z.optional(Image),
    OldImage: z.optional(Image),
  }),
})
export type StreamRecord = z.infer<typeof ChangeRecord>

const Shard = z.object({
  ShardId: z.string(),
  ParentShardId: z.optional(z.string()),
  SequenceNumberRange: z.optional(z.object({ EndingSequenceNumber: z.optional(z.string()) })),
})
export type StreamShard = z.infer<typeof Shard>

const Description = z.object({
  StreamDescription: z.object({ Shards: z.array(Shard), LastEvaluatedShardId: z.optional(z.string()) }),
})
const ShardIterator = z.object({ ShardIterator: z.string() })
const Page = z.object({ Records: z.array(ChangeRecord), NextShardIterator: z.optional(z.nullable(z.string())) })

export type Position = { readonly after: string } | 'TRIM_HORIZON'

export interface StreamClient {
  shards(streamArn: string): Promise<StreamShard[]>
  iterator(streamArn: string, shardId: string, position: Position): Promise<string>
  /** No next iterator: the shard is closed and was read to its end. */
  records(iterator: string, limit: number): Promise<{ records: StreamRecord[]; next: string | undefined }>
}

/** What was kept for a day is gone: the position can't be found again. */
export class RecordsGone extends Error {}

export function streamClient(endpoint: string): StreamClient {
  async function call<T>(operation: string, input: object, schema: z.ZodMiniType<T>): Promise<T> {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `DynamoDBStreams_20120810.${operation}`,
        authorization:
          'AWS4-HMAC-SHA256 Credential=host/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=none',
      },
      body: JSON.stringify(input),
    })
    const text = await response.text()
    if (response.ok) return schema.parse(JSON.parse(text))
    if (/TrimmedDataAccess|ExpiredIterator|ResourceNotFound/.test(text))
      throw new RecordsGone(`${operation} ${JSON.stringify(input)}: ${text}`)
    throw new Error(`${operation}: ${response.status} ${text}`)
  }

  return {
    async shards(streamArn) {
      const shards: StreamShard[] = []
      let start: string | undefined
      do {
        const input = { StreamArn: streamArn, ...(start === undefined ? {} : { ExclusiveStartShardId: start }) }
        const { StreamDescription: page } = await call('DescribeStream', input, Description)
        shards.push(...page.Shards)
        start = page.LastEvaluatedShardId
      } while (start !== undefined)
      return shards
    },
    async iterator(streamArn, shardId, position) {
      const where =
        typeof position === 'string'
          ? { ShardIteratorType: position }
          : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: position.after }
      const input = { StreamArn: streamArn, ShardId: shardId, ...where }
      return (await call('GetShardIterator', input, ShardIterator)).ShardIterator
    },
    async records(iterator, limit) {
      const page = await call('GetRecords', { ShardIterator: iterator, Limit: limit }, Page)
      return { records: page.Records, next: page.NextShardIterator ?? undefined }
    },
  }
}
