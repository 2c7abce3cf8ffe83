/** A visit as it is being recorded. Drafts stay in the tab until they are saved: thirty answers are not asked twice. */
import { type Signal, signal } from '@preact/signals'
import type { RecordVisit } from '../../../../functions/reintegration/contract.ts'
import { type SurveyItemId, survey1 } from '../../../../functions/reintegration/survey-1.ts'
import { SurveyAnswers } from '../../../../functions/reintegration/survey-scoring.ts'
import type { SurveyOccasion } from '../../../../functions/reintegration/visit-decision.ts'
import { commandMaker, type MakeCommand } from '../../api/command-maker.ts'
import { type DateInput, dateInput, readDate } from '../../ui/date-input.ts'
import { type AttemptDraft, attemptDraft, readAttempt } from '../attempt-draft.ts'
import { unwatchDraft, watchDraft } from '../unsaved.ts'
import { answersToSend, type GivenAnswers } from './survey-parts.ts'

export interface VisitDraft {
  readonly visitedOn: DateInput
  readonly reached: Signal<boolean | undefined>
  /** How they were tried; only where they were not met. */
  readonly tried: AttemptDraft
  /** Whether the person would answer; only where the task asks for the survey. */
  readonly willing: Signal<boolean | undefined>
  readonly note: Signal<string>
  /** One for each question of the survey. */
  readonly answers: ReadonlyMap<SurveyItemId, Signal<string | undefined>>
  readonly part: Signal<number>
  readonly makeCommand: MakeCommand
}

const drafts = new Map<string, VisitDraft>()

/** The draft for a task as it was left, or a new one for a visit of today. */
export function visitDraftFor(taskId: string, today: string): VisitDraft {
  const kept = drafts.get(taskId)
  if (kept !== undefined) return kept
  const made: VisitDraft = {
    visitedOn: dateInput(today),
    reached: signal(undefined),
    tried: attemptDraft(),
    willing: signal(undefined),
    note: signal(''),
    answers: new Map(survey1.items.map(({ id }) => [id, signal<string | undefined>(undefined)])),
    part: signal(0),
    makeCommand: commandMaker(),
  }
  drafts.set(taskId, made)
  watchDraft(`visit ${taskId}`, () => isTyped(made))
  return made
}

export const forgetVisitDraft = (taskId: string): void => {
  drafts.delete(taskId)
  unwatchDraft(`visit ${taskId}`)
}

/** Whether anything would be lost with it; the day stands there from the start. */
const isTyped = ({ reached, tried, willing, note, answers }: VisitDraft): boolean =>
  note.value.trim() !== '' ||
  [reached, tried.channel, tried.code, willing, ...answers.values()].some(({ value }) => value !== undefined)

export const givenAnswers = ({ answers }: VisitDraft): GivenAnswers =>
  Object.fromEntries([...answers].flatMap(([id, { value }]) => (value === undefined ? [] : [[id, value]])))

/** True once the survey's parts are to be asked. */
export const isSurveyed = ({ reached, willing }: VisitDraft, occasion: SurveyOccasion | undefined): boolean =>
  occasion !== undefined && reached.value === true && willing.value === true

export interface VisitProblems {
  readonly visitedOn: boolean
  readonly reached: boolean
  readonly tried: boolean
  readonly willing: boolean
}

/** `today` is the date in Lesotho. No question of the survey must be answered. */
export function visitProblems(
  { visitedOn, reached, tried, willing }: VisitDraft,
  occasion: SurveyOccasion | undefined,
  today: string,
): VisitProblems {
  const date = readDate(visitedOn)
  return {
    visitedOn: date === 'empty' || date === 'wrong' || date > today,
    reached: reached.value === undefined,
    tried: reached.value === false && readAttempt(tried) === undefined,
    willing: occasion !== undefined && reached.value === true && willing.value === undefined,
  }
}

/** What is sent of a draft without problems. */
export function visitContent(
  draft: VisitDraft,
  taskId: string,
  occasion: SurveyOccasion | undefined,
): Pick<RecordVisit, 'taskId' | 'visitedOn' | 'reached' | 'attempt' | 'survey' | 'note'> {
  const note = draft.note.value.trim()
  const attempt = draft.reached.value === false ? readAttempt(draft.tried) : undefined
  return {
    taskId,
    visitedOn: readDate(draft.visitedOn),
    reached: draft.reached.value === true,
    ...(attempt === undefined ? {} : { attempt }),
    ...(occasion !== undefined && isSurveyed(draft, occasion)
      ? {
          survey: {
            occasion,
            instrument: { id: survey1.id, version: survey1.version },
            answers: SurveyAnswers.parse(answersToSend(survey1, givenAnswers(draft))),
          },
        }
      : {}),
    ...(note === '' ? {} : { note }),
  }
}
