import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { isExpired } from '../../../../functions/supplies/choose-lots.ts'
import { suppliesRoutes } from '../../../../functions/supplies/contract.ts'
import { type Fund, fundOf } from '../../../../functions/supplies/lot-name.ts'
import type { StorePlace } from '../../../../functions/supplies/store-place.ts'
import type { ItemCode } from '../../../../functions/support/items.ts'
import { call } from '../../api/client.ts'
import { amount, countedAs, itemName } from '../../code-lists/item-amount.ts'
import { dateToday } from '../../time/date-today.ts'
import { dateInput, readDate } from '../../ui/date-input.ts'
import { SelectField } from '../../ui/field.tsx'
import { type FormEnds, MoveDialog, useMove } from '../../ui/move-dialog.tsx'
import { dueDay } from '../due-day.ts'
import { readQuantity } from '../read-quantity.ts'
import { type View, whereLeased } from '../said.ts'
import { t } from '../words.ts'
import { DueField } from './due-field.tsx'
import { AmountField, quantityProblem } from './fields.tsx'

/** No tablet has such an id. */
const desk = 'desk'

interface LeaseFormProps extends FormEnds {
  readonly place: StorePlace
  readonly item: ItemCode
  readonly view: View
}

/** So much of an item to the desk, or to a tablet until a day: which lots it is the server chooses, of one line where it is named. */
export function LeaseForm({ place, item, view, onSaved, onClose }: LeaseFormProps) {
  const typed = useSignal('')
  const chosen = useSignal<string | undefined>(undefined)
  const due = useMemo(() => dateInput(), [])
  const moving = useMove()
  const paidBy = useSignal<Fund | undefined>(undefined)
  const unexpired = view.lots.filter(lot => lot.item === item && !isExpired(lot.expiresOn, view.today))
  const payers = [...new Set(unexpired.map(({ lot }) => (lot === undefined ? undefined : fundOf(lot))))]
  const funds = payers.length > 1 ? payers.flatMap(payer => payer ?? []) : []
  const good = unexpired
    .filter(({ lot = '' }) => paidBy.value === undefined || fundOf(lot) === paidBy.value)
    .reduce((sum, { left }) => sum + left, 0)
  const quantity = readQuantity(typed.value, countedAs(item))
  const isTooMuch = quantity !== undefined && quantity > good
  const tablet = view.tablets.find(({ deviceId }) => deviceId === chosen.value)
  const until = dueDay(readDate(due), dateToday())

  const save = () => {
    moving.tried()
    if (quantity === undefined || isTooMuch || chosen.value === undefined) return
    if (tablet !== undefined && typeof until === 'string') return
    const holder =
      tablet === undefined ? ({ kind: 'DESK' } as const) : ({ kind: 'DEVICE', deviceId: tablet.deviceId } as const)
    const { id: moveId, body } = moving.makeCommand({
      ...{ holder, item, quantity },
      ...(paidBy.value === undefined ? {} : { fund: paidBy.value }),
      ...(tablet === undefined || typeof until === 'string' ? {} : until),
    })
    const where = whereLeased({ holder, tabletCode: tablet?.code })
    void moving.send(
      () => call(suppliesRoutes.leaseStock, { params: { place, moveId }, body }),
      () => onSaved(t('lease.saved', { quantity: amount(item, quantity), item: itemName(item), where })),
    )
  }
  const { problem } = moving
  return (
    <MoveDialog title={t('lease.title')} act={t('lease.do')} moving={moving} onSave={save} onClose={onClose}>
      <p>
        <strong>{itemName(item)}</strong>
      </p>
      <p class="quiet">{t('lease.lead')}</p>
      {funds.length === 0 ? null : (
        <SelectField
          label={t('lease.paid-by')}
          hint={t('lease.paid-by.hint')}
          optional
          options={funds.map(fund => ({ value: fund, label: fund }))}
          value={paidBy}
        />
      )}
      <AmountField
        item={item}
        value={typed}
        hint={t('lease.good', { quantity: amount(item, good) })}
        problem={problem(
          quantity === undefined || isTooMuch,
          isTooMuch ? t('quantity.too-many', { quantity: amount(item, good) }) : quantityProblem(item),
        )}
      />
      <SelectField
        label={t('lease.holder')}
        options={[
          { value: desk, label: t('lease.desk') },
          ...view.tablets.map(({ deviceId, code }) => ({ value: deviceId, label: t('lease.tablet', { code }) })),
        ]}
        value={chosen}
        problem={problem(chosen.value === undefined, t('choose.problem'))}
      />
      {tablet === undefined ? null : <DueField value={due} until={until} problem={problem} />}
    </MoveDialog>
  )
}
