import { expect, it } from 'vitest'
import { batchStates } from '../../../functions/arrivals/batch.ts'
import { batchTransitions } from '../../../functions/arrivals/batch-states.ts'
import { stateAfter, whileStateAllows } from '../../../functions/platform/transitions.ts'

it('allows nothing more of a closed batch', () => {
  for (const action of [
    'countHeads',
    'tallyNeeds',
    'importManifest',
    'recordOutcome',
    'close',
    'closeUnexplained',
  ] as const) {
    expect(stateAfter(batchTransitions, action, 'CLOSED')).toBeUndefined()
    expect(stateAfter(batchTransitions, action, 'CLOSED_UNEXPLAINED')).toBeUndefined()
  }
  expect(stateAfter(batchTransitions, 'countHeads', 'EXPECTED')).toBe('ARRIVED')
  expect(stateAfter(batchTransitions, 'recordOutcome', 'ARRIVED')).toBe('ARRIVED')
})

it('states the same in the condition of the write', () => {
  const { when, values } = whileStateAllows(batchTransitions, 'close')
  expect(when).toBe('#state IN (:from0, :from1)')
  expect(Object.values(values)).toEqual(batchStates.filter(state => stateAfter(batchTransitions, 'close', state)))
})
