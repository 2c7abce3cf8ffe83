import { describe, expect, it } from 'vitest'
import { RecordVisit } from '../../../functions/reintegration/contract.ts'
import { survey1, surveyDimensions } from '../../../functions/reintegration/survey-1.ts'
import { surveyScales } from '../../../functions/reintegration/survey-scales.ts'
import { surveyGaps } from '../../../web/src/district/visit/survey-gaps.ts'
import { questionsOf } from '../../../web/src/district/visit/survey-parts.ts'
import { visitContent, visitDraftFor, visitProblems } from '../../../web/src/district/visit/visit-draft.ts'

const today = '2026-11-22'
const taskId = '0193a3a0-0000-8000-8000-000000000041'
const newDraft = () => visitDraftFor(crypto.randomUUID(), today)

it('asks every question of the survey in one of its parts', () => {
  const asked = surveyDimensions.flatMap(dimension => questionsOf(survey1, dimension, { Q9: 'YES' }))
  expect(asked).toEqual(survey1.items)
})

it('asks why somebody looks for work only of who does, and sends no answer to a question that fell away', () => {
  const draft = newDraft()
  draft.reached.value = true
  draft.willing.value = true
  for (const [id, answer] of [
    ['Q9', 'YES'],
    ['Q10', 'PAY_TOO_LOW'],
  ] as const) {
    const place = draft.answers.get(id)
    if (place !== undefined) place.value = answer
  }
  expect(visitContent(draft, taskId, 'BASELINE').survey?.answers).toEqual({ Q9: 'YES', Q10: 'PAY_TOO_LOW' })
  const looking = draft.answers.get('Q9')
  if (looking !== undefined) looking.value = 'NO'
  expect(visitContent(draft, taskId, 'BASELINE').survey?.answers).toEqual({ Q9: 'NO' })
})

it('makes of a visit what the contract takes, with and without a survey', () => {
  const draft = newDraft()
  draft.reached.value = true
  draft.willing.value = true
  draft.note.value = '  Stall is open '
  const surveyed = draft.makeCommand(visitContent(draft, taskId, 'END')).body
  expect(RecordVisit.parse(surveyed)).toMatchObject({
    visitedOn: today,
    note: 'Stall is open',
    survey: { occasion: 'END', instrument: { id: survey1.id, version: 1 }, answers: {} },
  })
  draft.willing.value = false
  expect(visitContent(draft, taskId, 'END')).not.toHaveProperty('survey')
  draft.willing.value = true
  draft.reached.value = false
  expect(visitContent(draft, taskId, 'END')).not.toHaveProperty('survey')
})

it('names what is missing, and never an answer', () => {
  const draft = newDraft()
  expect(visitProblems(draft, 'MID', today)).toEqual({ visitedOn: false, reached: true, tried: false, willing: false })
  draft.reached.value = true
  expect(visitProblems(draft, 'MID', today)).toEqual({ visitedOn: false, reached: false, tried: false, willing: true })
  expect(visitProblems(draft, undefined, today)).toEqual({
    visitedOn: false,
    reached: false,
    tried: false,
    willing: false,
  })
  draft.willing.value = true
  draft.visitedOn.day.value = '23'
  expect(visitProblems(draft, 'MID', today)).toEqual({ visitedOn: true, reached: false, tried: false, willing: false })
})

it('asks of who was not met how they were tried, and sends it of nobody else', () => {
  const draft = newDraft()
  draft.reached.value = false
  expect(visitProblems(draft, 'MID', today)).toEqual({ visitedOn: false, reached: false, tried: true, willing: false })
  draft.tried.channel.value = 'NEIGHBOUR'
  expect(visitProblems(draft, 'MID', today).tried).toBe(true)
  draft.tried.code.value = 'MOVED'
  expect(visitProblems(draft, 'MID', today).tried).toBe(false)
  const attempt = { channel: 'NEIGHBOUR', code: 'MOVED' }
  expect(RecordVisit.parse(draft.makeCommand(visitContent(draft, taskId, 'MID')).body)).toMatchObject({ attempt })
  draft.reached.value = true
  expect(visitContent(draft, taskId, 'MID')).not.toHaveProperty('attempt')
})

describe('what a survey lacks', () => {
  const all = (code: string) => Object.fromEntries(survey1.items.map(({ id }) => [id, code]))
  /** The best answer of each question; nobody looks for work, so that why is not asked. */
  const whole = {
    ...Object.fromEntries(survey1.items.map(({ id, scale }) => [id, String(surveyScales[scale][0]?.code)])),
    Q9: 'NO',
  }

  it('is counted in each part, and said to have no score where a quarter of its weight is missing', () => {
    expect(surveyGaps(survey1, { Q1: 'GOOD' })).toEqual({
      parts: [
        { dimension: 'ECONOMIC', missing: 8, scored: false },
        { dimension: 'SOCIAL', missing: 11, scored: false },
        { dimension: 'PSYCHOSOCIAL', missing: 10, scored: false },
      ],
      scored: false,
    })
    const oneLeft = Object.fromEntries(Object.entries(whole).filter(([id]) => id !== 'Q11'))
    expect(surveyGaps(survey1, oneLeft)).toEqual({
      parts: [{ dimension: 'SOCIAL', missing: 1, scored: true }],
      scored: true,
    })
  })

  it('is nothing where all was answered; that somebody would not say is an answer', () => {
    expect(surveyGaps(survey1, whole)).toEqual({ parts: [], scored: true })
    expect(surveyGaps(survey1, all('NO_ANSWER'))).toEqual({ parts: [], scored: false })
  })
})
