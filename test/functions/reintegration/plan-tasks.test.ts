import { describe, expect, it } from 'vitest'
import { planTasks } from '../../../functions/reintegration/plan-tasks.ts'
import { aPerson } from '../../builders/task.ts'

const at = new Date('2026-11-22T10:00:00.000Z')
const plan = {
  planId: 'plan-1',
  returnEventId: 'return-1',
  personId: 'person-1',
  district: 'LS-C',
  assistance: ['SKILLS_SHORT' as const],
  displayNumber: 'XV-T1-0001-0',
  council: 'Menkhoaneng',
  excluded: ['officer-9'],
} as const
const mutable = { ...plan, assistance: [...plan.assistance], excluded: [...plan.excluded] }
const business = { ...mutable, assistance: ['MICROBUSINESS' as const, 'FINANCIAL_LITERACY' as const] }
const namesOf = (...asked: Parameters<typeof planTasks>) =>
  planTasks(...asked).map(({ type, occurrence }) => `${type} ${occurrence}`)

describe('the tasks of a plan', () => {
  it('begin with the first survey, before any help', () => {
    expect(namesOf('MADE', mutable, aPerson(), at)).toEqual(['RSS_BASELINE 1'])
  })

  it('go on with follow-ups and later surveys once it starts', () => {
    expect(namesOf('STARTED', mutable, aPerson(), at).sort()).toEqual(
      ['FOLLOW_12M 1', 'FOLLOW_1M 1', 'FOLLOW_3M 1', 'FOLLOW_6M 1', 'RSS_END 1', 'RSS_MID 1'].sort(),
    )
  })

  it('visit a business three times', () => {
    const visits = namesOf('STARTED', business, aPerson(), at).filter(name => name.startsWith('BUSINESS'))
    expect(visits).toEqual(['BUSINESS_VISIT 1', 'BUSINESS_VISIT 2', 'BUSINESS_VISIT 3'])
  })

  it('carry the plan, the number, the council and who was ruled out', () => {
    const [first] = planTasks('MADE', mutable, aPerson(), at)
    expect(first).toMatchObject({
      place: 'LS-C',
      planId: 'plan-1',
      returnEventId: 'return-1',
      displayNumber: plan.displayNumber,
      council: plan.council,
      basis: 'SHARE_DISTRICT',
      raisedAt: at.toISOString(),
      excluded: ['officer-9'],
    })
    const later = aPerson({ full: { exclusions: ['officer-8'] } })
    expect(planTasks('MADE', mutable, later, at)[0]?.excluded).toEqual(['officer-8'])
  })

  it('have the same ids whenever they are raised', () => {
    const ids = (when: Date) => planTasks('STARTED', business, aPerson(), when).map(({ taskId }) => taskId)
    expect(ids(new Date('2027-01-01T00:00:00.000Z'))).toEqual(ids(at))
    expect(new Set(ids(at)).size).toBe(ids(at).length)
  })

  it('are not raised once the returnee no longer agrees, nor for a record that is gone', () => {
    const person = aPerson()
    const withdrawn = person.consents.map(answer => ({ ...answer, given: false }))
    expect(planTasks('STARTED', business, aPerson({ consents: [...person.consents, ...withdrawn] }), at)).toEqual([])
    expect(planTasks('STARTED', business, undefined, at)).toEqual([])
  })
})
