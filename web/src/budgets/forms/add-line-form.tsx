import { useSignal } from '@preact/signals'
import { useState } from 'preact/hooks'
import { budgetsRoutes } from '../../../../functions/budgets/contract.ts'
import type { ProjectView } from '../../../../functions/budgets/shapes.ts'
import { call } from '../../api/client.ts'
import { TextField } from '../../ui/field.tsx'
import { type FormEnds, MoveDialog, useMove } from '../../ui/move-dialog.tsx'
import { LineFields } from '../line-fields.tsx'
import { emptyLine, readLine } from '../project-draft.ts'
import { t } from '../words.ts'

/** One line more of a project, with money of its own. */
export function AddLineForm({ project, onSaved, onClose }: FormEnds & { readonly project: ProjectView }) {
  const { projectCode, lines } = project
  const [draft] = useState(() => emptyLine(lines.length + 1))
  const reason = useSignal('')
  const moving = useMove()
  const taken = lines.map(({ lineCode }) => lineCode)
  const line = readLine(draft, [draft], taken)
  const why = reason.value.trim()
  const said = { project: projectCode }

  const save = () => {
    moving.tried()
    if (line === undefined || why === '') return
    const { id: moveId, body } = moving.makeCommand({ change: { does: 'ADD_LINE' as const, line }, reason: why })
    void moving.send(
      () => call(budgetsRoutes.changeProject, { params: { projectCode, moveId }, body }),
      () => onSaved(t('add-line.saved', said)),
    )
  }
  return (
    <MoveDialog
      title={t('add-line.title', said)}
      act={t('open.line.add')}
      moving={moving}
      onSave={save}
      onClose={onClose}
    >
      <LineFields
        line={draft}
        lines={[draft]}
        taken={taken}
        number={draft.key}
        problem={moving.problem}
        onRemove={undefined}
      />
      <TextField
        label={t('change.reason')}
        lines={2}
        longest={600}
        value={reason}
        problem={moving.problem(why === '', t('reason.problem'))}
      />
    </MoveDialog>
  )
}
