/** The scores of a survey as it was answered, made anew each time: what is stored are the answers (domain.md 6.4). Pure. */
import type { RecordVisit } from './contract.ts'
import { findSurvey } from './survey-1.ts'
import { type ShownScores, scoreSurvey, shownScores } from './survey-scoring.ts'

/** Undefined where there was no survey, or the instrument is none of ours. */
export function scoresOf(survey: RecordVisit['survey']): ShownScores | undefined {
  const instrument = survey && findSurvey(survey.instrument.id, survey.instrument.version)
  return instrument && shownScores(scoreSurvey(survey.answers, instrument))
}
