/** A project as it is typed: verbatim, in signals, and read only when asked. */
import { type Signal, signal } from '@preact/signals'
import type { BudgetLine, Eligibility, OpenProject } from '../../../functions/budgets/shapes.ts'
import { BudgetCode, isMaskedLine } from '../../../functions/supplies/lot-name.ts'
import { type DateInput, dateInput, readDate } from '../ui/date-input.ts'

export interface LineDraft {
  readonly key: number
  readonly code: Signal<string>
  readonly title: Signal<string>
  readonly sensitive: Signal<boolean | undefined>
}

export interface ProjectDraft {
  readonly code: Signal<string>
  readonly donor: Signal<string>
  readonly starts: DateInput
  readonly ends: DateInput
  readonly districts: Signal<readonly Eligibility['districts'][number][]>
  readonly returnTypes: Signal<readonly Eligibility['returnTypes'][number][]>
  readonly priorities: Signal<readonly Eligibility['priorities'][number][]>
  readonly lines: Signal<readonly LineDraft[]>
}

export const emptyLine = (key: number): LineDraft => ({
  key,
  code: signal(''),
  title: signal(''),
  sensitive: signal<boolean | undefined>(undefined),
})

export const emptyProject = (): ProjectDraft => ({
  ...{ code: signal(''), donor: signal(''), starts: dateInput(), ends: dateInput() },
  ...{ districts: signal([]), returnTypes: signal([]), priorities: signal([]) },
  lines: signal([emptyLine(1)]),
})

/** Codes are in capitals. */
export const lineCode = ({ code }: LineDraft): string => code.value.trim().toUpperCase()

export type CodeProblem = 'code' | 'masked' | 'twice'

/** A code that cannot be, or that another line has or has `taken`. A sensitive line's is not typed: the server gives it. */
export function lineCodeProblem(
  line: LineDraft,
  lines: readonly LineDraft[],
  taken: readonly string[] = [],
): CodeProblem | undefined {
  if (line.sensitive.value === true) return undefined
  const code = lineCode(line)
  if (!BudgetCode.safeParse(code).success) return 'code'
  if (isMaskedLine(code)) return 'masked'
  const others = lines.filter(other => other !== line && other.sensitive.value !== true)
  return taken.includes(code) || others.some(other => lineCode(other) === code) ? 'twice' : undefined
}

/** Undefined where something of it is missing or wrong. */
export function readLine(
  line: LineDraft,
  lines: readonly LineDraft[],
  taken: readonly string[] = [],
): BudgetLine | undefined {
  const title = line.title.value.trim()
  const sensitive = line.sensitive.value
  const isWhole = title !== '' && lineCodeProblem(line, lines, taken) === undefined
  if (!isWhole || sensitive === undefined) return undefined
  return sensitive ? { title, sensitive } : { lineCode: lineCode(line), title, sensitive }
}

export type TermProblem = 'date' | 'before-start'

export function endProblem({ starts, ends }: ProjectDraft): TermProblem | undefined {
  const [from, until] = [readDate(starts), readDate(ends)]
  if (until === 'empty' || until === 'wrong') return 'date'
  return from !== 'empty' && from !== 'wrong' && until < from ? 'before-start' : undefined
}

type Content = Omit<OpenProject, 'versions' | 'deviceTime'>

/** What is sent, under its code; undefined where something is missing or wrong. */
export function readProject(
  draft: ProjectDraft,
): { readonly projectCode: string; readonly content: Content } | undefined {
  const projectCode = draft.code.value.trim().toUpperCase()
  const donor = draft.donor.value.trim()
  const startsOn = readDate(draft.starts)
  const lines = draft.lines.value.map(line => readLine(line, draft.lines.value)).filter(line => line !== undefined)
  if (!BudgetCode.safeParse(projectCode).success || donor === '') return undefined
  if (startsOn === 'empty' || startsOn === 'wrong' || endProblem(draft) !== undefined) return undefined
  if (lines.length < draft.lines.value.length) return undefined
  const { districts, returnTypes, priorities } = draft
  return {
    projectCode,
    content: {
      ...{ donor, currency: 'LSL', startsOn, endsOn: readDate(draft.ends), lines },
      eligible: {
        districts: [...districts.value],
        returnTypes: [...returnTypes.value],
        priorities: [...priorities.value],
      },
    },
  }
}
