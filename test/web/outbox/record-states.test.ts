import { describe, expect, it } from 'vitest'
import { type RecordStep, recordStates, recordSteps, stateAfter } from '../../../web/src/outbox/record-states.ts'

const steps = Object.keys(recordSteps).filter((step): step is RecordStep => step in recordSteps)

describe('a record', () => {
  it('is received by the answer of the server alone, and stays so', () => {
    const into = steps.filter(step => recordSteps[step].to === 'received')
    expect(into).toEqual(['receive'])
    expect(recordStates.filter(state => stateAfter(state, 'receive') !== undefined)).toEqual(['sending', 'refused'])
    expect(steps.filter(step => stateAfter('received', step) !== undefined)).toEqual([])
  })

  it('waits again after anything that is no answer', () => {
    expect(stateAfter('sending', 'sendAgain')).toBe('waiting')
  })

  it('is corrected only where it was refused', () => {
    expect(recordStates.filter(state => stateAfter(state, 'mend') !== undefined)).toEqual(['refused'])
  })

  it('can always be received in the end', () => {
    const reach = (state: (typeof recordStates)[number], seen: readonly string[] = []): boolean =>
      state === 'received' ||
      steps.some(step => {
        const next = stateAfter(state, step)
        return next !== undefined && !seen.includes(next) && reach(next, [...seen, state])
      })
    expect(recordStates.filter(state => !reach(state))).toEqual([])
  })
})
