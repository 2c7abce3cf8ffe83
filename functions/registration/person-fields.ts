/**
 * What is asked of a person, in two tiers: the fields of domain.md 2.3 and the consents of 2.7.
 * Nothing on trafficking, violence or health detail, nor anything of the "never asked" list.
 */
import * as z from 'zod/mini'
import { CalendarDate, isNamedOnce, Phone, ShortText } from '../platform/fields.ts'
import { DistrictCode } from '../platform/places.ts'
import { BirthDate } from './age.ts'
import {
  Accompaniment,
  AlternateNameType,
  ConsentMode,
  ConsentPurpose,
  ContactChannel,
  DocumentCondition,
  DocumentType,
  EducationLevel,
  Industry,
  Language,
  MaritalStatus,
  NationalityConfidence,
  OccupationGroup,
  Sex,
  UrgentFlag,
  WashingtonGroupAnswers,
} from './code-lists.ts'

/** Names verbatim, as the person says or writes them; the folding key is computed, never typed. */
export const Names = z.strictObject({
  givenNames: ShortText,
  surname: ShortText,
  other: z.optional(z.array(z.strictObject({ type: AlternateNameType, name: ShortText })).check(z.maxLength(6))),
  asOnDocument: z.optional(ShortText),
})

/** One phone and two answers, "no" unless the person says otherwise. */
export const PhoneContact = z.strictObject({
  number: Phone,
  channel: ContactChannel,
  mayCall: z.boolean(),
  mayLeaveMessage: z.boolean(),
})

/** The fast lane: exactly the R fields of domain.md 2.3. */
export const FastLane = z.strictObject({
  names: Names,
  sex: Sex,
  birth: BirthDate,
  accompaniment: z.optional(Accompaniment),
  homeDistrict: DistrictCode,
  phone: z.optional(PhoneContact),
  /** How the person wishes to be reached where there is no number to call: a visit, the chief, calling us themselves. */
  reachBy: z.optional(ContactChannel),
  urgentFlags: z.array(UrgentFlag).check(z.maxLength(6), isNamedOnce),
})
export type FastLane = z.infer<typeof FastLane>

const Wages = z.strictObject({
  owed: z.boolean(),
  amountCents: z.optional(z.int().check(z.nonnegative())),
  currency: z.optional(z.enum(['LSL', 'ZAR'])),
  daysBeforePayday: z.optional(z.int().check(z.minimum(0), z.maximum(62))),
})

/** The full tier: the F fields, each optional, taken now or completed later by another officer. */
export const FullTier = z.strictObject({
  nationality: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/))),
  countryOfBirth: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/))),
  nationalityConfidence: z.optional(NationalityConfidence),
  document: z.optional(
    z.strictObject({
      type: DocumentType,
      number: z.optional(z.string().check(z.regex(/^[A-Z0-9 /-]{4,20}$/))),
      expiresOn: z.optional(CalendarDate),
      condition: z.optional(DocumentCondition),
    }),
  ),
  destination: z.optional(
    z.strictObject({
      district: DistrictCode,
      council: z.optional(ShortText),
      village: z.optional(ShortText),
      chief: z.optional(ShortText),
    }),
  ),
  nextOfKin: z.optional(z.strictObject({ name: ShortText, phone: z.optional(Phone), relation: z.optional(ShortText) })),
  language: z.optional(Language),
  maritalStatus: z.optional(MaritalStatus),
  childrenLeftInSouthAfrica: z.optional(z.array(z.int().check(z.minimum(0), z.maximum(17))).check(z.maxLength(15))),
  education: z.optional(EducationLevel),
  occupation: z.optional(
    z.strictObject({
      beforeLeaving: z.optional(OccupationGroup),
      inSouthAfrica: z.optional(OccupationGroup),
      wanted: z.optional(OccupationGroup),
      industry: z.optional(Industry),
      inWords: z.optional(ShortText),
    }),
  ),
  migration: z.optional(
    z.strictObject({
      firstDepartureOn: z.optional(CalendarDate),
      lastEntryOn: z.optional(CalendarDate),
      southAfricanProvince: z.optional(ShortText),
      southAfricanTown: z.optional(ShortText),
      sentMoneyHome: z.optional(z.boolean()),
    }),
  ),
  daysHeld: z.optional(z.int().check(z.minimum(0), z.maximum(3_650))),
  belongingsLost: z.optional(z.boolean()),
  wages: z.optional(Wages),
  washingtonGroup: z.optional(WashingtonGroupAnswers),
  wantsLivelihoodHelp: z.optional(z.boolean()),
  /** Who must not see or handle this file: an officer's id, `<role>@<place>` or a place. Enforced as scope, shown to nobody. */
  exclusions: z.optional(z.array(ShortText).check(z.maxLength(10))),
})
export type FullTier = z.infer<typeof FullTier>

/** What a completion may empty: everything but whom the person ruled out, which nobody at the desk is shown. */
export type ClearedField = Exclude<keyof FullTier, 'exclusions'>
const isClearable = (field: string): field is ClearedField => field in FullTier.shape && field !== 'exclusions'
export const clearableFields: readonly ClearedField[] = Object.keys(FullTier.shape).filter(isClearable)

/** One purpose each; a "no" is kept like a "yes" (domain.md 2.7). */
export const Consent = z.strictObject({
  purpose: ConsentPurpose,
  given: z.boolean(),
  mode: ConsentMode,
  language: Language,
  interpreter: z.optional(z.boolean()),
  /** Hash of the text that was read out. */
  textVersion: z.string().check(z.regex(/^[a-f0-9]{8,64}$/)),
  guardian: z.optional(z.enum(['GUARDIAN_CONSENT', 'CHILD_ASSENT'])),
})
export type Consent = z.infer<typeof Consent>
