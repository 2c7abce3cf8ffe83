/** What a protection officer's decision does to a screen. Only here may a route be lifted (domain.md 3.6). */
import type { TransitionTable } from '../platform/transitions.ts'
import type { ScreenRoute } from '../screening/private-screen-rules.ts'
import type { DecideScreen } from './contract.ts'

export type ScreenState = 'OPEN' | 'DECIDED'
export type DecisionWord = DecideScreen['decision']

/** A person who was not reached still waits. */
export const screenTransitions: TransitionTable<ScreenState, DecisionWord> = {
  INTERVIEWED: { from: ['OPEN'], to: 'DECIDED' },
  ROUTE_LIFTED: { from: ['OPEN'], to: 'DECIDED' },
  DECLINED: { from: ['OPEN'], to: 'DECIDED' },
  NOT_REACHED: { from: ['OPEN'], to: 'UNCHANGED' },
}

/** The route afterwards. That a returnee declined lowers nothing and is held against nobody. */
export const routeAfter = (decision: DecisionWord, route: ScreenRoute): ScreenRoute =>
  decision === 'ROUTE_LIFTED' ? 'NONE' : route
