import { expect, it } from 'vitest'
import { RecordPlan } from '../../../functions/reintegration/contract.ts'
import {
  addStep,
  forgetPlanDraft,
  mostAssistance,
  planContent,
  planDraftFor,
  planProblems,
  removeStep,
} from '../../../web/src/district/plan/plan-draft.ts'

const today = '2026-11-22'
const taskId = '0193a3a0-0000-8000-8000-000000000041'
const newDraft = () => planDraftFor(crypto.randomUUID())

const fill = (draft: ReturnType<typeof newDraft>, index: number, step: string, [day, month, year]: string[]) => {
  const line = draft.steps.value[index]
  if (line === undefined) throw new Error('no such step')
  line.step.value = step
  line.dueOn.day.value = day ?? ''
  line.dueOn.month.value = month ?? ''
  line.dueOn.year.value = year ?? ''
  return line.line
}

it('makes of a whole draft what the contract takes', () => {
  const draft = newDraft()
  draft.assistance.value = ['MICROBUSINESS', 'SKILLS_SHORT']
  fill(draft, 0, '  Buy chicks and feed ', ['15', '1', '2027'])
  addStep(draft)
  fill(draft, 1, 'Sell at the market', ['22', '11', '2026'])
  expect(planProblems(draft, today)).toEqual({ assistance: false, steps: new Map() })
  const content = planContent(draft, taskId)
  expect(content.steps).toEqual([
    { step: 'Buy chicks and feed', dueOn: '2027-01-15' },
    { step: 'Sell at the market', dueOn: '2026-11-22' },
  ])
  expect(RecordPlan.safeParse(draft.makeCommand(content).body).success).toBe(true)
})

it('names what is missing, line by line', () => {
  const draft = newDraft()
  const first = fill(draft, 0, 'Buy chicks', ['31', '2', '2027'])
  addStep(draft)
  const second = fill(draft, 1, ' ', ['21', '11', '2026'])
  const { assistance, steps } = planProblems(draft, today)
  expect(assistance).toBe(true)
  expect([...steps]).toEqual([
    [first, new Set(['dueOn'])], // no such day
    [second, new Set(['step', 'dueOn'])], // yesterday
  ])
})

it('takes five kinds of help and no more', () => {
  const draft = newDraft()
  draft.assistance.value = ['MICROBUSINESS', 'TVET', 'HOUSING', 'LEGAL', 'EDUCATION']
  expect(draft.assistance.value).toHaveLength(mostAssistance)
  expect(planProblems(draft, today).assistance).toBe(false)
  draft.assistance.value = [...draft.assistance.value, 'MEDICAL']
  expect(planProblems(draft, today).assistance).toBe(true)
})

it('keeps what was typed in the other steps when one is removed', () => {
  const draft = newDraft()
  const first = fill(draft, 0, 'one', [])
  addStep(draft)
  fill(draft, 1, 'two', [])
  removeStep(draft, first)
  addStep(draft)
  expect(draft.steps.value.map(({ step }) => step.value)).toEqual(['two', ''])
  expect(new Set(draft.steps.value.map(({ line }) => line)).size).toBe(2)
})

it('finds a draft as it was left, until it is saved', () => {
  const draft = planDraftFor('left')
  fill(draft, 0, 'kept', [])
  expect(planDraftFor('left')).toBe(draft)
  forgetPlanDraft('left')
  expect(planDraftFor('left').steps.value[0]?.step.value).toBe('')
})
