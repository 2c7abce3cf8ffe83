import { useSignal } from '@preact/signals'
import { useState } from 'preact/hooks'
import { budgetsRoutes } from '../../../../functions/budgets/contract.ts'
import type { ProjectView } from '../../../../functions/budgets/shapes.ts'
import { call } from '../../api/client.ts'
import { localDay } from '../../i18n/local-time.ts'
import { dateInput, readDate } from '../../ui/date-input.ts'
import { TextField } from '../../ui/field.tsx'
import { type FormEnds, MoveDialog, useMove } from '../../ui/move-dialog.tsx'
import { ThreePartDate } from '../../ui/three-part-date.tsx'
import { t } from '../words.ts'

/** A later last day. One that had ended is open again by it. */
export function ExtendForm({ project, onSaved, onClose }: FormEnds & { readonly project: ProjectView }) {
  const { projectCode, endsOn } = project
  const [ends] = useState(() => dateInput(endsOn))
  const reason = useSignal('')
  const moving = useMove()
  const until = readDate(ends)
  const why = reason.value.trim()
  const isDay = until !== 'empty' && until !== 'wrong'
  const said = { project: projectCode }

  const save = () => {
    moving.tried()
    if (!isDay || until <= endsOn || why === '') return
    const { id: moveId, body } = moving.makeCommand({ change: { does: 'EXTEND' as const, endsOn: until }, reason: why })
    void moving.send(
      () => call(budgetsRoutes.changeProject, { params: { projectCode, moveId }, body }),
      () => onSaved(t('extend.saved', { ...said, until: localDay(until) })),
    )
  }
  const problem = isDay ? t('extend.not-later', { until: localDay(endsOn) }) : t('open.date.date')
  return (
    <MoveDialog title={t('extend.title', said)} act={t('extend.do')} moving={moving} onSave={save} onClose={onClose}>
      <p>{t('extend.means')}</p>
      <ThreePartDate
        legend={t('extend.ends')}
        value={ends}
        problem={moving.problem(!isDay || until <= endsOn, problem)}
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
