/**
 * From the answers of a private screen to a suggested route, and from there to a person's decision (domain.md 3.6).
 * Pure: the tablet suggests with it, the protection function re-runs the version named. Rules suggest, people decide.
 */
import type { LocalText } from '../platform/local-text.ts'
import type { RefusalWord } from '../platform/refusals.ts'
import type { ObservationCode, ScreenAnswer, ScreenItemId } from './instruments.ts'
import { privateScreenRules1 } from './private-screen-rules-1.ts'

/** From nothing to do, to the most urgent: a route is raised by moving right. */
export const screenRoutes = [
  'NONE',
  'CARD_AND_OFFER',
  'LABOUR_OFFER',
  'ASK_AGAIN_72H',
  'INTERVIEW_72H',
  'INTERVIEW_NOW',
] as const
export type ScreenRoute = (typeof screenRoutes)[number]

/** What a route asks of the officer, in the officer's words. */
export const screenRouteTexts: Readonly<Record<ScreenRoute, LocalText>> = {
  NONE: { en: 'Nothing more to do', 'st-LS': 'Ha ho letho le leng' },
  CARD_AND_OFFER: {
    en: 'Give the card with a number; one offer at the first follow-up',
    'st-LS': 'Fana ka karete e nang le nomoro; thuso e tla hlahisoa hang feela ketelong ea pele',
  },
  LABOUR_OFFER: {
    en: 'Referral for labour rights, and an offer at follow-up',
    'st-LS': 'Fetisetsa ho ba litokelo tsa mosebetsi, thuso e tla hlahisoa ketelong',
  },
  ASK_AGAIN_72H: {
    en: 'Ask again in a private place within 72 hours',
    'st-LS': 'Botsa hape sebakeng sa lekunutu ka hare ho lihora tse 72',
  },
  INTERVIEW_72H: {
    en: 'A talk in private within 72 hours, where and how the person says is safe',
    'st-LS': 'Puisano ea lekunutu ka hare ho lihora tse 72, moo motho a reng ho bolokehile teng',
  },
  INTERVIEW_NOW: { en: 'A talk in private now', 'st-LS': 'Puisano ea lekunutu hona joale' },
}

/** An item that is absent was not asked. */
export type ScreenAnswers = Readonly<Partial<Record<ScreenItemId, ScreenAnswer>>>

export type ScreenFacts = {
  /** Under 18, or age in doubt. */
  readonly isMinor: boolean
  readonly asksToSpeak: boolean
  /** False where nobody could be asked out of others' sight and hearing. */
  readonly placeIsPrivate: boolean
  /** Weak, never alone: no rule reads them; they are kept for the interviewer. */
  readonly observations: readonly ObservationCode[]
}

export const screenRuleNames = [
  'CHILD',
  'FEARS_SOMEONE_WAITING',
  'HARMED_OR_DRUGGED',
  'MADE_TO_DO_ACTS',
  'ASKED_TO_SPEAK',
  'THREATENED',
  'COULD_NOT_LEAVE',
  'PAPERS_KEPT',
  'DEBT_NOT_PAYABLE',
  'SEVERAL_WORK_FACTS',
  'NOT_PRIVATE',
  'ONE_WORK_FACT',
  'REFUSED',
] as const
export type ScreenRuleName = (typeof screenRuleNames)[number]

export type ScreenRule = {
  readonly name: ScreenRuleName
  /** What the officer reads beside the suggestion. */
  readonly sentence: LocalText
  readonly route: ScreenRoute
  /** 1 is seen first. */
  readonly dangerOrder: number
  readonly fires: (answers: ScreenAnswers, facts: Omit<ScreenFacts, 'observations'>) => boolean
}

export type SuggestedRoute = {
  readonly route: ScreenRoute
  readonly fired: readonly ScreenRuleName[]
  /** Place in the queue, 1 first; absent when no rule fired. */
  readonly dangerOrder?: number
}

export const currentScreeningRules = '2026-11-01'

/** By the day from which they hold, in Lesotho; kept 180 days after they are replaced. */
export const screeningRules: Readonly<Record<string, readonly ScreenRule[]>> = {
  '2026-11-01': privateScreenRules1,
}

/** Undefined when no tablet can have had that version: refuse with `version-retired`. */
export function rulesFor(version: string): readonly ScreenRule[] | undefined {
  return Object.hasOwn(screeningRules, version) ? screeningRules[version] : undefined
}

const rankOf = (route: ScreenRoute): number => screenRoutes.indexOf(route)
/** The more urgent of two routes. */
export const stricterRoute = (one: ScreenRoute, other: ScreenRoute): ScreenRoute =>
  rankOf(one) >= rankOf(other) ? one : other

/** The most urgent route of all rules that fire; every one that fired is named, since each may ask for something. */
export function suggestRoute(
  answers: ScreenAnswers,
  facts: ScreenFacts,
  rules: readonly ScreenRule[] = privateScreenRules1,
): SuggestedRoute {
  const fired = rules.filter(rule => rule.fires(answers, facts))
  if (fired.length === 0) return { route: 'NONE', fired: [] }
  return {
    route: fired.map(rule => rule.route).reduce(stricterRoute),
    fired: fired.map(rule => rule.name),
    dangerOrder: Math.min(...fired.map(rule => rule.dangerOrder)),
  }
}

export type RouteDecision = {
  /** Only a protection officer may lift a route. */
  readonly desk: 'RECEPTION' | 'PROTECTION'
  readonly route: ScreenRoute
  /** The returnee said no to it. Kept; it neither lowers the route nor is held against anybody. */
  readonly declined: boolean
  readonly reason?: string
}

/**
 * The officer's decision beside the suggestion. Refusals: `route-only-raised` when reception would lower it,
 * `reason-needed` when the decision differs from the suggestion and says not why.
 */
export function decideRoute(
  suggested: ScreenRoute,
  decision: RouteDecision,
):
  | { readonly decided: RouteDecision }
  | { readonly refusal: Extract<RefusalWord, 'route-only-raised' | 'reason-needed'> } {
  const isLower = rankOf(decision.route) < rankOf(suggested)
  if (isLower && decision.desk === 'RECEPTION') return { refusal: 'route-only-raised' }
  if (decision.route !== suggested && !decision.reason?.trim()) return { refusal: 'reason-needed' }
  return { decided: decision }
}

/** "Now" is never promised beyond the interviewers on duty (domain.md 3.6): true while one of them is free. */
export const mayPromiseNow = (interviewersOnDuty: number, alreadyPromised: number): boolean =>
  alreadyPromised < interviewersOnDuty
