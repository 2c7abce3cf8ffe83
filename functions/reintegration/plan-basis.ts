/** What consent taken back, or given again, does to a plan (domain.md 2.7, 5.4). Pure: no clock, no network, no AWS. */
import { dayMilliseconds } from '../follow-up/working-days.ts'
import { type PlanEnding, type PlanState, planBasisTransitions } from './livelihood.ts'

/** Of a plan what its corrections are judged by. Times are UTC instants. */
export interface StandingPlan {
  readonly planId: string
  /** The PLAN_DRAFT task it finished, on whose ground it stands. */
  readonly taskId: string
  readonly district: string
  readonly state: PlanState
  readonly eligibleAt: string
  readonly startedAt?: string | undefined
  readonly stoppedAt?: string | undefined
  readonly stoppedFor?: PlanEnding | undefined
  readonly excluded?: readonly string[] | undefined
  readonly revision: number
}

/** What was closed is opened again for twelve months (domain.md 5.4, PROPOSAL). */
const reopenedForDays = 365

/** Undefined where the plan is in line: under way on a ground, or ended for whatever other reason. */
export function basisAsks(plan: StandingPlan, grounded: boolean, now: string): 'end-plan' | 'resume-plan' | undefined {
  const { state, stoppedAt, stoppedFor } = plan
  if (!grounded) return planBasisTransitions['lose-basis'].from.some(from => from === state) ? 'end-plan' : undefined
  if (state !== 'STOPPED' || stoppedFor !== 'WITHDREW_CONSENT' || stoppedAt === undefined) return undefined
  return Date.parse(now) - Date.parse(stoppedAt) < reopenedForDays * dayMilliseconds ? 'resume-plan' : undefined
}
