/**
 * A plan, its transitions and its visits as they stand in the registry. They carry a district and ids, so that the facts
 * are made of them without a person's own record.
 */
import * as z from 'zod/mini'
import { DistrictCode } from '../platform/places.ts'
import { type Stored, storedShape } from '../platform/stored.ts'
import { PlanStep, surveyOccasions } from './contract.ts'
import { assistanceTypes, planEndings, planStates } from './livelihood.ts'
import { SurveyAnswers } from './survey-scoring.ts'

/** Who recorded it, when by both clocks, and the fingerprint by which its retry is known. */
const recorded = {
  contractVersion: z.int(),
  rulesVersion: z.string(),
  officerId: z.string(),
  deviceTime: z.string(),
  receivedAt: z.string(),
  contentHash: z.string(),
}

export const storedPlan = storedShape(1, () =>
  z.object({
    planId: z.string(),
    /** The PLAN_DRAFT task it finished. */
    taskId: z.string(),
    returnEventId: z.string(),
    personId: z.string(),
    district: DistrictCode,
    state: z.enum(planStates),
    assistance: z.array(z.enum(assistanceTypes)),
    steps: z.array(PlanStep),
    /** When it was recorded: the returnee is then eligible, the first step of the funnel (domain.md 6.6). */
    eligibleAt: z.string(),
    startedAt: z.optional(z.string()),
    completedAt: z.optional(z.string()),
    stoppedAt: z.optional(z.string()),
    stoppedFor: z.optional(z.enum(planEndings)),
    displayNumber: z.optional(z.string()),
    council: z.optional(z.string()),
    /** Officers, roles at places, or places that must not handle it; enforced as scope, shown to nobody. */
    excluded: z.optional(z.array(z.string())),
    ...recorded,
    revision: z.int(),
  }),
)
export type Plan = Stored<typeof storedPlan>

export const storedPlanMove = storedShape(1, () =>
  z.object({
    to: z.enum(planStates),
    reason: z.optional(z.string()),
    /** The plan's revision after it. */
    planRevision: z.int(),
    ...recorded,
  }),
)
export type PlanMove = Stored<typeof storedPlanMove>

export const storedVisit = storedShape(1, () =>
  z.object({
    visitId: z.string(),
    planId: z.string(),
    taskId: z.string(),
    returnEventId: z.string(),
    district: DistrictCode,
    visitedOn: z.string(),
    reached: z.boolean(),
    /** Answers, never scores: other weights make other scores of them (domain.md 6.4). */
    survey: z.optional(
      z.object({
        occasion: z.enum(surveyOccasions),
        instrument: z.object({ id: z.string(), version: z.int() }),
        answers: SurveyAnswers,
      }),
    ),
    note: z.optional(z.string()),
    ...recorded,
  }),
)
export type Visit = Stored<typeof storedVisit>
