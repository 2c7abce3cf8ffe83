import { useSignal } from '@preact/signals'
import { suppliesRoutes } from '../../../../functions/supplies/contract.ts'
import type { StorePlace } from '../../../../functions/supplies/store-place.ts'
import { call } from '../../api/client.ts'
import { amount, countedAs, itemName } from '../../code-lists/item-amount.ts'
import { storeName } from '../../i18n/store-name.ts'
import { type FormEnds, MoveDialog, useMove } from '../../ui/move-dialog.tsx'
import { LotOfItem } from '../lot.tsx'
import { readCounted } from '../read-quantity.ts'
import type { Coming } from '../said.ts'
import { t } from '../words.ts'
import { AmountField, countProblem, ReasonField } from './fields.tsx'

/** What another store sent, counted as it comes; what is missing needs a reason. */
export function TakeInForm({ place, coming, onSaved, onClose }: FormEnds & { place: StorePlace; coming: Coming }) {
  const { transferId, fromPlace, item, quantity: sent } = coming
  const typed = useSignal('')
  const reason = useSignal('')
  const moving = useMove()
  const came = readCounted(typed.value, countedAs(item))
  const isTooMany = came !== undefined && came > sent
  const missing = came === undefined ? 0 : sent - came
  const why = reason.value.trim()

  const save = () => {
    moving.tried()
    if (came === undefined || isTooMany || (missing > 0 && why === '')) return
    const { id: moveId, body } = moving.makeCommand({
      ...{ transferId, came },
      ...(missing > 0 ? { reason: why } : {}),
    })
    void moving.send(
      () => call(suppliesRoutes.takeInTransfer, { params: { place, moveId }, body }),
      () => onSaved(t('take-in.saved', { quantity: amount(item, came), item: itemName(item) })),
    )
  }
  const { problem } = moving
  return (
    <MoveDialog title={t('take-in.title')} act={t('take-in.do')} moving={moving} onSave={save} onClose={onClose}>
      <LotOfItem {...coming} />
      <p>{t('take-in.sent', { place: storeName(fromPlace), quantity: amount(item, sent) })}</p>
      <AmountField
        item={item}
        label={{ things: t('take-in.came'), money: t('take-in.came.money') }}
        value={typed}
        problem={problem(
          came === undefined || isTooMany,
          isTooMany ? t('take-in.too-many', { quantity: amount(item, sent) }) : countProblem(item),
        )}
      />
      {missing > 0 ? (
        <>
          <p role="status">{t('take-in.missing', { quantity: amount(item, missing) })}</p>
          <ReasonField value={reason} problem={problem(why === '', t('reason.problem'))} />
        </>
      ) : null}
    </MoveDialog>
  )
}
