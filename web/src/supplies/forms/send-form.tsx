import { useSignal } from '@preact/signals'
import { suppliesRoutes } from '../../../../functions/supplies/contract.ts'
import { type StorePlace, storePlaces } from '../../../../functions/supplies/store-place.ts'
import { call } from '../../api/client.ts'
import { amount, countedAs, itemName } from '../../code-lists/item-amount.ts'
import { storeName } from '../../i18n/store-name.ts'
import { SelectField } from '../../ui/field.tsx'
import { type FormEnds, MoveDialog, useMove } from '../../ui/move-dialog.tsx'
import { LotOfItem } from '../lot.tsx'
import { readQuantity } from '../read-quantity.ts'
import type { StoreLot } from '../said.ts'
import { t } from '../words.ts'
import { AmountField, quantityProblem } from './fields.tsx'

/** Some of a lot, on its way to another store. */
export function SendForm({ place, lot: from, onSaved, onClose }: FormEnds & { place: StorePlace; lot: StoreLot }) {
  const { item, lot, left } = from
  const typed = useSignal('')
  const destination = useSignal<StorePlace | undefined>(undefined)
  const moving = useMove()
  const quantity = readQuantity(typed.value, countedAs(item))
  const isTooMuch = quantity !== undefined && quantity > left
  const toPlace = destination.value

  const save = () => {
    moving.tried()
    if (quantity === undefined || isTooMuch || toPlace === undefined) return
    const { id: moveId, body } = moving.makeCommand({ item, lot, quantity, toPlace })
    void moving.send(
      () => call(suppliesRoutes.transferStock, { params: { place, moveId }, body }),
      () =>
        onSaved(t('send.saved', { place: storeName(toPlace), quantity: amount(item, quantity), item: itemName(item) })),
    )
  }
  const { problem } = moving
  return (
    <MoveDialog title={t('send.title')} act={t('send.do')} moving={moving} onSave={save} onClose={onClose}>
      <LotOfItem {...from} />
      <p class="quiet">{t('send.lead')}</p>
      <AmountField
        item={item}
        value={typed}
        hint={t('correct.booked', { quantity: amount(item, left) })}
        problem={problem(
          quantity === undefined || isTooMuch,
          isTooMuch ? t('quantity.too-many', { quantity: amount(item, left) }) : quantityProblem(item),
        )}
      />
      <SelectField
        label={t('send.to')}
        options={storePlaces.filter(each => each !== place).map(value => ({ value, label: storeName(value) }))}
        value={destination}
        problem={problem(toPlace === undefined, t('choose.problem'))}
      />
    </MoveDialog>
  )
}
