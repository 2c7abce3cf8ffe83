/**
 * What a command of the desk means for those who look at the desk, until the server itself says it: one for each
 * record, under the record's id. Kept sealed to the officers of the tablet; nothing of it is ever sent.
 */
import * as z from 'zod/mini'
import { BatchSummary, batchStates, Heads, Needs } from '../../../../functions/arrivals/batch.ts'
import { ReadRow } from '../../../../functions/arrivals/manifest-row.ts'
import { DistrictCode } from '../../../../functions/platform/places.ts'
import { CountedOutcome, Sex, UrgentFlag } from '../../../../functions/registration/code-lists.ts'
import { registrationRoutes } from '../../../../functions/registration/contract.ts'
import { WordPair } from '../../../../functions/registration/remembered-words.ts'
import { ItemCode } from '../../../../functions/support/items.ts'
import { GivenLine } from '../../../../functions/support/support-line.ts'

const record = { recordId: z.string(), at: z.string() }
const common = { ...record, batchId: z.string() }
/** On the list or not; `recordId` is the id under which the server counts them. */
const row = z.optional(z.int())

/** Whom the desk would ask about, should their name be said again. */
export const KnownPerson = z.object({
  personId: z.string(),
  displayNumber: z.string(),
  givenNames: z.string(),
  surname: z.string(),
  sex: Sex,
  birthYear: z.optional(z.int()),
  district: DistrictCode,
  /** Taken instead of a slip. */
  words: z.catch(z.optional(WordPair), undefined),
})
export type KnownPerson = z.infer<typeof KnownPerson>

export const LocalEffect = z.discriminatedUnion('is', [
  z.object({ ...common, is: z.literal('batch'), batch: BatchSummary }),
  z.object({ ...common, is: z.literal('heads'), heads: Heads }),
  z.object({ ...common, is: z.literal('tally'), needs: Needs }),
  z.object({ ...common, is: z.literal('list'), rows: z.array(ReadRow) }),
  z.object({ ...common, is: z.literal('outcome'), row, outcome: CountedOutcome }),
  z.object({
    ...common,
    is: z.literal('intake'),
    row,
    person: KnownPerson,
    flags: z.array(UrgentFlag),
    given: z.array(GivenLine),
    /** Offered and not given, for whatever reason. */
    notGiven: z._default(z.array(ItemCode), []),
    /** Who travels together: offered to the next of them. */
    household: z.optional(z.object({ householdId: z.string(), name: z.string() })),
    /** Of somebody new: the whole record as the desk will find it, so that it can be completed at once. */
    view: z.optional(registrationRoutes.readPerson.response),
  }),
  z.object({
    ...common,
    is: z.literal('closing'),
    to: z.enum(batchStates),
    reason: z.optional(z.string()),
  }),
  z.object({
    ...record,
    is: z.literal('completion'),
    personId: z.string(),
    full: registrationRoutes.completePerson.body.shape.full,
    cleared: registrationRoutes.completePerson.body.shape.cleared,
    basic: registrationRoutes.completePerson.body.shape.basic,
  }),
  z.object({
    ...record,
    is: z.literal('consents'),
    personId: z.string(),
    answers: registrationRoutes.recordConsents.body.shape.answers,
  }),
])
export type LocalEffect = z.infer<typeof LocalEffect>

/** Of an arrival; the others are of one person. */
export const isOfBatch = <Effect extends LocalEffect>(
  effect: Effect,
  batchId: string,
): effect is Extract<Effect, { readonly batchId: string }> => 'batchId' in effect && effect.batchId === batchId

/** An effect with what has become of its record. */
export type StandingEffect = LocalEffect & { readonly state: 'unsent' | 'refused' | 'received' }
