/**
 * A table's stream as a Lambda receives it, and the answer that says which records to send again.
 * Delivered at least once and in order per item: what is done with a record must be harmless twice.
 */
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { fromBase64 } from './base64.ts'

/** An event is JSON: bytes come as base64. */
const Bytes = z.pipe(
  z.strictObject({ B: z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/)) }),
  z.transform(({ B }): AttributeValue => ({ B: fromBase64(B) })),
)

/** Every kind of value our own items hold; sets are written by nobody. */
const StreamValue: z.ZodMiniType<AttributeValue> = z.lazy(() =>
  z.union([
    z.strictObject({ S: z.string() }),
    z.strictObject({ N: z.string() }),
    z.strictObject({ BOOL: z.boolean() }),
    z.strictObject({ NULL: z.literal(true) }),
    Bytes,
    z.strictObject({ L: z.array(StreamValue) }),
    z.strictObject({ M: z.record(z.string(), StreamValue) }),
  ]),
)

const Image = z.record(z.string(), StreamValue)

const StreamRecord = z.object({
  /** The same at every delivery of this change. */
  eventID: z.string(),
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.object({
    Keys: z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }),
    SequenceNumber: z.string(),
    NewImage: z.optional(Image),
    OldImage: z.optional(Image),
  }),
})
export type StreamRecord = z.infer<typeof StreamRecord>

export const StreamEvent = z.object({ Records: z.array(StreamRecord) })

/** The stream goes on from the earliest record named here; none named means all were taken in. */
export interface StreamAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[]
}

export const allTaken: StreamAnswer = { batchItemFailures: [] }

export const againFrom = (record: StreamRecord): StreamAnswer => ({
  batchItemFailures: [{ itemIdentifier: record.dynamodb.SequenceNumber }],
})
