/** Before a tab with something typed in it goes, the browser asks; with nothing typed, or all saved, it does not. */
import { expect, it } from 'vitest'
import { addStep, forgetPlanDraft, planDraftFor } from '../../../web/src/district/plan/plan-draft.ts'
import { hasUnsaved } from '../../../web/src/district/unsaved.ts'
import { forgetVisitDraft, visitDraftFor } from '../../../web/src/district/visit/visit-draft.ts'

it('counts a plan from the first word, day or kind of help on, until it is saved', () => {
  const draft = planDraftFor('task-1')
  addStep(draft)
  expect(hasUnsaved()).toBe(false)
  const [first] = draft.steps.value
  if (first === undefined) throw new Error('a plan begins with a step')
  first.step.value = '  '
  expect(hasUnsaved()).toBe(false)
  first.dueOn.day.value = '5'
  expect(hasUnsaved()).toBe(true)
  first.dueOn.day.value = ''
  draft.assistance.value = ['TVET']
  expect(hasUnsaved()).toBe(true)
  forgetPlanDraft('task-1')
  expect(hasUnsaved()).toBe(false)
})

it('counts a visit from the first answer on, and its day alone for nothing', () => {
  const draft = visitDraftFor('task-2', '2026-11-22')
  expect(hasUnsaved()).toBe(false)
  draft.reached.value = false
  expect(hasUnsaved()).toBe(true)
  draft.reached.value = undefined
  const answer = draft.answers.get('Q1')
  if (answer !== undefined) answer.value = 'GOOD'
  expect(hasUnsaved()).toBe(true)
  forgetVisitDraft('task-2')
  expect(hasUnsaved()).toBe(false)
})
