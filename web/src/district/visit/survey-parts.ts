/** The survey cut into the parts in which it is asked. Pure. */
import {
  type SurveyDimension,
  type SurveyInstrument,
  type SurveyItem,
  type SurveyItemId,
  surveyDimensions,
} from '../../../../functions/reintegration/survey-1.ts'

export type GivenAnswers = Readonly<Partial<Record<SurveyItemId, string>>>

/** Why somebody looks for work is asked of who does. */
const isAsked = ({ id }: SurveyItem, answers: GivenAnswers): boolean => id !== 'Q10' || answers.Q9 === 'YES'

/** The questions of a part that these answers leave to be asked, in order. */
export const questionsOf = (
  instrument: SurveyInstrument,
  dimension: SurveyDimension,
  answers: GivenAnswers,
): readonly SurveyItem[] => instrument.items.filter(item => item.dimension === dimension && isAsked(item, answers))

/** What is sent: an answer whose question fell away goes with it. */
export function answersToSend(instrument: SurveyInstrument, answers: GivenAnswers): GivenAnswers {
  const asked = surveyDimensions.flatMap(dimension => questionsOf(instrument, dimension, answers))
  return Object.fromEntries(
    asked.flatMap(({ id }) => {
      const answer = answers[id]
      return answer === undefined ? [] : [[id, answer]]
    }),
  )
}
