/** What a visit may record, by the task that asked for it. Pure: no clock, no network, no AWS. */
import { finishedWith } from '../follow-up/task-desks.ts'
import type { Task } from '../follow-up/task-record.ts'
import type { RefusalWord } from '../platform/refusals.ts'
import type { RefusalDetail } from '../platform/reply.ts'
import type { RecordVisit, surveyOccasions } from './contract.ts'
import { findSurvey } from './survey-1.ts'

export type SurveyOccasion = (typeof surveyOccasions)[number]

const occasions: Readonly<Record<string, SurveyOccasion>> = { RSS_BASELINE: 'BASELINE', RSS_MID: 'MID', RSS_END: 'END' }

/** The survey a kind of task asks for; undefined where it asks for none. */
export const surveyAskedBy = (type: string): SurveyOccasion | undefined => occasions[type]

export type VisitDecision =
  /** `DECLINED`: a survey was due and the returnee would not answer; that is kept, and is no failure. */
  | { readonly outcome: 'PROVIDED' | 'NOT_REACHED' | 'DECLINED' }
  | {
      readonly refusal: Extract<
        RefusalWord,
        'task-other-kind' | 'date-in-future' | 'invalid-fields' | 'version-retired'
      >
      readonly detail?: RefusalDetail
    }

/**
 * Refuses `task-other-kind` (not a visit of this plan, or a survey it does not ask for), `date-in-future`,
 * `invalid-fields` (a survey of somebody who was not reached, a failed attempt on somebody who was) and `version-retired` (a survey never issued).
 * `today` is the date in Lesotho.
 */
export function decideVisit(
  planId: string,
  task: Pick<Task, 'type' | 'planId'>,
  { reached, attempt, survey, visitedOn }: Pick<RecordVisit, 'reached' | 'attempt' | 'survey' | 'visitedOn'>,
  today: string,
): VisitDecision {
  if (finishedWith(task.type) !== 'VISIT' || task.planId !== planId) return { refusal: 'task-other-kind' }
  if (visitedOn > today) return { refusal: 'date-in-future' }
  if (reached && attempt)
    return { refusal: 'invalid-fields', detail: { fields: [{ path: 'attempt', problem: 'reached' }] } }
  const asked = surveyAskedBy(task.type)
  if (!survey) return { outcome: reached ? (asked === undefined ? 'PROVIDED' : 'DECLINED') : 'NOT_REACHED' }
  if (survey.occasion !== asked) return { refusal: 'task-other-kind' }
  if (!reached) return { refusal: 'invalid-fields', detail: { fields: [{ path: 'survey', problem: 'not-reached' }] } }
  return findSurvey(survey.instrument.id, survey.instrument.version)
    ? { outcome: 'PROVIDED' }
    : { refusal: 'version-retired' }
}
