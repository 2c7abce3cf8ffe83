/** The sealed zone's own desk: nobody else's role reaches the data behind these routes (design.md promise 5). */
import * as z from 'zod/mini'
import {
  CommandVersions,
  DeviceTime,
  Id,
  Instant,
  ids,
  LongText,
  noParams,
  noQuery,
  Receipt,
} from '../platform/fields.ts'
import { DistrictCode } from '../platform/places.ts'
import { route } from '../platform/route.ts'
import { BirthDate } from '../registration/age.ts'
import { ContactChannel, Language, Sex } from '../registration/code-lists.ts'
import { Destination, PhoneContact } from '../registration/person-fields.ts'
import { screenRoutes } from '../screening/private-screen-rules.ts'
import { ScreenContent } from '../screening/screen-content.ts'

/** The public half: anybody may seal, only this zone may open. */
export const SealingKey = z.strictObject({
  keyId: z.string(),
  algorithm: z.literal('RSA-OAEP-256'),
  /** SubjectPublicKeyInfo, DER, base64. */
  publicKey: z.string(),
  interviewersOnDuty: z.int(),
})

/**
 * `UNREADABLE`: the envelope cannot be opened, so that nobody knows about whom it is; it is kept, and somebody must look.
 * `CONFLICT`: another screen came first under this id, with other content; both are kept, this one under an id of its own.
 */
export const screenProblems = ['UNREADABLE', 'CONFLICT'] as const

export const OpenedScreen = z.strictObject({
  screenId: Id,
  returnEventId: z.optional(Id),
  displayNumber: z.optional(z.string()),
  /** The stricter of what the rules give today and what the officer decided. */
  route: z.enum(screenRoutes),
  dueAt: z.optional(Instant),
  receivedAt: Instant,
  state: z.enum(['OPEN', 'DECIDED']),
  /** True where re-running the rules gave another route than the tablet showed. */
  differs: z.boolean(),
  problem: z.optional(z.enum(screenProblems)),
  conflictsWith: z.optional(Id),
  revision: z.int(),
})
export type OpenedScreen = z.infer<typeof OpenedScreen>

/** Who is to be met, as the registry knows them; their exclusions are shown here and nowhere else (domain.md 2.3). */
export const Returnee = z.strictObject({
  personId: Id,
  givenNames: z.string(),
  surname: z.string(),
  sex: Sex,
  birth: BirthDate,
  phone: z.optional(PhoneContact),
  reachBy: z.optional(ContactChannel),
  homeDistrict: DistrictCode,
  destination: z.optional(Destination),
  language: z.optional(Language),
  /** Whom the person asked nobody to call, visit or ask. */
  notToContact: z.optional(z.array(z.string())),
  exclusions: z.optional(z.array(z.string())),
  /** Where they were received. */
  posts: z.array(z.string()),
})
export type Returnee = z.infer<typeof Returnee>

export const DecideScreen = z.strictObject({
  versions: CommandVersions,
  decision: z.enum(['INTERVIEWED', 'ROUTE_LIFTED', 'DECLINED', 'NOT_REACHED']),
  reason: LongText,
  revision: z.int(),
  deviceTime: DeviceTime,
})
export type DecideScreen = z.infer<typeof DecideScreen>

const screenId = '0193a3a0-0000-7000-8000-000000000031'
const deviceTime = '2026-11-22T08:00:00.000Z'
const opened = {
  screenId,
  route: 'INTERVIEW_72H',
  receivedAt: deviceTime,
  state: 'OPEN',
  differs: false,
  revision: 1,
} as const

export const protectionRoutes = {
  readSealingKey: route({
    name: 'readSealingKey',
    method: 'GET',
    path: '/v1/sealing-key',
    summary: 'The public key that private records are sealed to',
    permission: 'screen.seal',
    recording: 'none',
    params: noParams,
    query: noQuery,
    maxBodyBytes: 0,
    response: SealingKey,
    refusals: [],
    examples: { response: { keyId: 'key', algorithm: 'RSA-OAEP-256', publicKey: 'MIIB', interviewersOnDuty: 2 } },
  }),
  listScreens: route({
    name: 'listScreens',
    method: 'GET',
    path: '/v1/protection/screens',
    summary: 'Opened records that wait for a protection officer, in order of danger and time',
    permission: 'protection.read',
    recording: 'sealed',
    params: noParams,
    query: noQuery,
    maxBodyBytes: 0,
    response: z.strictObject({ screens: z.array(OpenedScreen) }),
    refusals: [],
    examples: { response: { screens: [opened] } },
  }),
  openScreen: route({
    name: 'openScreen',
    method: 'GET',
    path: '/v1/protection/screens/{screenId}',
    summary: 'The answers of one record, the rules that fired, and whom it is about',
    permission: 'protection.read',
    recording: 'sealed',
    params: ids('screenId'),
    query: noQuery,
    maxBodyBytes: 0,
    response: z.strictObject({
      screen: OpenedScreen,
      content: z.optional(ScreenContent),
      fired: z.array(z.string()),
      /** Absent while nobody is registered under the number. */
      returnee: z.optional(Returnee),
    }),
    refusals: [],
    examples: { params: { screenId }, response: { screen: opened, fired: [] } },
  }),
  decideScreen: route({
    name: 'decideScreen',
    method: 'PUT',
    path: '/v1/protection/screens/{screenId}/decisions/{decisionId}',
    summary: "A protection officer's decision, with its reason; only here can a route be lifted",
    permission: 'protection.decide',
    recording: 'sealed',
    params: ids('screenId', 'decisionId'),
    query: noQuery,
    body: DecideScreen,
    maxBodyBytes: 8_192,
    response: Receipt,
    refusals: ['revision-stale', 'task-finished', 'identifier-reused', 'version-retired'],
    examples: {
      params: { screenId, decisionId: '0193a3a0-0000-7000-8000-000000000032' },
      body: {
        versions: { contract: 1, rules: '2026-11-01' },
        decision: 'INTERVIEWED',
        reason: 'Spoken with in private',
        revision: 1,
        deviceTime,
      },
      response: { id: '0193a3a0-0000-7000-8000-000000000032', receivedAt: deviceTime, restoreEpoch: 0 },
    },
  }),
} as const
