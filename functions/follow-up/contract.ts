/** District follow-up tasks: masked until claimed, one claimant wins (domain.md 5.2). */
import * as z from 'zod/mini'
import {
  CalendarDate,
  CommandVersions,
  DeviceTime,
  Id,
  Instant,
  ids,
  LongText,
  noQuery,
  Receipt,
} from '../platform/fields.ts'
import { districtRoles } from '../platform/permissions.ts'
import { DistrictCode, PostCode } from '../platform/places.ts'
import { route } from '../platform/route.ts'
import { BirthDate } from '../registration/age.ts'
import { ContactChannel, Sex } from '../registration/code-lists.ts'
import { ConsentPurpose } from '../registration/consent-purposes.ts'
import { PhoneContact } from '../registration/person-fields.ts'
import { attemptChannels, attemptCodes, taskFamilies, taskOutcomes, taskStates } from './task-words.ts'

/** What a list shows before a claim: a number, a council, a date, a neutral family. Village and type open with the claim. */
export const MaskedTask = z.strictObject({
  taskId: Id,
  displayNumber: z.optional(z.string()),
  council: z.optional(z.string()),
  family: z.enum(taskFamilies),
  dueAt: Instant,
  state: z.enum(taskStates),
  overdue: z.boolean(),
  mine: z.boolean(),
  lapsesAt: z.optional(Instant),
  revision: z.int(),
})
export type MaskedTask = z.infer<typeof MaskedTask>

/** Of whom a line is; shown to who holds a task of theirs. */
export const PersonName = z.strictObject({
  givenNames: z.string(),
  surname: z.string(),
  village: z.optional(z.string()),
})
export type PersonName = z.infer<typeof PersonName>

/** A line of what an officer holds: the claim opened it. */
export const HeldTask = z.strictObject({ task: MaskedTask, type: z.string(), person: z.optional(PersonName) })
export type HeldTask = z.infer<typeof HeldTask>

/** Of wages owed, to the labour officer who claimed the task: what was said, and until when a dismissal can be disputed. */
export const WageClaim = z.strictObject({
  amountCents: z.optional(z.int()),
  currency: z.optional(z.enum(['LSL', 'ZAR'])),
  daysBeforePayday: z.optional(z.int()),
  job: z.optional(z.string()),
  /** Thirty days from when work must have ended: an earlier dismissal makes it earlier (domain.md 5.3). */
  dispute: z.optional(z.strictObject({ lastDay: CalendarDate, countedFrom: z.enum(['STOPPED', 'RETURNED']) })),
})
export type WageClaim = z.infer<typeof WageClaim>

export const TaskDetail = z.strictObject({
  task: MaskedTask,
  type: z.string(),
  returnEventId: z.optional(Id),
  planId: z.optional(Id),
  /** Of reception's own task about a batch. */
  batchId: z.optional(Id),
  person: z.optional(
    z.strictObject({
      personId: Id,
      /** What they said yes to last. A no and a question never asked look the same from a district. */
      agreesTo: z.array(ConsentPurpose),
      givenNames: z.string(),
      surname: z.string(),
      sex: Sex,
      birth: BirthDate,
      /** Only where the person agreed to be reached so. */
      phone: z.optional(PhoneContact),
      otherPhone: z.optional(PhoneContact),
      /** Whom the person asked us not to call, visit or ask about them. */
      notToContact: z.optional(
        z.array(z.strictObject({ name: z.string(), relation: z.optional(z.string()), phone: z.optional(z.string()) })),
      ),
      /** The way the person agreed to, where there is no number. */
      reachBy: z.optional(ContactChannel),
      district: DistrictCode,
      council: z.optional(z.string()),
      village: z.optional(z.string()),
      chief: z.optional(z.string()),
    }),
  ),
  wageClaim: z.optional(WageClaim),
  note: z.optional(z.string()),
  /** Tries of theirs that did not reach the person, the first one first: so that none is made in vain again. */
  attempts: z.optional(
    z.array(
      z.strictObject({
        code: z.optional(z.enum(attemptCodes)),
        channel: z.optional(z.enum(attemptChannels)),
        at: Instant,
      }),
    ),
  ),
})
export type TaskDetail = z.infer<typeof TaskDetail>

const command = { versions: CommandVersions, deviceTime: DeviceTime }
export const ClaimTask = z.strictObject({ ...command, revision: z.int() })
export const ReleaseTask = z.strictObject({ ...command, reason: LongText })
/** How somebody was tried who was not reached, and what happened (domain.md 2.10). Older tablets do not say. */
export const ContactAttempt = z.strictObject({ code: z.enum(attemptCodes), channel: z.enum(attemptChannels) })
export type ContactAttempt = z.infer<typeof ContactAttempt>
export const CompleteTask = z.strictObject({
  ...command,
  outcome: z.enum(taskOutcomes),
  /** With `NOT_REACHED` alone: it decides what follows. */
  attempt: z.optional(ContactAttempt),
  note: z.optional(LongText),
})
export type ClaimTask = z.infer<typeof ClaimTask>
export type ReleaseTask = z.infer<typeof ReleaseTask>
export type CompleteTask = z.infer<typeof CompleteTask>

const versions = { contract: 1, rules: '2026-11-01' }
const deviceTime = '2026-11-22T08:00:00.000Z'
const taskId = '0193a3a0-0000-8000-8000-000000000041'
const commandId = '0193a3a0-0000-7000-8000-000000000042'
const receipt = { id: commandId, receivedAt: deviceTime, restoreEpoch: 0 }
const masked = {
  taskId,
  displayNumber: 'XV-7F-00001-Z',
  family: 'VISIT',
  dueAt: '2026-12-22T08:00:00.000Z',
  state: 'OPEN',
  overdue: false,
  mine: false,
  revision: 1,
} as const
const shared = { recording: 'committed', query: noQuery, maxBodyBytes: 8_192 } as const

export const followUpRoutes = {
  listTasks: route({
    name: 'listTasks',
    method: 'GET',
    path: '/v1/tasks',
    summary: "A place's tasks that the caller's role may do, masked",
    permission: 'task.list',
    recording: 'read',
    params: z.strictObject({}),
    query: z.strictObject({
      place: z.union([DistrictCode, PostCode]),
      state: z.enum(['OPEN', 'CLAIMED']),
      desk: z.optional(z.enum([...districtRoles, 'supervisor'])),
      dueBefore: z.optional(Instant),
    }),
    maxBodyBytes: 0,
    response: z.strictObject({ tasks: z.array(MaskedTask), more: z.boolean() }),
    refusals: [],
    examples: { response: { tasks: [masked], more: false } },
  }),
  listHeldTasks: route({
    name: 'listHeldTasks',
    method: 'GET',
    path: '/v1/held-tasks',
    summary: 'The tasks the caller holds at a place, and whose they are',
    permission: 'task.open',
    recording: 'read',
    params: z.strictObject({}),
    query: z.strictObject({ place: z.union([DistrictCode, PostCode]) }),
    maxBodyBytes: 0,
    response: z.strictObject({ tasks: z.array(HeldTask), more: z.boolean() }),
    refusals: [],
    examples: {
      response: {
        tasks: [
          {
            task: { ...masked, state: 'CLAIMED', mine: true },
            type: 'PLAN_DRAFT',
            person: { givenNames: 'Limpho', surname: 'Thamae', village: 'Ha Thamae' },
          },
        ],
        more: false,
      },
    },
  }),
  openTask: route({
    name: 'openTask',
    method: 'GET',
    path: '/v1/tasks/{taskId}',
    summary: 'The details of a task its claimant holds',
    permission: 'task.open',
    recording: 'read',
    params: ids('taskId'),
    query: noQuery,
    maxBodyBytes: 0,
    response: TaskDetail,
    refusals: ['task-not-yours', 'task-finished'],
    examples: {
      params: { taskId },
      response: {
        task: masked,
        type: 'PLAN_DRAFT',
        attempts: [{ code: 'NO_ANSWER', channel: 'OWN_PHONE', at: deviceTime }],
      },
    },
  }),
  claimTask: route({
    ...shared,
    name: 'claimTask',
    method: 'PUT',
    path: '/v1/tasks/{taskId}/claims/{claimId}',
    summary: 'Claim a task: exactly one claimant wins',
    permission: 'task.claim',
    params: ids('taskId', 'claimId'),
    body: ClaimTask,
    response: z.strictObject({ ...Receipt.shape, lapsesAt: Instant }),
    refusals: ['task-already-claimed', 'task-finished', 'revision-stale', 'version-retired'],
    examples: {
      params: { taskId, claimId: commandId },
      body: { versions, revision: 1, deviceTime },
      response: { ...receipt, lapsesAt: '2026-11-29T08:00:00.000Z' },
    },
  }),
  releaseTask: route({
    ...shared,
    name: 'releaseTask',
    method: 'PUT',
    path: '/v1/tasks/{taskId}/releases/{releaseId}',
    summary: 'Give a claimed task back, with a reason',
    permission: 'task.claim',
    params: ids('taskId', 'releaseId'),
    body: ReleaseTask,
    response: Receipt,
    refusals: ['task-not-yours', 'task-finished', 'identifier-reused', 'version-retired'],
    examples: {
      params: { taskId, releaseId: commandId },
      body: { versions, reason: 'On leave', deviceTime },
      response: receipt,
    },
  }),
  completeTask: route({
    ...shared,
    name: 'completeTask',
    method: 'PUT',
    path: '/v1/tasks/{taskId}/completions/{completionId}',
    summary: 'Finish a claimed task and say how it ended',
    permission: 'task.claim',
    params: ids('taskId', 'completionId'),
    body: CompleteTask,
    response: Receipt,
    refusals: ['task-not-yours', 'task-finished', 'task-other-kind', 'identifier-reused', 'version-retired'],
    examples: {
      params: { taskId, completionId: commandId },
      body: { versions, outcome: 'NOT_REACHED', attempt: { code: 'NO_ANSWER', channel: 'OWN_PHONE' }, deviceTime },
      response: receipt,
    },
  }),
} as const
