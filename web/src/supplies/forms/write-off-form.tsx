import { useSignal } from '@preact/signals'
import { suppliesRoutes } from '../../../../functions/supplies/contract.ts'
import type { StorePlace } from '../../../../functions/supplies/store-place.ts'
import { call } from '../../api/client.ts'
import { amount, itemName } from '../../code-lists/item-amount.ts'
import { type FormEnds, MoveDialog, useMove } from '../../ui/move-dialog.tsx'
import { type Lease, whereLeased } from '../said.ts'
import { t } from '../words.ts'
import { ReasonField } from './fields.tsx'

/** A supervisor's: what a lost tablet held is lost with it. It says what that means before it asks why. */
export function WriteOffForm({ place, lease, onSaved, onClose }: FormEnds & { place: StorePlace; lease: Lease }) {
  const { holder, item, leaseId, left } = lease
  const reason = useSignal('')
  const moving = useMove()
  const why = reason.value.trim()
  const said = { quantity: amount(item, left), item: itemName(item) }

  const save = () => {
    moving.tried()
    if (why === '') return
    const { id: moveId, body } = moving.makeCommand({ holder, item, leaseId, reason: why })
    void moving.send(
      () => call(suppliesRoutes.writeOffLease, { params: { place, moveId }, body }),
      () => onSaved(t('write-off.saved', said)),
    )
  }
  return (
    <MoveDialog title={t('write-off.title')} act={t('write-off.do')} moving={moving} onSave={save} onClose={onClose}>
      <p>{t('write-off.means', { ...said, where: whereLeased(lease) })}</p>
      <ReasonField value={reason} problem={moving.problem(why === '', t('reason.problem'))} />
    </MoveDialog>
  )
}
