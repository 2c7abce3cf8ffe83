/**
 * The intake: one officer, one returnee, one command (design.md 4). Fields are those of domain.md 2.3.
 * It asks nothing on trafficking, violence or health detail, nor anything of the "never asked" list.
 */
import * as z from 'zod/mini'
import {
  CalendarDate,
  CommandVersions,
  DeviceTime,
  Id,
  ids,
  isNamedOnce,
  noQuery,
  Phone,
  Receipt,
  ShortText,
} from '../platform/fields.ts'
import { DistrictCode } from '../platform/places.ts'
import { route } from '../platform/route.ts'
import { BirthDate } from '../registration/age.ts'
import {
  Accompaniment,
  AlternateNameType,
  ConsentMode,
  ConsentPurpose,
  ContactChannel,
  DocumentCondition,
  DocumentType,
  EducationLevel,
  HouseholdRole,
  Industry,
  Language,
  MaritalStatus,
  NationalityConfidence,
  OccupationGroup,
  ReturnType,
  SendingFacility,
  Sex,
  Transport,
  UrgentFlag,
  WashingtonGroupAnswers,
} from '../registration/code-lists.ts'
import { SupportLine } from '../support/contract.ts'
import { ItemCode } from '../support/items.ts'

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

export const PutIntake = z.strictObject({
  versions: CommandVersions,
  batchId: Id,
  /** The manifest row the person stands on; absent for who is present without being listed. */
  row: z.optional(z.int().check(z.positive())),
  /** A new person, or one the officer recognised (same personId as before). */
  personId: Id,
  knownPerson: z.boolean(),
  /** What the officer answered to each suspected duplicate shown before saving. */
  matches: z
    .array(z.strictObject({ personId: Id, answer: z.enum(['SAME', 'DIFFERENT', 'UNSURE']) }))
    .check(z.maxLength(20)),
  displayNumber: z.string(),
  fast: FastLane,
  full: z.optional(FullTier),
  household: z.optional(z.strictObject({ householdId: Id, role: HouseholdRole })),
  /** Only where this person differs from the batch. */
  differs: z.optional(
    z.strictObject({
      returnType: z.optional(ReturnType),
      sendingFacility: z.optional(SendingFacility),
      transport: z.optional(Transport),
    }),
  ),
  consents: z.array(Consent).check(z.maxLength(20)),
  support: z.array(SupportLine).check(z.maxLength(12)),
  /** What was wanted but not there, so that the shortage is counted. */
  notGiven: z.optional(
    z.array(z.strictObject({ item: ItemCode, reason: z.enum(['OUT_OF_STOCK', 'DECLINED']) })).check(z.maxLength(12)),
  ),
  deviceTime: DeviceTime,
})
export type PutIntake = z.infer<typeof PutIntake>

export const IntakeReceipt = z.strictObject({
  ...Receipt.shape,
  personId: Id,
  displayNumber: z.string(),
  priority: z.enum(['ORDINARY', 'PRIORITY']),
  granted: z.array(SupportLine),
  taskCount: z.int(),
  /** Tasks that had no basis to leave reception. */
  withheldCount: z.int(),
})
export type IntakeReceipt = z.infer<typeof IntakeReceipt>

const intakeId = '0193a3a0-0000-7000-8000-000000000021'
const deviceTime = '2026-11-22T08:00:00.000Z'

export const intakeRoutes = {
  putIntake: route({
    name: 'putIntake',
    method: 'PUT',
    path: '/v1/intakes/{intakeId}',
    summary: 'Register a returnee, give support and raise follow-up, all or nothing',
    permission: 'intake.register',
    recording: 'committed',
    params: ids('intakeId'),
    query: noQuery,
    body: PutIntake,
    maxBodyBytes: 32_768,
    response: IntakeReceipt,
    refusals: [
      'batch-unknown',
      'row-unknown',
      'row-already-taken',
      'person-unknown',
      'identifier-reused',
      'number-invalid',
      'care-status-needed',
      'date-in-future',
      'already-supported',
      'lease-exhausted',
      'not-eligible',
      'over-ceiling',
      'version-retired',
    ],
    examples: {
      params: { intakeId },
      body: {
        versions: { contract: 1, rules: '2026-11-01' },
        batchId: '0193a3a0-0000-7000-8000-000000000001',
        row: 21,
        personId: '0193a3a0-0000-7000-8000-000000000022',
        knownPerson: false,
        matches: [],
        displayNumber: 'XV-7F-00001-Z',
        fast: {
          names: { givenNames: 'Khotso', surname: 'Foulo' },
          sex: 1,
          birth: { date: '1985-07-07', precision: 'DAY' },
          homeDistrict: 'LS-C',
          urgentFlags: [],
        },
        consents: [],
        support: [{ item: 'BLANKET', quantity: 1 }],
        deviceTime,
      },
      response: {
        id: intakeId,
        receivedAt: deviceTime,
        restoreEpoch: 0,
        personId: '0193a3a0-0000-7000-8000-000000000022',
        displayNumber: 'XV-7F-00001-Z',
        priority: 'ORDINARY',
        granted: [{ item: 'BLANKET', quantity: 1 }],
        taskCount: 0,
        withheldCount: 0,
      },
    },
  }),
} as const
