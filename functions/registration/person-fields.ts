/**
 * What is asked of a person, in two tiers: the fields of domain.md 2.3 and the consents of 2.7.
 * Nothing on trafficking, violence or health detail, nor anything of the "never asked" list.
 */
import * as z from 'zod/mini'
import { CalendarDate, Id, isNamedOnce, isOnce, Phone, ShortText } from '../platform/fields.ts'
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
  educationLevels,
  industries,
  Language,
  maritalStatuses,
  NationalityConfidence,
  occupationGroups,
  openNationalities,
  SendingFacility,
  Sex,
  UrgentFlag,
  WashingtonGroupAnswers,
} from './code-lists.ts'
import {
  careArrangements,
  caregiverRelations,
  caregiverStandings,
  intentions,
  mobileMoneyOperators,
  separationCauses,
  stoppingPlaces,
  wagePeriods,
  walletOwners,
} from './full-tier-codes.ts'

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

/** What of the fast lane is true of the person and may be corrected later; the urgent flags are of one return. */
export const BasicFacts = z.omit(FastLane, { urgentFlags: true })
export type BasicFacts = z.infer<typeof BasicFacts>

/** A place as people name it; the chief is who confirms it. */
const placeNames = { council: z.optional(ShortText), village: z.optional(ShortText), chief: z.optional(ShortText) }
export const Destination = z.strictObject({ district: DistrictCode, ...placeNames })

const wholeFullTier = () => {
  const country = z.string().check(z.regex(/^[A-Z]{3}$/))
  const currency = z.enum(['LSL', 'ZAR'])
  const cents = z.int().check(z.nonnegative())
  const occupation = z.enum(occupationGroups)
  /** A person by their name, or by what they are to the returnee. */
  const relative = z.strictObject({ name: ShortText, phone: z.optional(Phone), relation: z.optional(ShortText) })
  return z.strictObject({
    nationality: z.optional(country),
    countryOfBirth: z.optional(country),
    nationalityConfidence: z.optional(NationalityConfidence),
    /** What is still open about the nationality (domain.md 2.9). */
    openNationality: z.optional(z.enum(openNationalities)),
    document: z.optional(
      z.strictObject({
        type: DocumentType,
        number: z.optional(z.string().check(z.regex(/^[A-Z0-9 /-]{4,20}$/))),
        expiresOn: z.optional(CalendarDate),
        condition: z.optional(DocumentCondition),
      }),
    ),
    destination: z.optional(Destination),
    /** Where in the home district the person comes from, if that is not where they go. */
    origin: z.optional(z.strictObject(placeNames)),
    intention: z.optional(z.enum(intentions)),
    otherPhone: z.optional(PhoneContact),
    mobileMoney: z.optional(
      z.strictObject({ operator: z.enum(mobileMoneyOperators), whose: z.optional(z.enum(walletOwners)) }),
    ),
    nextOfKin: z.optional(relative),
    /** People whom nobody may call, visit or ask: shown to who is about to. Not `exclusions`, which are officers and offices. */
    notToContact: z.optional(z.array(relative).check(z.minLength(1), z.maxLength(5))),
    language: z.optional(Language),
    maritalStatus: z.optional(z.enum(maritalStatuses)),
    /** By age, in years. */
    childrenLeftInSouthAfrica: z.optional(z.array(z.int().check(z.minimum(0), z.maximum(17))).check(z.maxLength(15))),
    /** Beside those, children whose age nobody knows. */
    childrenOfUnknownAgeLeftInSouthAfrica: z.optional(z.int().check(z.minimum(1), z.maximum(15))),
    /** Of a child: who cares for them, why they are not with their parents, and how they live. */
    care: z.optional(
      z.strictObject({
        caregiver: z.optional(
          z.strictObject({
            name: ShortText,
            relation: z.optional(z.enum(caregiverRelations)),
            /** Where the caregiver is a returnee too, of the same household or registered before. */
            personId: z.optional(Id),
            standing: z.enum(caregiverStandings),
          }),
        ),
        separationCause: z.optional(z.enum(separationCauses)),
        arrangement: z.optional(z.enum(careArrangements)),
      }),
    ),
    education: z.optional(z.enum(educationLevels)),
    occupation: z.optional(
      z.strictObject({
        beforeLeaving: z.optional(occupation),
        inSouthAfrica: z.optional(occupation),
        wanted: z.optional(occupation),
        industry: z.optional(z.enum(industries)),
        inWords: z.optional(ShortText),
      }),
    ),
    /** The last job in South Africa, and what was agreed and paid for it. */
    employment: z.optional(
      z.strictObject({
        job: z.optional(ShortText),
        agreedCents: z.optional(cents),
        paidCents: z.optional(cents),
        currency: z.optional(currency),
        per: z.optional(z.enum(wagePeriods)),
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
    /** Where and when the person was stopped, and what sent them on; never why. */
    stopped: z.optional(
      z.strictObject({
        place: z.optional(z.enum(stoppingPlaces)),
        on: z.optional(CalendarDate),
        facility: z.optional(SendingFacility),
      }),
    ),
    daysHeld: z.optional(z.int().check(z.minimum(0), z.maximum(3_650))),
    belongingsLost: z.optional(z.boolean()),
    wages: z.optional(
      z.strictObject({
        owed: z.boolean(),
        amountCents: z.optional(cents),
        currency: z.optional(currency),
        daysBeforePayday: z.optional(z.int().check(z.minimum(0), z.maximum(62))),
      }),
    ),
    washingtonGroup: z.optional(WashingtonGroupAnswers),
    wantsLivelihoodHelp: z.optional(z.boolean()),
    /** Who must not see or handle this file: an officer's id, `<role>@<place>` or a place. Enforced as scope, shown to nobody. */
    exclusions: z.optional(z.array(ShortText).check(z.maxLength(10))),
  })
}
export type FullTier = z.infer<ReturnType<typeof wholeFullTier>>

let built: ReturnType<typeof wholeFullTier> | undefined
/** The full tier as an object that can be extended. */
export function fullTierFields(): ReturnType<typeof wholeFullTier> {
  built ??= wholeFullTier()
  return built
}

/**
 * The full tier: the F fields, each optional, taken now or completed later by another officer. Built when one is first
 * met: the fast lane, and a cold start, pay nothing for it.
 */
export const FullTier = z.lazy(fullTierFields)

/** What a completion may empty: everything but whom the person ruled out, which nobody at the desk is shown. */
export type ClearedField = Exclude<keyof FullTier, 'exclusions'>
export function clearableFields(): readonly ClearedField[] {
  const { shape } = fullTierFields()
  const isClearable = (field: string): field is ClearedField => field in shape && field !== 'exclusions'
  return Object.keys(shape).filter(isClearable)
}

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

/** Nobody says both yes and no to one thing: a child and their guardian may each answer, once. */
export const isAnsweredOnce = isOnce<Consent>(({ purpose, guardian }) => `${purpose}|${guardian ?? ''}`)
