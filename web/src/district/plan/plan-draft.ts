/** A plan as it is being written. Drafts stay in the tab until they are saved: a page left by mistake loses nothing. */
import { type Signal, signal } from '@preact/signals'
import type { RecordPlan } from '../../../../functions/reintegration/contract.ts'
import type { AssistanceType } from '../../../../functions/reintegration/livelihood.ts'
import { commandMaker, type MakeCommand } from '../../api/command-maker.ts'
import { type DateInput, dateInput, readDate } from '../../ui/date-input.ts'
import { unwatchDraft, watchDraft } from '../unsaved.ts'

export const mostSteps = 12
export const mostAssistance = 5

export interface StepDraft {
  /** Tells one line of the form from another. */
  readonly line: number
  readonly step: Signal<string>
  readonly dueOn: DateInput
}
export interface PlanDraft {
  readonly assistance: Signal<readonly AssistanceType[]>
  readonly steps: Signal<readonly StepDraft[]>
  readonly makeCommand: MakeCommand
}

const drafts = new Map<string, PlanDraft>()

const emptyStep = (line: number): StepDraft => ({ line, step: signal(''), dueOn: dateInput() })

/** The draft for a task as it was left, or a new one with a first step. */
export function planDraftFor(taskId: string): PlanDraft {
  const kept = drafts.get(taskId)
  if (kept !== undefined) return kept
  const made: PlanDraft = { assistance: signal([]), steps: signal([emptyStep(1)]), makeCommand: commandMaker() }
  drafts.set(taskId, made)
  watchDraft(`plan ${taskId}`, () => isTyped(made))
  return made
}

export const forgetPlanDraft = (taskId: string): void => {
  drafts.delete(taskId)
  unwatchDraft(`plan ${taskId}`)
}

/** Whether anything would be lost with it. */
const isTyped = ({ assistance, steps }: PlanDraft): boolean =>
  assistance.value.length > 0 ||
  steps.value.some(({ step, dueOn }) => step.value.trim() !== '' || readDate(dueOn) !== 'empty')

export function addStep({ steps }: PlanDraft): void {
  steps.value = [...steps.value, emptyStep(Math.max(...steps.value.map(({ line }) => line)) + 1)]
}

export function removeStep({ steps }: PlanDraft, line: number): void {
  steps.value = steps.value.filter(step => step.line !== line)
}

export type StepProblem = 'step' | 'dueOn'
export interface PlanProblems {
  readonly assistance: boolean
  readonly steps: ReadonlyMap<number, ReadonlySet<StepProblem>>
}

/** What is missing. `today` is the date in Lesotho: a step lies before nobody. */
export function planProblems({ assistance, steps }: PlanDraft, today: string): PlanProblems {
  const count = assistance.value.length
  const problemsOf = ({ step, dueOn }: StepDraft): Set<StepProblem> => {
    const date = readDate(dueOn)
    const isDay = date !== 'empty' && date !== 'wrong' && date >= today
    return new Set([...(step.value.trim() === '' ? ['step' as const] : []), ...(isDay ? [] : ['dueOn' as const])])
  }
  return {
    assistance: count === 0 || count > mostAssistance,
    steps: new Map(
      steps.value.flatMap(step => {
        const problems = problemsOf(step)
        return problems.size === 0 ? [] : [[step.line, problems] as const]
      }),
    ),
  }
}

/** What is sent of a draft without problems. */
export const planContent = (
  { assistance, steps }: PlanDraft,
  taskId: string,
): Pick<RecordPlan, 'taskId' | 'assistance' | 'steps'> => ({
  taskId,
  assistance: [...assistance.value],
  steps: steps.value.map(({ step, dueOn }) => ({ step: step.value.trim(), dueOn: readDate(dueOn) })),
})
