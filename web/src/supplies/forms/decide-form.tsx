import { useSignal } from '@preact/signals'
import { suppliesRoutes } from '../../../../functions/supplies/contract.ts'
import type { DecideDispute } from '../../../../functions/supplies/shapes.ts'
import type { StorePlace } from '../../../../functions/supplies/store-place.ts'
import { call } from '../../api/client.ts'
import { amount, itemName } from '../../code-lists/item-amount.ts'
import { Choice } from '../../ui/choice.tsx'
import { type FormEnds, MoveDialog, useMove } from '../../ui/move-dialog.tsx'
import type { Dispute } from '../disputes-table.tsx'
import { ItemLots } from '../lot.tsx'
import { t } from '../words.ts'
import { ReasonField } from './fields.tsx'

const decisions = ['ACCEPT', 'REJECT'] as const satisfies readonly DecideDispute['decision'][]

/** A supervisor's: what was handed over beyond the books is counted after all, or nowhere; always with the reason. */
export function DecideForm({ place, dispute, onSaved, onClose }: FormEnds & { place: StorePlace; dispute: Dispute }) {
  const { returnEventId, item, requestId, quantity, cause, lots } = dispute
  const chosen = useSignal<(typeof decisions)[number] | undefined>(undefined)
  const reason = useSignal('')
  const moving = useMove()
  const decision = chosen.value
  const why = reason.value.trim()
  const said = { quantity: amount(item, quantity), item: itemName(item) }

  const save = () => {
    moving.tried()
    if (decision === undefined || why === '') return
    const { id: moveId, body } = moving.makeCommand({
      ...{ returnEventId, item, decision, reason: why },
      ...(requestId === undefined ? {} : { requestId }),
    })
    void moving.send(
      () => call(suppliesRoutes.decideDispute, { params: { place, moveId }, body }),
      () => onSaved(t(`decide.saved.${decision}`, said)),
    )
  }
  return (
    <MoveDialog title={t('decide.title')} act={t('decide.do')} moving={moving} onSave={save} onClose={onClose}>
      <p>
        <strong>{t('decide.what', said)}</strong>
      </p>
      <p>
        <ItemLots item={item} lots={lots} wasGiven />
      </p>
      <p>{t(`dispute.cause.${cause}`)}</p>
      <Choice
        legend={t('decide.which')}
        options={decisions.map(value => ({ value, label: t(`decide.${value}`) }))}
        value={chosen}
        problem={moving.problem(decision === undefined, t('choose.problem'))}
      />
      <ReasonField value={reason} problem={moving.problem(why === '', t('reason.problem'))} />
    </MoveDialog>
  )
}
