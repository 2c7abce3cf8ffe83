/**
 * What the zone makes of an opened screen (domain.md 3.6, 5.3). Pure: no clock, no network, no AWS.
 * It re-runs the rules of the version the tablet had; the stricter of what they give and what the officer decided holds.
 */

import {
  currentScreeningRules,
  rulesFor,
  type ScreenRoute,
  type ScreenRuleName,
  screenRoutes,
  stricterRoute,
  suggestRoute,
} from '../screening/private-screen-rules.ts'
import type { ScreenContent } from '../screening/screen-content.ts'

export interface Judgement {
  readonly route: ScreenRoute
  readonly fired: readonly ScreenRuleName[]
  /** Place among screens of one route, 1 first; last where no rule fired. */
  readonly dangerOrder: number
  /** True where the rules gave another route here than on the tablet, or that version of them is gone. */
  readonly differs: boolean
}

const lastInDanger = 99

export function judgeScreen({ rulesVersion, answers, suggestion, decision, ...facts }: ScreenContent): Judgement {
  const rules = rulesFor(rulesVersion)
  const { route, fired, dangerOrder } = suggestRoute(answers, facts, rules ?? rulesFor(currentScreeningRules))
  return {
    route: stricterRoute(route, decision.route),
    fired,
    dangerOrder: dangerOrder ?? lastInDanger,
    differs: rules === undefined || route !== suggestion.route,
  }
}

const hour = 60 * 60 * 1000

/**
 * How long each route may wait, in milliseconds from receipt; undefined: nothing to do. "Now" is one hour, as Primero's
 * default for a high risk (domain.md 5.3); an offer of labour rights is due with a wage claim's first step, the offer
 * after the card with the first follow-up.
 */
const mayWaitMilliseconds = {
  NONE: undefined,
  CARD_AND_OFFER: 30 * 24 * hour,
  LABOUR_OFFER: 72 * hour,
  ASK_AGAIN_72H: 72 * hour,
  INTERVIEW_72H: 72 * hour,
  INTERVIEW_NOW: hour,
} as const satisfies Record<ScreenRoute, number | undefined>

/** What the zone asks of its own officers. */
export const protectionTasks = ['INTERVIEW_NOW', 'INTERVIEW', 'RE_SCREEN', 'LABOUR_OFFER', 'CARD_OFFER'] as const
export type ProtectionTask = (typeof protectionTasks)[number]

const tasks = {
  NONE: undefined,
  CARD_AND_OFFER: 'CARD_OFFER',
  LABOUR_OFFER: 'LABOUR_OFFER',
  ASK_AGAIN_72H: 'RE_SCREEN',
  INTERVIEW_72H: 'INTERVIEW',
  INTERVIEW_NOW: 'INTERVIEW_NOW',
} as const satisfies Record<ScreenRoute, ProtectionTask | undefined>

/** The task a route raises and when it is due; undefined where the route asks for nothing. */
export function taskOf(
  route: ScreenRoute,
  receivedAt: Date,
): { readonly type: ProtectionTask; readonly dueAt: string } | undefined {
  const type = tasks[route]
  const wait = mayWaitMilliseconds[route]
  if (type === undefined || wait === undefined) return undefined
  return { type, dueAt: new Date(receivedAt.getTime() + wait).toISOString() }
}

/** An envelope that nobody can open may hold anything: somebody asks again. */
export const routeOfUnreadable: ScreenRoute = 'ASK_AGAIN_72H'

/** Of two contents under one id nobody knows which is the person's: somebody asks again, whatever the later one says. */
export const routeOfConflict = (route: ScreenRoute): ScreenRoute => stricterRoute(route, 'ASK_AGAIN_72H')

export interface Queued {
  readonly route: ScreenRoute
  readonly dangerOrder: number
  readonly dueAt?: string | undefined
}

/** The most urgent route first, then by danger, then by due time. */
export const byDanger = (one: Queued, other: Queued): number =>
  screenRoutes.indexOf(other.route) - screenRoutes.indexOf(one.route) ||
  one.dangerOrder - other.dangerOrder ||
  (one.dueAt ?? '').localeCompare(other.dueAt ?? '')
