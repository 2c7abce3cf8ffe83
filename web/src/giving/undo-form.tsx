import { useSignal } from '@preact/signals'
import type { PostCode } from '../../../functions/platform/places.ts'
import { suppliesRoutes } from '../../../functions/supplies/contract.ts'
import type { ReceiptView } from '../../../functions/support/receipt-contract.ts'
import { call } from '../api/client.ts'
import { type FormEnds, MoveDialog, useMove } from '../ui/move-dialog.tsx'
import { ReasonField } from './line-fields.tsx'
import { whatWords } from './said.ts'
import { t } from './words.ts'

interface UndoFormProps extends FormEnds {
  readonly post: PostCode
  readonly returnEventId: string
  readonly line: ReceiptView['lines'][number]
}

/** A supervisor's: what was given by mistake goes back into the store, with the reason. */
export function UndoForm({ post, returnEventId, line, onSaved, onClose }: UndoFormProps) {
  const { item, quantity, requestId } = line
  const reason = useSignal('')
  const moving = useMove()
  const why = reason.value.trim()
  const what = whatWords(item, quantity)
  const save = () => {
    moving.tried()
    if (why === '') return
    const { id: moveId, body } = moving.makeCommand({
      ...{ returnEventId, item, reason: why },
      ...(requestId === undefined ? {} : { requestId }),
    })
    void moving.send(
      () => call(suppliesRoutes.reverseSupport, { params: { place: post, moveId }, body }),
      () => onSaved(t('undo.saved', { what })),
    )
  }
  return (
    <MoveDialog title={t('undo.title')} act={t('undo.do')} moving={moving} onSave={save} onClose={onClose}>
      <p>{t('undo.lead', { what })}</p>
      <ReasonField value={reason} problem={moving.problem(why === '', t('problem.reason'))} />
    </MoveDialog>
  )
}
