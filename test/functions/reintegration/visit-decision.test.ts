import { describe, expect, it } from 'vitest'
import { survey1 } from '../../../functions/reintegration/survey-1.ts'
import { decideVisit, surveyAskedBy } from '../../../functions/reintegration/visit-decision.ts'

const today = '2026-11-22'
const planId = 'plan-1'
const task = (type: string) => ({ type, planId })
const visit = { visitedOn: '2026-11-21', reached: true }
const survey = { occasion: 'BASELINE', instrument: { id: survey1.id, version: 1 }, answers: {} } as const

describe('a visit', () => {
  it('is made, or somebody was not reached', () => {
    expect(decideVisit(planId, task('FOLLOW_1M'), visit, today)).toEqual({ outcome: 'PROVIDED' })
    expect(decideVisit(planId, task('FOLLOW_1M'), { ...visit, reached: false }, today)).toEqual({
      outcome: 'NOT_REACHED',
    })
  })

  it('has no failed attempt where somebody was reached', () => {
    const attempt = { code: 'MOVED', channel: 'VISIT' } as const
    expect(decideVisit(planId, task('FOLLOW_1M'), { ...visit, attempt }, today)).toMatchObject({
      refusal: 'invalid-fields',
    })
    expect(decideVisit(planId, task('FOLLOW_1M'), { ...visit, attempt, reached: false }, today)).toEqual({
      outcome: 'NOT_REACHED',
    })
  })

  it('belongs to a task of this plan that asks for one', () => {
    const kinds = [
      task('PLAN_DRAFT'),
      task('ARRIVED_HOME'),
      { type: 'FOLLOW_1M', planId: 'plan-2' },
      { type: 'FOLLOW_1M' },
    ]
    for (const each of kinds) expect(decideVisit(planId, each, visit, today)).toEqual({ refusal: 'task-other-kind' })
  })

  it('was today at the latest', () => {
    expect(decideVisit(planId, task('FOLLOW_1M'), { ...visit, visitedOn: today }, today)).toHaveProperty('outcome')
    const tomorrow = { ...visit, visitedOn: '2026-11-23' }
    expect(decideVisit(planId, task('FOLLOW_1M'), tomorrow, today)).toEqual({ refusal: 'date-in-future' })
  })
})

describe('the survey of a visit', () => {
  it('is the one its task asks for', () => {
    expect(['RSS_BASELINE', 'RSS_MID', 'RSS_END', 'FOLLOW_6M'].map(surveyAskedBy)).toEqual([
      'BASELINE',
      'MID',
      'END',
      undefined,
    ])
    expect(decideVisit(planId, task('RSS_BASELINE'), { ...visit, survey }, today)).toEqual({ outcome: 'PROVIDED' })
    for (const type of ['RSS_MID', 'FOLLOW_6M'])
      expect(decideVisit(planId, task(type), { ...visit, survey }, today)).toEqual({ refusal: 'task-other-kind' })
  })

  it('may be declined, and that is kept', () => {
    expect(decideVisit(planId, task('RSS_BASELINE'), visit, today)).toEqual({ outcome: 'DECLINED' })
  })

  it('is of somebody who was reached, and of an instrument that was issued', () => {
    const absent = { ...visit, reached: false, survey }
    expect(decideVisit(planId, task('RSS_BASELINE'), absent, today)).toMatchObject({ refusal: 'invalid-fields' })
    const unknown = { ...visit, survey: { ...survey, instrument: { id: survey1.id, version: 99 } } }
    expect(decideVisit(planId, task('RSS_BASELINE'), unknown, today)).toEqual({ refusal: 'version-retired' })
  })
})
