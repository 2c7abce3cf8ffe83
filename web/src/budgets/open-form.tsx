import type { ProjectView } from '../../../functions/budgets/shapes.ts'
import { AddLineForm } from './forms/add-line-form.tsx'
import { CloseForm } from './forms/close-form.tsx'
import { ExtendForm } from './forms/extend-form.tsx'
import { LineForm } from './forms/line-form.tsx'
import type { Does } from './line-moves.ts'
import type { SavedMove } from './saved.tsx'

/** Which form is open, and over what: by code, so that it shows what the books say by now. */
export type Opened =
  | { readonly form: 'close'; readonly projectCode: string }
  | { readonly form: 'extend'; readonly projectCode: string }
  | { readonly form: 'add-line'; readonly projectCode: string }
  | { readonly form: 'line'; readonly projectCode: string; readonly lineCode: string; readonly does: Does }

export type Open = (opened: Opened) => void

interface OpenFormProps {
  readonly opened: Opened
  readonly projects: readonly ProjectView[]
  readonly onSaved: (sentence: string, move?: SavedMove) => void
  readonly onClose: () => void
}

export function OpenForm({ opened, projects, ...ends }: OpenFormProps) {
  const project = projects.find(({ projectCode }) => projectCode === opened.projectCode)
  if (project === undefined) return null
  if (opened.form === 'close') return <CloseForm {...ends} projectCode={project.projectCode} />
  if (opened.form === 'extend') return <ExtendForm {...ends} project={project} />
  if (opened.form === 'add-line') return <AddLineForm {...ends} project={project} />
  const line = project.lines.find(({ lineCode }) => lineCode === opened.lineCode)
  return line === undefined ? null : <LineForm {...ends} project={project} line={line} does={opened.does} />
}
