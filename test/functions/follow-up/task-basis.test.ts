import { describe, expect, it } from 'vitest'
import { groundFor, hasBasis, lostBasis } from '../../../functions/follow-up/task-basis.ts'
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

  const raisedAt = '2026-11-22T09:00:00.000Z'
  const task = { type: 'WAGE_CLAIM', basis: 'SHARE_DISTRICT', state: 'OPEN', raisedAt } as const
  it('is lost with the last answer, and only by an unfinished task of somebody on record', () => {
    const person = aPerson()
    const withdrawn = { ...person, consents: [...person.consents, anAnswer({ given: false })] }
    expect(lostBasis(task, person)).toBe(false)
    expect(lostBasis(task, withdrawn)).toBe(true)
    expect(lostBasis({ ...task, state: 'DONE' }, withdrawn)).toBe(false)
    expect(lostBasis(task, undefined)).toBe(false)
  })

  it.each([
    ['of a child then, grown since', 'WAGE_CLAIM', '2009-01-01', 'PROTECTION_DUTY'],
    ['of who was grown then, as it turned out', 'WAGE_CLAIM', '1990-01-01', 'SHARE_DISTRICT'],
    ['that nothing but a duty bears', 'CHILD_ASSESS', '1990-01-01', 'PROTECTION_DUTY'],
  ] as const)('%s', (_what, type, date, basis) => {
    const ground = groundFor({ type, basis: 'PROTECTION_DUTY', raisedAt }, { birth: { date, precision: 'DAY' } })
    expect(ground).toEqual({ type, basis })
  })
})
