/** A person as they stand in the registry: one person, several return events. */
import * as z from 'zod/mini'
import { DistrictCode } from '../platform/places.ts'
import { type Stored, storedShape } from '../platform/stored.ts'
import { lookupKeys } from '../platform/tables.ts'
import { Helped } from '../support/year-ceiling.ts'
import { Sex } from './code-lists.ts'
import { keptConsent } from './kept-consent.ts'
import { nameKey } from './name-folding.ts'
import { FastLane, fullTierFields } from './person-fields.ts'

export const ReturnReference = z.object({
  returnEventId: z.string(),
  batchId: z.string(),
  /** Where the return event stands under its batch. */
  slot: z.string(),
  post: z.string(),
  displayNumber: z.string(),
  receivedAt: z.string(),
  priority: z.enum(['ORDINARY', 'PRIORITY']),
})
export type ReturnReference = z.infer<typeof ReturnReference>

/** Exclusions add up over the years: what one command may name is limited, what is kept is not. */
const keptFullTier = () => z.extend(fullTierFields(), { exclusions: z.optional(z.array(z.string())) })

export const storedPerson = storedShape(1, () =>
  z.object({
    personId: z.string(),
    fast: FastLane,
    full: z.optional(keptFullTier()),
    /** Who took down what is claimed of a child's caregiver: somebody else confirms it. */
    caregiverClaimedBy: z.optional(z.string()),
    /** Every answer that was ever given, in the order in which they came in: the last to each purpose counts. */
    consents: z.array(keptConsent()),
    returns: z.array(ReturnReference),
    /** What a year limits, and they had. */
    helped: z.optional(z.array(Helped)),
    revision: z.int(),
  }),
)
export type Person = Stored<typeof storedPerson>

/** How the person is found by folded name; the order carries what a first look compares, so that most need no read. */
export const personLookup = (personId: string, fast: FastLane): { lookupKey: string; lookupOrder: string } => ({
  lookupKey: lookupKeys.name(nameKey(fast.names.givenNames, fast.names.surname)),
  lookupOrder: [fast.sex, fast.birth.date.slice(0, 4), fast.homeDistrict, personId].join('#'),
})

/** How a return is found by the words its person took instead of a slip: in the order in which they came. */
export const wordsLookup = (
  words: readonly string[],
  { post, receivedAt, personId }: { readonly post: string; readonly receivedAt: string; readonly personId: string },
): { lookupKey: string; lookupOrder: string } => ({
  lookupKey: lookupKeys.words(post, words),
  lookupOrder: `${receivedAt}#${personId}`,
})

export const personIdOfWords = (lookupOrder: string): string => lookupOrder.slice(lookupOrder.indexOf('#') + 1)

/** Built when a name is first looked up: an intake of somebody new pays nothing for it. */
const LookupOrder = z.lazy(() => z.tuple([z.pipe(z.coerce.number(), Sex), z.coerce.number(), DistrictCode, z.string()]))

export interface PersonLookup {
  readonly personId: string
  readonly sex: Sex
  readonly birthYear: number
  readonly district: DistrictCode
}

/** What the order of a name's index entry says of the person. */
export function personOfLookup(lookupOrder: string): PersonLookup {
  const [sex, birthYear, district, personId] = LookupOrder.parse(lookupOrder.split('#'))
  return { personId, sex, birthYear, district }
}
