/** What a survey would lack if it were saved as it is (domain.md 6.4). Pure. */
import {
  type SurveyDimension,
  type SurveyInstrument,
  surveyDimensions,
} from '../../../../functions/reintegration/survey-1.ts'
import { SurveyAnswers, scoreSurvey } from '../../../../functions/reintegration/survey-scoring.ts'
import { answersToSend, type GivenAnswers, questionsOf } from './survey-parts.ts'

export interface SurveyGap {
  readonly dimension: SurveyDimension
  /** Questions to which nothing was marked; that somebody would not say is an answer. */
  readonly missing: number
  /** Whether it has a score all the same: enough of its weight is answered. */
  readonly scored: boolean
}

export interface SurveyGaps {
  /** None where every question has an answer. */
  readonly parts: readonly SurveyGap[]
  /** Whether the survey as a whole has a score as it stands. */
  readonly scored: boolean
}

/** One for each part in which a question stands unmarked, in the order of the survey. */
export function surveyGaps(instrument: SurveyInstrument, answers: GivenAnswers): SurveyGaps {
  const { dimensions, composite } = scoreSurvey(SurveyAnswers.parse(answersToSend(instrument, answers)), instrument)
  const parts = surveyDimensions.flatMap(dimension => {
    const missing = questionsOf(instrument, dimension, answers).filter(({ id }) => answers[id] === undefined).length
    return missing === 0 ? [] : [{ dimension, missing, scored: dimensions[dimension].valid }]
  })
  return { parts, scored: composite.valid }
}
