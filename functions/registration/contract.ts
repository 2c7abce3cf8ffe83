/** Persons: found before they are made again, read, and completed later (domain.md 2.2, 2.3). */
import * as z from 'zod/mini'
import {
  CommandVersions,
  DeviceTime,
  Id,
  ids,
  isNamedOnce,
  noParams,
  noQuery,
  Receipt,
  ShortText,
} from '../platform/fields.ts'
import { DistrictCode, PostCode } from '../platform/places.ts'
import { route } from '../platform/route.ts'
import { Sex } from './code-lists.ts'
import { type ConsentPurpose, consentPurposes, purposes } from './consent-purposes.ts'
import { BasicFacts, Consent, clearableFields, FullTier, isAnsweredOnce } from './person-fields.ts'
import { PersonView } from './person-view.ts'
import { WordPair } from './remembered-words.ts'

export const matchReasons = ['SAME_FOLDED_NAME', 'SAME_SEX', 'BIRTH_YEAR_CLOSE', 'SAME_DISTRICT'] as const

/** Names travel in the body, never in a URL. */
export const FindMatches = z.strictObject({
  givenNames: ShortText,
  surname: ShortText,
  sex: Sex,
  birthYear: z.optional(z.int().check(z.minimum(1900), z.maximum(2200))),
  district: z.optional(DistrictCode),
})
export type FindMatches = z.infer<typeof FindMatches>

/** Enough to tell people apart by: shown to who may look for people alone. */
export const FoundPerson = z.strictObject({
  personId: Id,
  displayNumber: z.string(),
  givenNames: z.string(),
  surname: z.string(),
  birthYear: z.optional(z.int()),
  district: DistrictCode,
})
export type FoundPerson = z.infer<typeof FoundPerson>

export const Match = z.extend(FoundPerson, { reasons: z.array(z.enum(matchReasons)) })
export type Match = z.infer<typeof Match>

/** The number on a slip, however it was typed or read out. */
export const FindByNumber = z.strictObject({ displayNumber: z.string().check(z.maxLength(30)) })
export type FindByNumber = z.infer<typeof FindByNumber>

/** The words that somebody took instead of a slip, and the post where they took them. */
export const FindByWords = z.strictObject({ post: PostCode, words: WordPair })
export type FindByWords = z.infer<typeof FindByWords>

/** Taken later: the full tier, of which what is sent replaces the fields it names, and a correction of the basic facts. */
export const CompletePerson = z.strictObject({
  versions: CommandVersions,
  returnEventId: Id,
  /** The revision the officer saw. */
  revision: z.int(),
  full: FullTier,
  /** All basic facts as they should have been, where one of them was wrong or has changed. */
  basic: z.optional(BasicFacts),
  /** Fields that were filled wrongly and are to be empty; what was in them stays with the command that said it. */
  cleared: z.optional(
    z.lazy(() => z.array(z.enum(clearableFields())).check(z.maxLength(clearableFields().length), isNamedOnce)),
  ),
  deviceTime: DeviceTime,
})
export type CompletePerson = z.infer<typeof CompletePerson>

/** Only what rests on consent can be agreed to or taken back: what is a duty is told, not asked. */
const isAsked = (purpose: ConsentPurpose): boolean =>
  purposes.some(({ code, basis }) => code === purpose && basis === 'CONSENT')

/** What a person agrees to or takes back after the intake: an event of its own, beside everything answered before. */
export const RecordConsents = z.strictObject({
  versions: CommandVersions,
  /** The task, held by the sender, within which a district's desk asks. Reception names none. */
  taskId: z.optional(Id),
  answers: z
    .array(z.extend(Consent, { purpose: z.enum(consentPurposes.filter(isAsked)) }))
    .check(z.minLength(1), z.maxLength(20), isAnsweredOnce),
  deviceTime: DeviceTime,
})
export type RecordConsents = z.infer<typeof RecordConsents>

const personId = '0193a3a0-0000-7000-8000-000000000022'
const returnEventId = '0193a3a0-0000-7000-8000-000000000021'
const deviceTime = '2026-11-22T08:00:00.000Z'

export const registrationRoutes = {
  findMatches: route({
    name: 'findMatches',
    method: 'POST',
    path: '/v1/persons/matches',
    summary: 'People already known who may be the one at the desk',
    permission: 'person.match',
    recording: 'read',
    params: noParams,
    query: noQuery,
    body: FindMatches,
    maxBodyBytes: 4_096,
    response: z.strictObject({ matches: z.array(Match) }),
    refusals: [],
    examples: {
      body: { givenNames: 'Kgotso', surname: 'Foulo', sex: 1, birthYear: 1985, district: 'LS-C' },
      response: { matches: [] },
    },
  }),
  findByNumber: route({
    name: 'findByNumber',
    method: 'POST',
    path: '/v1/persons/numbers',
    summary: 'The person whose slip has this number',
    permission: 'person.read',
    recording: 'read',
    params: noParams,
    query: noQuery,
    body: FindByNumber,
    maxBodyBytes: 1_024,
    response: z.strictObject({ personId: Id, returnEventId: Id }),
    refusals: ['number-invalid'],
    examples: { body: { displayNumber: 'XV-7F-00001-Z' }, response: { personId, returnEventId } },
  }),
  findByWords: route({
    name: 'findByWords',
    method: 'POST',
    path: '/v1/persons/words',
    summary: 'Who took these two words at a post instead of a slip',
    permission: 'person.match',
    recording: 'read',
    params: noParams,
    query: noQuery,
    body: FindByWords,
    maxBodyBytes: 1_024,
    response: z.strictObject({ people: z.array(FoundPerson) }),
    refusals: [],
    examples: {
      body: { post: 'MB', words: ['SUN', 'RIVER'] },
      response: {
        people: [
          {
            personId,
            displayNumber: 'XV-7F-00001-Z',
            givenNames: 'Khotso',
            surname: 'Foulo',
            birthYear: 1985,
            district: 'LS-C',
          },
        ],
      },
    },
  }),
  readPerson: route({
    name: 'readPerson',
    method: 'GET',
    path: '/v1/persons/{personId}',
    summary: 'A person and their return events',
    permission: 'person.read',
    recording: 'read',
    params: ids('personId'),
    query: noQuery,
    maxBodyBytes: 0,
    response: PersonView,
    refusals: [],
    examples: {
      params: { personId },
      response: {
        personId,
        fast: {
          names: { givenNames: 'Khotso', surname: 'Foulo' },
          sex: 1,
          birth: { date: '1985-07-07', precision: 'DAY' },
          homeDistrict: 'LS-C',
          urgentFlags: [],
        },
        consents: [],
        earlier: [
          {
            replacedAt: deviceTime,
            basic: {
              names: { givenNames: 'Kgotso', surname: 'Foulo' },
              sex: 1,
              birth: { date: '1985-07-07', precision: 'DAY' },
              homeDistrict: 'LS-C',
            },
          },
        ],
        returns: [],
        revision: 1,
      },
    },
  }),
  completePerson: route({
    name: 'completePerson',
    method: 'PUT',
    path: '/v1/persons/{personId}/completions/{completionId}',
    summary: 'Complete the full tier of a registered person, or correct their basic facts',
    permission: 'person.complete',
    recording: 'committed',
    params: ids('personId', 'completionId'),
    query: noQuery,
    body: CompletePerson,
    maxBodyBytes: 32_768,
    response: Receipt,
    refusals: [
      'revision-stale',
      'identifier-reused',
      'date-in-future',
      'care-status-needed',
      'second-officer-needed',
      'person-unknown',
      'version-retired',
    ],
    examples: {
      params: { personId, completionId: '0193a3a0-0000-7000-8000-000000000023' },
      body: {
        versions: { contract: 1, rules: '2026-11-01' },
        returnEventId,
        revision: 1,
        full: {
          education: 'ISCED_1',
          wages: { owed: true },
          mobileMoney: { operator: 'MPESA', whose: 'RELATIVE' },
          notToContact: [{ name: 'Thabo', relation: 'cousin' }],
          employment: { job: 'herding', agreedCents: 350_000, paidCents: 0, currency: 'ZAR', per: 'MONTH' },
          stopped: { place: 'WORKPLACE', on: '2026-11-01', facility: 'POLICE_CELL' },
          intention: 'GO_HOME',
        },
        cleared: ['language'],
        deviceTime,
      },
      response: { id: '0193a3a0-0000-7000-8000-000000000023', receivedAt: deviceTime, restoreEpoch: 0 },
    },
  }),
  recordConsents: route({
    name: 'recordConsents',
    method: 'PUT',
    path: '/v1/persons/{personId}/consents/{consentId}',
    summary: 'Record what a person agrees to or takes back after the intake',
    permission: 'consent.record',
    recording: 'committed',
    params: ids('personId', 'consentId'),
    query: noQuery,
    body: RecordConsents,
    maxBodyBytes: 8_192,
    response: Receipt,
    refusals: ['task-not-yours', 'task-finished', 'guardian-needed', 'identifier-reused', 'version-retired'],
    examples: {
      params: { personId, consentId: '0193a3a0-0000-7000-8000-000000000024' },
      body: {
        versions: { contract: 1, rules: '2026-11-01' },
        taskId: '0193a3a0-0000-8000-8000-000000000041',
        answers: [
          {
            purpose: 'FOLLOWUP_CONTACT',
            given: false,
            mode: 'VERBAL_WITNESSED',
            language: 'st',
            textVersion: 'a1b2c3d4e5f60718',
          },
        ],
        deviceTime,
      },
      response: { id: '0193a3a0-0000-7000-8000-000000000024', receivedAt: deviceTime, restoreEpoch: 0 },
    },
  }),
} as const
