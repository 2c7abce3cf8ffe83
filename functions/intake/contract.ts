/**
 * The intake: one officer, one returnee, one command (design.md 4). Fields are those of domain.md 2.3.
 * It asks nothing on trafficking, violence or health detail, nor anything of the "never asked" list.
 */
import * as z from 'zod/mini'
import {
  CommandVersions,
  DeviceTime,
  Id,
  Instant,
  ids,
  isOnce,
  noQuery,
  Receipt,
  ShortText,
} from '../platform/fields.ts'
import { route } from '../platform/route.ts'
import { HouseholdRole, ReturnType, SendingFacility, Transport } from '../registration/code-lists.ts'
import { Consent, FastLane, FullTier, isAnsweredOnce } from '../registration/person-fields.ts'
import { WordPair } from '../registration/remembered-words.ts'
import { ItemCode } from '../support/items.ts'
import { ProofOfHandover } from '../support/proof.ts'
import { GivenLine, SupportLine } from '../support/support-line.ts'

/**
 * Of an intake typed in from paper: when it was written, by whom, and who stood by. Its number is the one printed on the
 * form, and `deviceTime` is when it was typed.
 */
export const LateCapture = z.strictObject({
  writtenAt: Instant,
  officer: ShortText,
  witness: z.optional(ShortText),
})
export type LateCapture = z.infer<typeof LateCapture>

export const PutIntake = z.strictObject({
  versions: CommandVersions,
  batchId: Id,
  /** The manifest row the person stands on; absent for who is present without being listed. */
  row: z.optional(z.int().check(z.positive())),
  /** A new person, or one the officer recognised (same personId as before). */
  personId: Id,
  knownPerson: z.boolean(),
  /** What the officer answered to each suspected duplicate shown before saving. */
  matches: z.array(z.strictObject({ personId: Id, answer: z.enum(['SAME', 'DIFFERENT', 'UNSURE']) })).check(
    z.maxLength(20),
    isOnce<{ personId: string }>(({ personId }) => personId),
  ),
  displayNumber: z.string(),
  /** Of who would rather carry no slip: how they are found again. The number is theirs all the same. */
  words: z.optional(WordPair),
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
  consents: z.array(Consent).check(z.maxLength(20), isAnsweredOnce),
  support: z.array(GivenLine).check(
    z.maxLength(12),
    isOnce<GivenLine>(({ item }) => item),
  ),
  /** What was wanted but not there, so that the shortage is counted. */
  notGiven: z.optional(
    z.array(z.strictObject({ item: ItemCode, reason: z.enum(['OUT_OF_STOCK', 'DECLINED']) })).check(
      z.maxLength(12),
      isOnce<{ item: string }>(({ item }) => item),
    ),
  ),
  /** Of what is given; absent where nothing is, or nobody asked. */
  proof: z.optional(ProofOfHandover),
  lateCapture: z.optional(LateCapture),
  deviceTime: DeviceTime,
})
export type PutIntake = z.infer<typeof PutIntake>

export const IntakeReceipt = z.strictObject({
  ...Receipt.shape,
  personId: Id,
  displayNumber: z.string(),
  priority: z.enum(['ORDINARY', 'PRIORITY']),
  granted: z.array(SupportLine),
  /** Handed over, and more than the books can bear: a supervisor says what becomes of it. */
  disputed: z.optional(z.array(SupportLine)),
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
      'number-taken',
      'care-status-needed',
      'date-in-future',
      'second-officer-needed',
      'already-supported',
      'lease-exhausted',
      'device-unknown',
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
