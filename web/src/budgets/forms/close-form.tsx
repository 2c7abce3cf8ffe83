import { useSignal } from '@preact/signals'
import { budgetsRoutes } from '../../../../functions/budgets/contract.ts'
import { call } from '../../api/client.ts'
import { TextField } from '../../ui/field.tsx'
import { type FormEnds, MoveDialog, useMove } from '../../ui/move-dialog.tsx'
import { t } from '../words.ts'

/** Says what closing means before it asks why: nothing opens a project again. */
export function CloseForm({ projectCode, onSaved, onClose }: FormEnds & { projectCode: string }) {
  const reason = useSignal('')
  const moving = useMove()
  const why = reason.value.trim()
  const said = { project: projectCode }

  const save = () => {
    moving.tried()
    if (why === '') return
    const { id: moveId, body } = moving.makeCommand({ reason: why })
    void moving.send(
      () => call(budgetsRoutes.closeProject, { params: { projectCode, moveId }, body }),
      () => onSaved(t('close.saved', said)),
    )
  }
  return (
    <MoveDialog title={t('close.title', said)} act={t('close.do')} moving={moving} onSave={save} onClose={onClose}>
      <p>{t('close.means')}</p>
      <TextField
        label={t('reason.RELEASE')}
        lines={2}
        longest={600}
        value={reason}
        problem={moving.problem(why === '', t('reason.problem'))}
      />
    </MoveDialog>
  )
}
