import { describe, expect, it } from 'vitest'
import { type Escalating, nextEscalation } from '../../../functions/escalation/escalation-steps.ts'

const dueAt = '2026-11-24T08:00:00.000Z'
const task: Escalating = { dueAt, roles: ['labour'] }
const levelAt = (at: string, escalating: Escalating = task) => nextEscalation(escalating, new Date(at))?.level

describe('escalation', () => {
  it('begins when the task is due, and not before', () => {
    expect([levelAt('2026-11-24T07:59:59.999Z'), levelAt(dueAt)]).toEqual([undefined, 1])
  })

  it('goes on after a day and after three, one level at a time, and ends', () => {
    const first = { ...task, escalation: 1 }
    expect([levelAt('2026-11-25T07:59:59.999Z', first), levelAt('2026-11-25T08:00:00.000Z', first)]).toEqual([
      undefined,
      2,
    ])
    const second = { ...task, escalation: 2 }
    expect([levelAt('2026-11-26T08:00:00.000Z', second), levelAt('2026-11-27T08:00:00.000Z', second)]).toEqual([
      undefined,
      3,
    ])
    expect(levelAt('2027-11-27T08:00:00.000Z')).toBe(1)
    expect(levelAt('2027-11-27T08:00:00.000Z', { ...task, escalation: 3 })).toBeUndefined()
  })

  it('calls the next on the roster, and keeps the desk first', () => {
    expect(nextEscalation(task, new Date(dueAt))?.roles).toEqual(['labour', 'administrator-office'])
  })

  it('calls nobody twice, nobody past the roster, and nobody for health', () => {
    const roles = ['livelihood', 'administrator-office', 'social-development']
    expect(nextEscalation({ dueAt, roles }, new Date(dueAt))?.roles).toEqual(roles)
    const past = { dueAt, roles: ['labour', 'administrator-office'], escalation: 1 }
    expect(nextEscalation(past, new Date('2027-01-01T00:00:00.000Z'))?.roles).toEqual(past.roles)
    expect(nextEscalation({ dueAt, roles: ['health'] }, new Date(dueAt))).toEqual({ level: 1, roles: ['health'] })
    expect(nextEscalation({ dueAt, roles: ['supervisor'] }, new Date(dueAt))).toEqual({
      level: 1,
      roles: ['supervisor'],
    })
  })
})
