import { useSignal } from '@preact/signals'
import { useState } from 'preact/hooks'
import { givingRoutes } from '../../../functions/support/giving-contract.ts'
import { call } from '../api/client.ts'
import { type FormEnds, MoveDialog, useMove } from '../ui/move-dialog.tsx'
import { LineFields, lineDraft, lineOf, ReasonField } from './line-fields.tsx'
import { whatWords } from './said.ts'
import { t } from './words.ts'

/** One item beyond its ceiling, asked of a second person. */
export function AskForm({ returnEventId, onSaved, onClose }: FormEnds & { readonly returnEventId: string }) {
  const [draft] = useState(lineDraft)
  const reason = useSignal('')
  const moving = useMove()
  const why = reason.value.trim()
  const save = () => {
    moving.tried()
    const line = lineOf(draft)
    if (line === undefined || why === '') return
    const { id: requestId, body } = moving.makeCommand({ ...line, reason: why })
    void moving.send(
      () => call(givingRoutes.askForMore, { params: { returnEventId, requestId }, body }),
      () => onSaved(t('ask.saved', { what: whatWords(line.item, line.quantity) })),
    )
  }
  return (
    <MoveDialog title={t('ask.title')} act={t('ask.do')} moving={moving} onSave={save} onClose={onClose}>
      <p>{t('ask.lead')}</p>
      <LineFields line={draft} problem={moving.problem} />
      <ReasonField value={reason} problem={moving.problem(why === '', t('problem.reason'))} />
    </MoveDialog>
  )
}
