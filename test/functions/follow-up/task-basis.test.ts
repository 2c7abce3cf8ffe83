import { describe, expect, it } from 'vitest'
import { hasBasis, lostBasis } from '../../../functions/follow-up/task-basis.ts'
import { anAnswer } from '../../builders/answers.ts'
import { aPerson } from '../../builders/task.ts'

describe('the ground of a task', () => {
  it.each([
    ['WAGE_CLAIM', 'SHARE_DISTRICT', ['SHARE_DISTRICT'], true],
    ['WAGE_CLAIM', 'SHARE_DISTRICT', ['FOLLOWUP_CONTACT'], false],
    ['PDM_CALL', 'SHARE_DISTRICT', ['SHARE_DISTRICT'], false],
    ['PDM_CALL', 'SHARE_DISTRICT', ['SHARE_DISTRICT', 'FOLLOWUP_CONTACT'], true],
    ['PDM_CALL', 'PROTECTION_DUTY', [], true],
    ['RULES_REVIEW', 'STAYS', [], true],
  ] as const)('of %s on %s with %j: %s', (type, basis, given, expected) => {
    expect(hasBasis({ type, basis }, given)).toBe(expected)
  })

  const task = { type: 'WAGE_CLAIM', basis: 'SHARE_DISTRICT', state: 'OPEN' } as const
  it('is lost with the last answer, and only by an unfinished task of somebody on record', () => {
    const person = aPerson()
    const withdrawn = { consents: [...person.consents, anAnswer({ given: false })] }
    expect(lostBasis(task, person)).toBe(false)
    expect(lostBasis(task, withdrawn)).toBe(true)
    expect(lostBasis({ ...task, state: 'DONE' }, withdrawn)).toBe(false)
    expect(lostBasis(task, undefined)).toBe(false)
  })
})
