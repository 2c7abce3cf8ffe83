import { expect, it } from 'vitest'
import { assistanceTexts } from '../../../functions/reintegration/livelihood.ts'
import { survey1 } from '../../../functions/reintegration/survey-1.ts'
import { surveyScales } from '../../../functions/reintegration/survey-scales.ts'
import { provisionalEqual, weightSetLabel } from '../../../functions/reintegration/survey-scoring.ts'
import { harmfulIn } from '../harmful-words.ts'

it('says no harmful word in a survey, a plan or an index, in either language', () => {
  const said = [
    survey1.title,
    ...survey1.items.map(({ text }) => text),
    ...Object.values(surveyScales).flatMap(options => options.map(({ text }) => text)),
    ...Object.values(assistanceTexts),
    weightSetLabel(provisionalEqual),
  ].flatMap(({ en, 'st-LS': sesotho }) => [en, sesotho])
  expect(said.length).toBeGreaterThan(100)
  expect(said.filter(text => harmfulIn(text).length > 0)).toEqual([])
})
