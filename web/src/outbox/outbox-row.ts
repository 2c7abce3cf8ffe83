/**
 * A record as the outbox knows it: everything but what is in it. An older version of the application may have written a
 * row, and a newer one too where a tablet went back: what either does not know has a value that does no harm, so that no
 * row stands in the way of the others.
 */
import * as z from 'zod/mini'
import { isLetGo } from '../../../functions/commands/parcel-contract.ts'
import { Receipt } from '../../../functions/platform/fields.ts'
import { recordStates } from './record-states.ts'

/** What an officer may read beside a record that is locked. Private screens are `record` and nothing else. */
export const recordKinds = [
  'intake',
  'batch',
  'list',
  'heads',
  'tally',
  'outcome',
  'closing',
  'completion',
  'consents',
  'stock',
  'signature',
  'photo',
  'record',
  'other',
] as const
export type RecordKind = (typeof recordKinds)[number]

/** Large, and nobody waits for them: they go last, in parts. */
export const isLarge = (kind: RecordKind): boolean => kind === 'signature' || kind === 'photo'

export const OutboxRow = z.object({
  recordId: z.string(),
  /** The device it was captured on; another one where it came from a file. */
  deviceId: z.string(),
  authorId: z.string(),
  kind: z.catch(z.enum(recordKinds), 'other'),
  /** In the order of capture on this device. */
  sequence: z.int(),
  savedAt: z.string(),
  dependsOn: z._default(z.array(z.string()), []),
  /** One that this version does not know is sent again: ids make that harmless. */
  state: z.catch(z.enum(recordStates), 'waiting'),
  /** Of the sealed record. */
  bytes: z._default(z.int(), 0),
  /** Of a large record: how many of its parts the server has acknowledged, from the first on. */
  partsSent: z._default(z.int(), 0),
  /** The wrapped key it is sealed under. */
  keyId: z.string(),
  attempts: z._default(z.int(), 0),
  /** By the device's own clock, in milliseconds. */
  nextTryAt: z._default(z.number(), 0),
  /** Captured by an officer known by their choice alone, not by their PIN. */
  withoutPin: z._default(z.boolean(), false),
  receipt: z.optional(Receipt),
  /** Of a received one: how long its receipt stays, by the kept clock. */
  until: z.optional(z.number()),
  /** The server's word for its no. */
  refusal: z.optional(z.string()),
})
export type OutboxRow = z.infer<typeof OutboxRow>

/** Refused in a word after which nobody keeps it: of what was in it nothing is left here. */
export const wasLetGo = ({ state, refusal }: Pick<OutboxRow, 'state' | 'refusal'>): boolean =>
  state === 'refused' && isLetGo(refusal)
