import { describe, expect, it } from 'vitest'
import { dutyRoster } from '../../../functions/follow-up/duty-roster.ts'
import { allDesks, desksFor, finishedWith } from '../../../functions/follow-up/task-desks.ts'
import { taskTypeNames, taskTypes } from '../../../functions/follow-up/task-types.ts'
import { districtRoles } from '../../../functions/platform/permissions.ts'

const districtTypes = taskTypeNames.filter(name => taskTypes[name].zone === 'district')

describe('the desks', () => {
  it('let every role find every task its type names', () => {
    for (const name of districtTypes)
      for (const role of taskTypes[name].roles)
        expect(desksFor([role]), `${role}, ${name}`).toContain(taskTypes[name].roles[0])
  })

  it('let who is called by the roster find what was escalated to them', () => {
    for (const [desk, called] of Object.entries(dutyRoster))
      for (const role of called) expect(desksFor([role]), `${role} for ${desk}`).toContain(desk)
  })

  it('open no queue of protection', () => {
    expect(desksFor(districtRoles)).not.toContain('protection')
    expect(allDesks).not.toContain('protection')
  })

  it('have a queue for every type of task', () => {
    for (const name of districtTypes) expect(allDesks).toContain(taskTypes[name].roles[0])
  })
})

describe('the duty roster', () => {
  it('never brings a child or health task before another desk', () => {
    const kept = districtTypes.filter(name => !taskTypes[name].inCommonList)
    expect(kept.length).toBeGreaterThan(0)
    for (const name of kept) {
      const { roles } = taskTypes[name]
      const called = Object.entries(dutyRoster).flatMap(([desk, next]) => (desk === roles[0] ? next : []))
      for (const role of called) expect(roles, name).toContain(role)
    }
  })
})

describe('what finishes a task', () => {
  it('is a plan for a plan, a visit for what a plan raised, answers for who asks again, and saying so for the others', () => {
    expect(finishedWith('PLAN_DRAFT')).toBe('PLAN')
    for (const type of ['RSS_BASELINE', 'RSS_MID', 'RSS_END', 'FOLLOW_1M', 'FOLLOW_12M', 'BUSINESS_VISIT'])
      expect(finishedWith(type), type).toBe('VISIT')
    expect(finishedWith('CONSENT_AGAIN')).toBe('CONSENTS')
    for (const type of ['ARRIVED_HOME', 'WAGE_CLAIM', 'UNEXPLAINED_COUNT'])
      expect(finishedWith(type), type).toBe('COMPLETION')
  })
})
