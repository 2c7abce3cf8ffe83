import { expect, it } from 'vitest'
import { isReasonGiven, outcomesThatNeedReason } from '../../../functions/arrivals/outcome-reasons.ts'

it('needs a reason where somebody is handed over or counted away, and none where it would tell of health or harm', () => {
  expect(outcomesThatNeedReason).toEqual(['NOT_NATIONAL', 'TO_POLICE', 'DIED', 'COUNTED_TWICE'])
  expect(isReasonGiven('TO_POLICE', undefined)).toBe(false)
  expect(isReasonGiven('TO_POLICE', 'Warrant shown')).toBe(true)
  expect(isReasonGiven('TO_HOSPITAL', undefined)).toBe(true)
  expect(isReasonGiven('TO_CHILD_PROTECTION', undefined)).toBe(true)
})
