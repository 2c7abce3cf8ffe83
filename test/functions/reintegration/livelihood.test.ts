import { describe, expect, it } from 'vitest'
import { stateAfter, statesThatAllow } from '../../../functions/platform/transitions.ts'
import {
  assistanceTexts,
  assistanceTypes,
  businessTypes,
  movePlan,
  type PlanMove,
  planActions,
  planActionTo,
  planStates,
  planTransitions,
} from '../../../functions/reintegration/livelihood.ts'

const done = [{ done: true }, { done: true }]
const move = (override: Partial<PlanMove>): PlanMove => ({ from: 'ELIGIBLE', to: 'STARTED', steps: done, ...override })
const allowed: Record<string, Record<string, string>> = {
  start: { ELIGIBLE: 'STARTED' },
  complete: { STARTED: 'COMPLETED' },
  stop: { ELIGIBLE: 'STOPPED', STARTED: 'STOPPED' },
}

describe('the transitions of a plan', () => {
  it.each(planActions.flatMap(action => planStates.map(state => [action, state] as const)))(
    '%s from %s',
    (action, state) => {
      expect(stateAfter(planTransitions, action, state)).toBe(allowed[action]?.[state])
    },
  )

  it.each(planActions)('%s starts from the states that its write is conditional on', action => {
    expect([...statesThatAllow(planTransitions, action)]).toEqual(Object.keys(allowed[action] ?? {}))
  })

  it('lead by one action to each state but the first', () => {
    expect(planStates.map(planActionTo)).toEqual([undefined, 'start', 'complete', 'stop'])
  })
})

describe('moving a plan', () => {
  it.each([
    ['ELIGIBLE', 'STARTED', 'start'],
    ['STARTED', 'COMPLETED', 'complete'],
  ] as const)('from %s to %s needs no reason once its steps are done', (from, to, action) => {
    expect(movePlan(move({ from, to }))).toEqual({ action, state: to })
  })

  it.each([
    ['ELIGIBLE', 'COMPLETED'],
    ['ELIGIBLE', 'ELIGIBLE'],
    ['STARTED', 'ELIGIBLE'],
    ['COMPLETED', 'STARTED'],
    ['COMPLETED', 'STOPPED'],
    ['STOPPED', 'STARTED'],
  ] as const)('from %s to %s is not allowed, whatever the reason', (from, to) => {
    expect(movePlan(move({ from, to, reason: 'She asked' }))).toEqual({ refusal: 'plan-state-not-allowed' })
  })

  it.each(['ELIGIBLE', 'STARTED'] as const)('stops one that is %s with a reason only', from => {
    expect(movePlan(move({ from, to: 'STOPPED' }))).toEqual({ refusal: 'reason-needed' })
    expect(movePlan(move({ from, to: 'STOPPED', reason: ' ' }))).toEqual({ refusal: 'reason-needed' })
    expect(movePlan(move({ from, to: 'STOPPED', reason: 'She asked' }))).toEqual({ action: 'stop', state: 'STOPPED' })
  })

  it('completes one with a step left only where somebody says why', () => {
    const left = move({ from: 'STARTED', to: 'COMPLETED', steps: [{ done: true }, {}] })
    expect(movePlan(left)).toEqual({ refusal: 'reason-needed' })
    expect(movePlan({ ...left, reason: 'Sold the stall well' })).toEqual({ action: 'complete', state: 'COMPLETED' })
  })

  it('starts one whose steps are all still to do', () => {
    expect(movePlan(move({ steps: [{}, { done: false }] }))).toEqual({ action: 'start', state: 'STARTED' })
  })
})

it('every kind of help has words in both languages, and a business is one of them', () => {
  expect(Object.keys(assistanceTexts)).toEqual([...assistanceTypes])
  expect(Object.values(assistanceTexts).filter(text => text.en === '' || text['st-LS'] === '')).toEqual([])
  expect(businessTypes.filter(type => !assistanceTypes.includes(type))).toEqual([])
})
