/** A record as the outbox knows it: everything but what is in it. */
import * as z from 'zod/mini'
import { Receipt } from '../../../functions/platform/fields.ts'
import { recordStates } from './record-states.ts'

/** What an officer may read beside a record that is locked. Private screens are `record` and nothing else. */
export const recordKinds = ['intake', 'outcome', 'heads', 'completion', 'record'] as const
export type RecordKind = (typeof recordKinds)[number]

export const OutboxRow = z.object({
  recordId: z.string(),
  /** The device it was captured on; another one where it came from a file. */
  deviceId: z.string(),
  authorId: z.string(),
  kind: z.enum(recordKinds),
  /** In the order of capture on this device. */
  sequence: z.int(),
  savedAt: z.string(),
  dependsOn: z.array(z.string()),
  state: z.enum(recordStates),
  /** Of the sealed record. */
  bytes: z.int(),
  /** The wrapped key it is sealed under. */
  keyId: z.string(),
  attempts: z.int(),
  /** By the device's own clock, in milliseconds. */
  nextTryAt: z.number(),
  receipt: z.optional(Receipt),
  /** The server's word for its no. */
  refusal: z.optional(z.string()),
})
export type OutboxRow = z.infer<typeof OutboxRow>
