/** What an agreement's addendum makes of a project: a later last day, or one more line. Pure. */
import type { RefusalWord } from '../platform/refusals.ts'
import { maskedLine } from '../supplies/lot-name.ts'
import type { ChangeMade, Project } from './project-record.ts'
import type { BudgetLine, ProjectChange } from './shapes.ts'

type Lines = Project['lines']

/** As they stand: a sensitive line's code is given here, and tells nothing. The first of a project is `GENERAL-1`. */
export function linesWith(standing: Lines, added: readonly BudgetLine[]): Lines {
  const lines = [...standing]
  for (const line of added) {
    const sensitive = lines.filter(each => each.sensitive).length
    lines.push(line.sensitive ? { lineCode: maskedLine(sensitive + 1), ...line } : line)
  }
  return lines
}

type Changed = Pick<Project, 'endsOn' | 'lines'> & { readonly what: ChangeMade }

/** Never shorter: what was given by the agreement as it was stays within it. An ended project that is extended is open again. */
export function changedBy(
  { endsOn, lines, closedAt }: Pick<Project, 'endsOn' | 'lines' | 'closedAt'>,
  change: ProjectChange,
): Changed | { readonly refusal: Extract<RefusalWord, 'project-closed' | 'ends-not-later' | 'line-exists'> } {
  if (closedAt !== undefined) return { refusal: 'project-closed' }
  if (change.does === 'EXTEND')
    return change.endsOn > endsOn
      ? { endsOn: change.endsOn, lines, what: { does: 'EXTEND', from: endsOn, to: change.endsOn } }
      : { refusal: 'ends-not-later' }
  const { line } = change
  if (!line.sensitive && lines.some(({ lineCode }) => lineCode === line.lineCode)) return { refusal: 'line-exists' }
  const all = linesWith(lines, [line])
  return { endsOn, lines: all, what: { does: 'ADD_LINE', lineCode: all.at(-1)?.lineCode ?? '' } }
}
