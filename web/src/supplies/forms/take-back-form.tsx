import { signal, useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { suppliesRoutes } from '../../../../functions/supplies/contract.ts'
import type { StorePlace } from '../../../../functions/supplies/store-place.ts'
import { call } from '../../api/client.ts'
import { amount, countedAs, itemName } from '../../code-lists/item-amount.ts'
import { TextField } from '../../ui/field.tsx'
import { type FormEnds, MoveDialog, useMove } from '../../ui/move-dialog.tsx'
import { readQuantity } from '../read-quantity.ts'
import { type Lease, lotWords, whereLeased } from '../said.ts'
import { t } from '../words.ts'
import { AmountField, quantityProblem } from './fields.tsx'

/** A number of draws as typed; undefined where it is none. */
const readDraws = (typed: string): number | undefined => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : undefined)

/** Lot by lot what a holder has left; of a tablet with the number of its draws, so that none is still on it. */
export function TakeBackForm({ place, lease, onSaved, onClose }: FormEnds & { place: StorePlace; lease: Lease }) {
  const { holder, item, leaseId } = lease
  const fields = useMemo(() => lease.lots.map(lot => ({ ...lot, typed: signal('') })), [])
  const draws = useSignal('')
  const moving = useMove()
  const isTablet = holder.kind === 'DEVICE'
  const drawCount = readDraws(draws.value)
  const counted = fields.map(({ lot, left, typed }) => ({
    ...{ lot, left, typed },
    isEmpty: typed.value.trim() === '',
    quantity: readQuantity(typed.value, countedAs(item)),
  }))
  const back = counted.flatMap(({ lot, left, quantity }) =>
    quantity === undefined || quantity > left ? [] : [{ lot, quantity }],
  )
  const isWhole = back.length > 0 && back.length === counted.filter(({ isEmpty }) => !isEmpty).length
  const total = back.reduce((sum, { quantity }) => sum + quantity, 0)

  const save = () => {
    moving.tried()
    if (!isWhole || (isTablet && drawCount === undefined)) return
    const { id: moveId, body } = moving.makeCommand({
      ...{ holder, item, leaseId, lots: back },
      ...(isTablet ? { drawCount } : {}),
    })
    void moving.send(
      () => call(suppliesRoutes.returnLease, { params: { place, moveId }, body }),
      () => onSaved(t('back.saved', { quantity: amount(item, total), item: itemName(item) })),
    )
  }
  const { problem } = moving
  return (
    <MoveDialog title={t('back.title')} act={t('back.do')} moving={moving} onSave={save} onClose={onClose}>
      <p>
        <strong>{`${itemName(item)}, ${whereLeased(lease)}`}</strong>
      </p>
      <p class="quiet">{t('back.lead')}</p>
      {counted.map(({ lot, left, typed, isEmpty, quantity }) => {
        const isTooMuch = quantity !== undefined && quantity > left
        const isWrong = isEmpty ? back.length === 0 : quantity === undefined || isTooMuch
        return (
          <AmountField
            key={lot ?? ''}
            item={item}
            label={
              lot === undefined
                ? { things: t('back.plain'), money: t('back.money') }
                : {
                    things: t('back.lot', { lot: lotWords(lot) }),
                    money: t('back.money.of', { lot: lotWords(lot) }),
                  }
            }
            hint={t('back.left', { quantity: amount(item, left) })}
            value={typed}
            problem={problem(
              isWrong,
              isTooMuch ? t('quantity.too-many', { quantity: amount(item, left) }) : quantityProblem(item),
            )}
          />
        )
      })}
      {isTablet ? (
        <TextField
          label={t('back.draws')}
          hint={t('back.draws.hint')}
          inputMode="numeric"
          width="short"
          longest={6}
          value={draws}
          problem={problem(drawCount === undefined, t('back.draws.problem'))}
        />
      ) : null}
    </MoveDialog>
  )
}
