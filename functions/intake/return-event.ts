/** A return event and its receipt as they stand in the registry. */
import * as z from 'zod/mini'
import { type Stored, storedShape } from '../platform/stored.ts'
import { UrgentFlag } from '../registration/code-lists.ts'
import { WordPair } from '../registration/remembered-words.ts'
import { SupportLine } from '../support/support-line.ts'
import { LateCapture } from './contract.ts'

/** Stands in the counted slot of its batch: listed people collide on their row. */
export const storedReturnEvent = storedShape(1, () =>
  z.object({
    outcome: z.literal('REGISTERED'),
    returnEventId: z.string(),
    personId: z.string(),
    batchId: z.string(),
    row: z.optional(z.int()),
    displayNumber: z.string(),
    post: z.string(),
    district: z.string(),
    /** Copied for the facts, so that no report needs a person's own record. */
    sex: z.int(),
    birthYear: z.int(),
    returnType: z.string(),
    householdId: z.optional(z.string()),
    householdRole: z.optional(z.string()),
    urgentFlags: z.array(UrgentFlag),
    vulnerability: z.array(z.string()),
    priority: z.enum(['ORDINARY', 'PRIORITY']),
    granted: z.array(SupportLine),
    /** Handed over, and counted nowhere until a supervisor decides. */
    disputed: z.optional(z.array(SupportLine)),
    notGiven: z.array(z.object({ item: z.string(), reason: z.string() })),
    matches: z.array(z.object({ personId: z.string(), answer: z.string() })),
    contractVersion: z.int(),
    rulesVersion: z.string(),
    officerId: z.string(),
    /** Typed in from paper. */
    lateCapture: z.optional(LateCapture),
    deviceTime: z.string(),
    receivedAt: z.string(),
    revision: z.int(),
  }),
)
export type ReturnEvent = Stored<typeof storedReturnEvent>

/** Whose slip a number stands on. */
export const storedNumber = storedShape(1, () =>
  z.object({
    personId: z.string(),
    returnEventId: z.string(),
    /** Taken instead of the slip; found by the index then too. */
    words: z.optional(WordPair),
  }),
)
export type StoredNumber = Stored<typeof storedNumber>

/** Makes an intake's id the only one of its kind, and answers a retry without a second read. */
export const storedReceipt = storedShape(1, () =>
  z.object({
    batchId: z.string(),
    slot: z.string(),
    personId: z.string(),
    displayNumber: z.string(),
    post: z.string(),
    contentHash: z.string(),
    receivedAt: z.string(),
    priority: z.enum(['ORDINARY', 'PRIORITY']),
    granted: z.array(SupportLine),
    /** Handed over, and counted nowhere until a supervisor decides. */
    disputed: z.optional(z.array(SupportLine)),
    taskCount: z.int(),
    withheldCount: z.int(),
  }),
)
export type StoredReceipt = Stored<typeof storedReceipt>
