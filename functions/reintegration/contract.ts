/** Livelihood plans and visits, recorded by a district through its tasks (domain.md 6). */
import * as z from 'zod/mini'
import { ContactAttempt, PersonName } from '../follow-up/contract.ts'
import {
  CalendarDate,
  CommandVersions,
  DeviceTime,
  Id,
  Instant,
  ids,
  isNamedOnce,
  LongText,
  noParams,
  noQuery,
  Receipt,
  ShortText,
} from '../platform/fields.ts'
import { DistrictCode } from '../platform/places.ts'
import { route } from '../platform/route.ts'
import { assistanceTypes, planStates } from './livelihood.ts'
import { SurveyAnswers } from './survey-scoring.ts'

export const surveyOccasions = ['BASELINE', 'MID', 'END'] as const

export const PlanStep = z.strictObject({ step: ShortText, dueOn: CalendarDate, done: z.optional(z.boolean()) })

/** Recorded by the holder of the person's PLAN_DRAFT task, which it finishes. */
export const RecordPlan = z.strictObject({
  versions: CommandVersions,
  taskId: Id,
  assistance: z.array(z.enum(assistanceTypes)).check(z.minLength(1), z.maxLength(5), isNamedOnce),
  steps: z.array(PlanStep).check(z.minLength(1), z.maxLength(12)),
  deviceTime: DeviceTime,
})
export type RecordPlan = z.infer<typeof RecordPlan>

export const MovePlan = z.strictObject({
  versions: CommandVersions,
  to: z.enum(planStates),
  /** To stop a plan, or to complete one of which a step is not done. */
  reason: z.optional(LongText),
  /** Which steps are done by now, counted from 1. */
  stepsDone: z.optional(z.array(z.int().check(z.positive(), z.maximum(12))).check(z.maxLength(12))),
  /** The revision the officer saw. */
  revision: z.int(),
  deviceTime: DeviceTime,
})
export type MovePlan = z.infer<typeof MovePlan>

/** A visit finishes the task that asked for it; the survey is kept as answers, never only as scores. */
export const RecordVisit = z.strictObject({
  versions: CommandVersions,
  taskId: Id,
  visitedOn: CalendarDate,
  reached: z.boolean(),
  /** Where the person was not reached: it decides what follows. */
  attempt: z.optional(ContactAttempt),
  survey: z.optional(
    z.strictObject({
      occasion: z.enum(surveyOccasions),
      instrument: z.strictObject({ id: z.string().check(z.maxLength(40)), version: z.int() }),
      answers: SurveyAnswers,
    }),
  ),
  note: z.optional(LongText),
  deviceTime: DeviceTime,
})
export type RecordVisit = z.infer<typeof RecordVisit>

const Score = z.nullable(z.number())
/** A provisional index (equal weights) until the official weights are loaded; null where too little was answered. */
export const Scores = z.strictObject({
  economic: Score,
  social: Score,
  psychosocial: Score,
  composite: Score,
  weightSet: z.string(),
})

export const VisitView = z.strictObject({
  visitId: Id,
  visitedOn: CalendarDate,
  reached: z.boolean(),
  occasion: z.optional(z.enum(surveyOccasions)),
  scores: z.optional(Scores),
})

export const PlanView = z.strictObject({
  planId: Id,
  displayNumber: z.optional(z.string()),
  /** Only to who recorded it or holds a task of the person (domain.md 5.2). */
  person: z.optional(PersonName),
  returnEventId: Id,
  district: DistrictCode,
  state: z.enum(planStates),
  assistance: z.array(z.enum(assistanceTypes)),
  steps: z.array(PlanStep),
  eligibleAt: Instant,
  startedAt: z.optional(Instant),
  completedAt: z.optional(Instant),
  visits: z.array(VisitView),
  revision: z.int(),
})
export type PlanView = z.infer<typeof PlanView>

/** Plans that are not ended stand in a list, so that no plan is lost when the task that led to it is done. */
export const plansUnderWay = ['ELIGIBLE', 'STARTED'] as const

/** What a list shows: a number, a council and a date, as a list of tasks does. */
export const PlanLine = z.strictObject({
  planId: Id,
  displayNumber: z.optional(z.string()),
  council: z.optional(z.string()),
  state: z.enum(plansUnderWay),
  /** When it was made, or started. */
  since: Instant,
})
export type PlanLine = z.infer<typeof PlanLine>

const versions = { contract: 1, rules: '2026-11-01' }
const deviceTime = '2026-11-22T08:00:00.000Z'
const planId = '0193a3a0-0000-7000-8000-000000000051'
const taskId = '0193a3a0-0000-8000-8000-000000000041'
const receipt = { id: planId, receivedAt: deviceTime, restoreEpoch: 0 }
const steps = [{ step: 'Buy chicks and feed', dueOn: '2027-01-15' }]

export const reintegrationRoutes = {
  recordPlan: route({
    name: 'recordPlan',
    method: 'PUT',
    path: '/v1/plans/{planId}',
    summary: 'Record a livelihood plan and raise its visits',
    permission: 'plan.record',
    recording: 'committed',
    params: ids('planId'),
    query: noQuery,
    body: RecordPlan,
    maxBodyBytes: 16_384,
    response: Receipt,
    refusals: ['task-not-yours', 'task-finished', 'task-other-kind', 'identifier-reused', 'version-retired'],
    examples: {
      params: { planId },
      body: { versions, taskId, assistance: ['MICROBUSINESS'], steps, deviceTime },
      response: receipt,
    },
  }),
  movePlan: route({
    name: 'movePlan',
    method: 'PUT',
    path: '/v1/plans/{planId}/transitions/{transitionId}',
    summary: 'Start, complete or stop a plan',
    permission: 'plan.record',
    recording: 'committed',
    params: ids('planId', 'transitionId'),
    query: noQuery,
    body: MovePlan,
    maxBodyBytes: 8_192,
    response: z.strictObject({ ...Receipt.shape, revision: z.int() }),
    refusals: ['plan-state-not-allowed', 'revision-stale', 'reason-needed', 'identifier-reused', 'version-retired'],
    examples: {
      params: { planId, transitionId: '0193a3a0-0000-7000-8000-000000000052' },
      body: { versions, to: 'STARTED', revision: 1, deviceTime },
      response: { ...receipt, revision: 2 },
    },
  }),
  recordVisit: route({
    name: 'recordVisit',
    method: 'PUT',
    path: '/v1/plans/{planId}/visits/{visitId}',
    summary: 'Record a visit and, where asked, the sustainability survey',
    permission: 'visit.record',
    recording: 'committed',
    params: ids('planId', 'visitId'),
    query: noQuery,
    body: RecordVisit,
    maxBodyBytes: 16_384,
    response: z.strictObject({ ...Receipt.shape, scores: z.optional(Scores) }),
    refusals: [
      'plan-unknown',
      'task-not-yours',
      'task-finished',
      'task-other-kind',
      'identifier-reused',
      'date-in-future',
      'version-retired',
    ],
    examples: {
      params: { planId, visitId: '0193a3a0-0000-7000-8000-000000000053' },
      body: { versions, taskId, visitedOn: '2026-11-21', reached: true, deviceTime },
      response: receipt,
    },
  }),
  listPlans: route({
    name: 'listPlans',
    method: 'GET',
    path: '/v1/plans',
    summary: "A district's plans that are not ended, the one that has waited longest first",
    permission: 'plan.read',
    recording: 'read',
    params: noParams,
    query: z.strictObject({ district: DistrictCode, state: z.enum(plansUnderWay) }),
    maxBodyBytes: 0,
    response: z.strictObject({ plans: z.array(PlanLine), more: z.boolean() }),
    refusals: [],
    examples: {
      response: {
        plans: [{ planId, displayNumber: 'XV-7F-00001-Z', state: 'ELIGIBLE', since: deviceTime }],
        more: false,
      },
    },
  }),
  readPlan: route({
    name: 'readPlan',
    method: 'GET',
    path: '/v1/plans/{planId}',
    summary: 'A plan and its visits',
    permission: 'plan.read',
    recording: 'read',
    params: ids('planId'),
    query: noQuery,
    maxBodyBytes: 0,
    response: PlanView,
    refusals: [],
    examples: {
      params: { planId },
      response: {
        planId,
        returnEventId: '0193a3a0-0000-7000-8000-000000000021',
        district: 'LS-C',
        state: 'ELIGIBLE',
        assistance: ['MICROBUSINESS'],
        steps,
        eligibleAt: deviceTime,
        visits: [],
        revision: 1,
      },
    },
  }),
} as const
