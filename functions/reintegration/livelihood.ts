/** Livelihood help and the states of a plan (domain.md 6.5, 6.6): eligible, started, completed; or stopped. Pure. */
import type { LocalText } from '../platform/local-text.ts'
import type { RefusalWord } from '../platform/refusals.ts'
import { stateAfter, type TransitionTable } from '../platform/transitions.ts'

export const assistanceTypes = [
  'MICROBUSINESS',
  'COLLECTIVE_BUSINESS',
  'COMMUNITY_PROJECT',
  'JOB_PLACEMENT',
  'TVET',
  'SKILLS_SHORT',
  'FINANCIAL_LITERACY',
  'MICROCREDIT_LINK',
  'EDUCATION',
  'HOUSING',
  'MEDICAL',
  'PSYCHOSOCIAL',
  'LEGAL',
  'DOCUMENTATION',
] as const
export type AssistanceType = (typeof assistanceTypes)[number]

/** Sesotho is a draft that awaits a native speaker's review. */
export const assistanceTexts: Readonly<Record<AssistanceType, LocalText>> = {
  MICROBUSINESS: { en: 'Small business, goods first', 'st-LS': 'Khoebo e nyenyane, thepa pele' },
  COLLECTIVE_BUSINESS: { en: 'Business of a group', 'st-LS': 'Khoebo ea sehlopha' },
  COMMUNITY_PROJECT: { en: 'Community project', 'st-LS': 'Morero oa sechaba' },
  JOB_PLACEMENT: { en: 'A job found', 'st-LS': 'Ho fumanoa mosebetsi' },
  TVET: { en: 'Vocational training', 'st-LS': 'Koetliso ea mosebetsi oa matsoho' },
  SKILLS_SHORT: { en: 'Short course', 'st-LS': 'Thupelo e khutšoanyane' },
  FINANCIAL_LITERACY: { en: 'Handling money', 'st-LS': 'Tsamaiso ea chelete' },
  MICROCREDIT_LINK: { en: 'Link to small credit', 'st-LS': 'Khokahano le kalimo e nyenyane' },
  EDUCATION: { en: 'School', 'st-LS': 'Sekolo' },
  HOUSING: { en: 'Housing', 'st-LS': 'Bolulo' },
  MEDICAL: { en: 'Health care', 'st-LS': 'Tlhokomelo ea bophelo' },
  PSYCHOSOCIAL: { en: 'Someone to talk to', 'st-LS': 'Motho oa ho bua le eena' },
  LEGAL: { en: 'Legal help', 'st-LS': 'Thuso ea molao' },
  DOCUMENTATION: { en: 'Papers', 'st-LS': 'Mangolo' },
}

/** After these a business is visited at one, three and six months (domain.md 5.3). */
export const businessTypes: readonly AssistanceType[] = ['MICROBUSINESS', 'COLLECTIVE_BUSINESS']

export const planStates = ['ELIGIBLE', 'STARTED', 'COMPLETED', 'STOPPED'] as const
export type PlanState = (typeof planStates)[number]
export const planActions = ['start', 'complete', 'stop'] as const
export type PlanAction = (typeof planActions)[number]

/** A store writes `statesThatAllow(planTransitions, action)` as the condition of its write. */
export const planTransitions = {
  start: { from: ['ELIGIBLE'], to: 'STARTED' },
  complete: { from: ['STARTED'], to: 'COMPLETED' },
  stop: { from: ['ELIGIBLE', 'STARTED'], to: 'STOPPED' },
} as const satisfies TransitionTable<PlanState, PlanAction>

/** Why a plan ended other than by an officer's own act (domain.md 5.4). Kept with it, and shown to no district (2.7). */
export const planEndings = ['WITHDREW_CONSENT'] as const
export type PlanEnding = (typeof planEndings)[number]

/** What the person's own consent does to a plan: no officer acts here, so that these are no `planActions`. */
export const planBasisTransitions = {
  'lose-basis': { from: ['ELIGIBLE', 'STARTED'], to: 'STOPPED' },
  'be-eligible-again': { from: ['STOPPED'], to: 'ELIGIBLE' },
  'go-on': { from: ['STOPPED'], to: 'STARTED' },
} as const satisfies TransitionTable<PlanState, string>

/** The action that leads to a state; undefined for the state in which every plan begins. */
export const planActionTo = (to: PlanState): PlanAction | undefined =>
  planActions.find(action => planTransitions[action].to === to)

export type PlanMove = {
  readonly from: PlanState
  readonly to: PlanState
  readonly steps: readonly { readonly done?: boolean | undefined }[]
  readonly reason?: string | undefined
}

/**
 * Moves a plan. Refusals: `plan-state-not-allowed`; `reason-needed` to stop a plan, or to complete one of which a step
 * is not done (PROPOSAL: a plan may end well on another way than planned, but somebody says so).
 */
export function movePlan({
  from,
  to,
  steps,
  reason,
}: PlanMove):
  | { readonly action: PlanAction; readonly state: PlanState }
  | { readonly refusal: Extract<RefusalWord, 'plan-state-not-allowed' | 'reason-needed'> } {
  const action = planActionTo(to)
  const state = action && stateAfter(planTransitions, action, from)
  if (action === undefined || state === undefined) return { refusal: 'plan-state-not-allowed' }
  const needsReason = action === 'stop' || (action === 'complete' && steps.some(step => step.done !== true))
  if (needsReason && !reason?.trim()) return { refusal: 'reason-needed' }
  return { action, state }
}
