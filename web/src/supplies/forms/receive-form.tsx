import { signal, useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { suppliesRoutes } from '../../../../functions/supplies/contract.ts'
import type { Fund } from '../../../../functions/supplies/lot-name.ts'
import { hasDesk, type StorePlace } from '../../../../functions/supplies/store-place.ts'
import { comesInLots, type ItemCode, itemCodes } from '../../../../functions/support/items.ts'
import { call } from '../../api/client.ts'
import { amount, countedAs, isMoney, itemName } from '../../code-lists/item-amount.ts'
import { dateToday } from '../../time/date-today.ts'
import { Choice } from '../../ui/choice.tsx'
import { dateInput, readDate } from '../../ui/date-input.ts'
import { SelectField } from '../../ui/field.tsx'
import { type FormEnds, MoveDialog, useMove } from '../../ui/move-dialog.tsx'
import { ThreePartDate } from '../../ui/three-part-date.tsx'
import { readQuantity } from '../read-quantity.ts'
import { t } from '../words.ts'
import { AmountField, LotField, quantityProblem } from './fields.tsx'
import { PaidByField } from './paid-by-field.tsx'

type Destination = 'STORE' | 'DESK'

/** What a delivery brought: into the store, or where one desk is all there is, to the desk at once. The centre has no desk. */
export function ReceiveForm({ place, onSaved, onClose }: FormEnds & { place: StorePlace }) {
  const form = useMemo(
    () => ({
      item: signal<ItemCode | undefined>(undefined),
      to: signal<Destination | undefined>(hasDesk(place) ? undefined : 'STORE'),
      expires: dateInput(),
    }),
    [],
  )
  const lot = useSignal('')
  const fund = useSignal<Fund | undefined>(undefined)
  const typed = useSignal('')
  const moving = useMove()
  const item = form.item.value
  const to = form.to.value
  const quantity = item === undefined ? undefined : readQuantity(typed.value, countedAs(item))
  const expiresOn = readDate(form.expires)
  const isOver = expiresOn !== 'empty' && expiresOn !== 'wrong' && expiresOn < dateToday()
  const label = lot.value.trim()
  // the money of a line comes from the line, by its finance holder: what is received as well would be counted twice
  const payer = item !== undefined && isMoney(item) ? undefined : fund.value
  const asksForLot = item === undefined || comesInLots(item)
  const lotMissing = asksForLot && label === ''

  const save = () => {
    moving.tried()
    if (item === undefined || to === undefined || quantity === undefined) return
    if (lotMissing || expiresOn === 'wrong' || isOver) return
    const { id: moveId, body } = moving.makeCommand({
      ...{ item, quantity, to },
      ...(label === '' ? {} : { lot: label }),
      ...(expiresOn === 'empty' ? {} : { expiresOn }),
      ...(payer === undefined ? {} : { fund: payer }),
    })
    void moving.send(
      () => call(suppliesRoutes.receiveStock, { params: { place, moveId }, body }),
      () => onSaved(t('receive.saved', { quantity: amount(item, quantity), item: itemName(item) })),
    )
  }
  const { problem } = moving
  return (
    <MoveDialog title={t('receive.begin')} act={t('receive.do')} moving={moving} onSave={save} onClose={onClose}>
      <LotField value={lot} optional={!asksForLot} problem={problem(lotMissing, t('receive.lot.problem'))} />
      <SelectField
        label={t('receive.item')}
        options={itemCodes.map(value => ({ value, label: itemName(value) }))}
        value={form.item}
        problem={problem(item === undefined, t('choose.problem'))}
      />
      <AmountField item={item} value={typed} problem={problem(quantity === undefined, quantityProblem(item))} />
      {item !== undefined && isMoney(item) ? null : <PaidByField value={fund} />}
      <ThreePartDate
        legend={t('receive.expires')}
        value={form.expires}
        problem={problem(expiresOn === 'wrong' || isOver, t(isOver ? 'receive.expired' : 'date.problem'))}
      />
      {hasDesk(place) ? (
        <Choice
          legend={t('receive.to')}
          options={[
            { value: 'STORE', label: t('receive.to.STORE') },
            { value: 'DESK', label: t('receive.to.DESK'), note: t('receive.to.DESK.note') },
          ]}
          value={form.to}
          problem={problem(to === undefined, t('choose.problem'))}
        />
      ) : null}
    </MoveDialog>
  )
}
