/** A person as an officer of a post is shown them. No AWS: the web imports this file. */
import * as z from 'zod/mini'
import { Id, Instant } from '../platform/fields.ts'
import { keptConsent } from './kept-consent.ts'
import { BasicFacts, FastLane, FullTier, fullTierFields } from './person-fields.ts'

export const ReturnEventSummary = z.strictObject({
  returnEventId: Id,
  batchId: Id,
  displayNumber: z.string(),
  arrivedAt: Instant,
  priority: z.enum(['ORDINARY', 'PRIORITY']),
})

/** What is shown of a record as it stood before a change: where the person was reached and lived, and their name then. */
export const EarlierFacts = z.strictObject({
  replacedAt: Instant,
  basic: z.optional(BasicFacts),
  full: z.optional(z.lazy(() => z.pick(fullTierFields(), { destination: true, origin: true, otherPhone: true }))),
})
export type EarlierFacts = z.infer<typeof EarlierFacts>

/** A person as a reception officer may see them: exclusions are enforced, never shown. */
export const PersonView = z.strictObject({
  personId: Id,
  fast: FastLane,
  full: z.optional(FullTier),
  /** Every answer, the first one first: the last to each purpose counts. */
  consents: z.array(keptConsent()),
  /** What was replaced, the latest first. */
  earlier: z.array(EarlierFacts),
  returns: z.array(ReturnEventSummary),
  revision: z.int(),
})
export type PersonView = z.infer<typeof PersonView>
