import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findSurvey,
  type SurveyDimension,
  type SurveyItemId,
  survey1,
  surveyDimensions,
} from '../../../functions/reintegration/survey-1.ts'
import { surveyScales } from '../../../functions/reintegration/survey-scales.ts'
import {
  changeBetween,
  provisionalEqual,
  SurveyAnswers,
  scoreSurvey,
  shownScores,
  type WeightSet,
} from '../../../functions/reintegration/survey-scoring.ts'

const seed = 6_400
const scored = survey1.items.filter(item => item.scored)
const scoredIn = (dimension: SurveyDimension) => scored.filter(item => item.dimension === dimension)
const codesOf = (id: SurveyItemId) => {
  const item = survey1.items.find(each => each.id === id)
  return item === undefined ? [] : surveyScales[item.scale]
}
const extreme = (value: 0 | 1): SurveyAnswers =>
  SurveyAnswers.parse(
    Object.fromEntries(scored.map(({ id }) => [id, codesOf(id).find(option => option.value === value)?.code])),
  )
const without = (answers: SurveyAnswers, ids: readonly SurveyItemId[]): SurveyAnswers =>
  SurveyAnswers.parse(
    Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.some(dropped => dropped === id))),
  )

const someAnswers: fc.Arbitrary<SurveyAnswers> = fc
  .record(
    Object.fromEntries(survey1.items.map(({ id }) => [id, fc.constantFrom(...codesOf(id).map(option => option.code))])),
    { requiredKeys: [] },
  )
  .map(answers => SurveyAnswers.parse(answers))

describe('the survey', () => {
  it('has the 31 items of the three dimensions, two of them only described', () => {
    expect(survey1.items.map(item => item.id)).toEqual(Array.from({ length: 31 }, (_, index) => `Q${index + 1}`))
    expect(surveyDimensions.map(dimension => scoredIn(dimension).length)).toEqual([9, 11, 9])
    expect(survey1.items.filter(item => !item.scored).map(item => item.id)).toEqual(['Q10', 'Q31'])
  })

  it('is worded in both languages, question and answers', () => {
    const texts = [...survey1.items, ...Object.values(surveyScales).flat()].map(each => each.text)
    expect(texts.filter(text => text.en === '' || text['st-LS'] === '')).toEqual([])
    expect(survey1.sesothoReview).toBe('DRAFT_AWAITING_NATIVE_SPEAKER')
  })

  it('values every scored scale from 0 to 1, both ends reached', () => {
    for (const { id } of scored) {
      const values = codesOf(id).flatMap(option => (option.value === null ? [] : [option.value]))
      expect([Math.min(...values), Math.max(...values)]).toEqual([0, 1])
    }
  })

  it('is found by id and version, and nothing else is', () => {
    expect(findSurvey('SUSTAINABILITY_SURVEY', 1)).toBe(survey1)
    expect(findSurvey('SUSTAINABILITY_SURVEY', 2)).toBeUndefined()
    expect(findSurvey('PRIVATE_SCREEN', 1)).toBeUndefined()
  })

  it.each<[SurveyItemId, string, number | undefined | null]>([
    ['Q2', 'NEVER', 1],
    ['Q4', 'RARELY', 1],
    ['Q5', 'SMALLER', 0.5],
    ['Q9', 'NO', 1],
    ['Q14', 'NO_CHILDREN', null],
    ['Q22', 'VERY_OFTEN', 1],
    ['Q29', 'YES', 0],
    ['Q30', 'NOT_KNOWN', null],
  ])('%s answered %s is worth %s', (id, code, value) => {
    expect(codesOf(id).find(option => option.code === code)?.value).toBe(value)
  })
})

describe('the answers', () => {
  it('refuse an item or a code that is not in the survey, and a code of another scale', () => {
    expect(SurveyAnswers.safeParse({ Q7: 'YES' }).success).toBe(true)
    expect(SurveyAnswers.safeParse({ Q32: 'YES' }).success).toBe(false)
    expect(SurveyAnswers.safeParse({ Q7: 'PERHAPS' }).success).toBe(false)
    expect(SurveyAnswers.safeParse({ Q7: 'VERY_OFTEN' }).success).toBe(false)
  })
})

describe('the score', () => {
  it('is 1 throughout at the best and 0 throughout at the worst', () => {
    expect(shownScores(scoreSurvey(extreme(1)))).toMatchObject({ economic: 1, social: 1, psychosocial: 1 })
    expect(scoreSurvey(extreme(1)).composite.score).toBeCloseTo(1, 12)
    expect(shownScores(scoreSurvey(extreme(0)))).toMatchObject({
      economic: 0,
      social: 0,
      psychosocial: 0,
      composite: 0,
    })
  })

  it('stays between 0 and 1, or is none where nothing was answered', () => {
    fc.assert(
      fc.property(someAnswers, answers => {
        const { dimensions, composite } = scoreSurvey(answers)
        for (const { score } of [...Object.values(dimensions), composite])
          if (score !== null) {
            expect(score).toBeGreaterThanOrEqual(0)
            expect(score).toBeLessThanOrEqual(1 + 1e-12)
          }
        expect(composite.score === null).toBe(Object.values(dimensions).every(({ score }) => score === null))
      }),
      { seed, numRuns: 500 },
    )
    expect(scoreSurvey({}).composite).toEqual({ score: null, valid: false })
  })

  it('is the mean of the three dimensions where every item is answered', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 3 }), { minLength: 31, maxLength: 31 }), picks => {
        const answers = SurveyAnswers.parse(
          Object.fromEntries(
            scored.map(({ id }, index) => {
              const valued = codesOf(id).filter(option => option.value !== null)
              return [id, valued[(picks[index] ?? 0) % valued.length]?.code]
            }),
          ),
        )
        const { dimensions, composite } = scoreSurvey(answers)
        const sum = Object.values(dimensions).reduce((all, { score }) => all + (score ?? Number.NaN), 0)
        expect(composite.score).toBeCloseTo(sum / 3, 10)
        expect(composite.valid).toBe(true)
      }),
      { seed, numRuns: 300 },
    )
  })

  it('never falls when one answer gets better', () => {
    fc.assert(
      fc.property(someAnswers, fc.constantFrom(...scored), (answers, { id, dimension }) => {
        const before = codesOf(id).find(option => option.code === answers[id])?.value
        fc.pre(before !== null && before !== undefined)
        const best = SurveyAnswers.parse({ ...answers, [id]: codesOf(id).find(option => option.value === 1)?.code })
        const [was, is] = [scoreSurvey(answers), scoreSurvey(best)]
        expect(is.dimensions[dimension].score ?? -1).toBeGreaterThanOrEqual(
          (was.dimensions[dimension].score ?? 2) - 1e-12,
        )
        expect(is.composite.score ?? -1).toBeGreaterThanOrEqual((was.composite.score ?? 2) - 1e-12)
      }),
      { seed, numRuns: 500 },
    )
  })

  it('does not move with what is only described, nor with what was answered by nothing', () => {
    fc.assert(
      fc.property(someAnswers, answers => {
        const nothing = Object.entries(answers).filter(([, code]) => code === 'NOT_KNOWN' || code === 'NO_ANSWER')
        const ids = [...nothing.map(([id]) => id), 'Q10', 'Q31']
        const fewer = without(
          answers,
          survey1.items.map(item => item.id).filter(id => ids.includes(id)),
        )
        expect(scoreSurvey(fewer)).toEqual(scoreSurvey(answers))
      }),
      { seed, numRuns: 300 },
    )
  })

  it.each([
    ['ECONOMIC', 7],
    ['SOCIAL', 9],
    ['PSYCHOSOCIAL', 7],
  ] as const)('of the %s dimension is valid from %i answers on', (dimension, needed) => {
    const ids = scoredIn(dimension).map(item => item.id)
    const enough = scoreSurvey(without(extreme(1), ids.slice(needed)))
    const short = scoreSurvey(without(extreme(1), ids.slice(needed - 1)))
    expect([enough.dimensions[dimension].valid, enough.composite.valid]).toEqual([true, true])
    expect([short.dimensions[dimension].valid, short.composite.valid]).toEqual([false, false])
    expect(shownScores(short)).toMatchObject({ composite: null })
  })

  it('is valid at exactly three quarters of the weight', () => {
    const [first, second, third, fourth] = scoredIn('ECONOMIC').map(item => item.id)
    const decimals: WeightSet = {
      ...provisionalEqual,
      withinDimension: {
        ...provisionalEqual.withinDimension,
        ...Object.fromEntries(scoredIn('ECONOMIC').map(item => [item.id, 0])),
        ...Object.fromEntries([
          [first, 0.01],
          [second, 0.01],
          [third, 0.13],
          [fourth, 0.05],
        ]),
      },
    }
    const three = without(
      extreme(1),
      scoredIn('ECONOMIC')
        .slice(3)
        .map(item => item.id),
    )
    expect(scoreSurvey(three, survey1, decimals).dimensions.ECONOMIC.valid).toBe(true)
  })

  it('carries the label of its weights, and says provisional until they are official', () => {
    expect(scoreSurvey({}).label.en).toBe('provisional index (equal weights)')
    expect(scoreSurvey({}, survey1, { ...provisionalEqual, id: 'ANNEX_4', source: 'OFFICIAL' })).toMatchObject({
      weightSet: 'ANNEX_4',
      label: { en: 'index' },
    })
  })

  it('follows other weights', () => {
    const foodAlone: WeightSet = { ...provisionalEqual, withinDimension: { Q2: 1 }, withinComposite: { Q2: 1 } }
    const answers = { ...extreme(1), Q2: 'OFTEN' } as const
    expect(scoreSurvey(answers, survey1, foodAlone).dimensions.ECONOMIC.score).toBe(0.25)
    expect(scoreSurvey(answers, survey1, foodAlone).composite.score).toBe(0.25)
  })
})

it('the equal weights give each dimension a third of the composite', () => {
  for (const dimension of surveyDimensions) {
    const share = scoredIn(dimension).reduce((sum, { id }) => sum + (provisionalEqual.withinComposite[id] ?? 0), 0)
    expect(share).toBeCloseTo(1 / 3, 12)
  }
})

describe('the change between two surveys', () => {
  const [worst, best] = [shownScores(scoreSurvey(extreme(0))), shownScores(scoreSurvey(extreme(1)))]

  it('is the later less the earlier', () => {
    expect(changeBetween(worst, best, 'social')).toBe(1)
    expect(changeBetween(best, worst, 'composite')).toBeCloseTo(-1, 12)
  })

  it('is none across weight sets, or where one was not valid', () => {
    expect(changeBetween(worst, { ...best, weightSet: 'ANNEX_4' }, 'social')).toBeNull()
    expect(changeBetween(shownScores(scoreSurvey({})), best, 'social')).toBeNull()
  })
})
