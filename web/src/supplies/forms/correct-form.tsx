import { useSignal } from '@preact/signals'
import { suppliesRoutes } from '../../../../functions/supplies/contract.ts'
import type { AdjustStock } from '../../../../functions/supplies/shapes.ts'
import type { StorePlace } from '../../../../functions/supplies/store-place.ts'
import { call } from '../../api/client.ts'
import { amount, countedAs } from '../../code-lists/item-amount.ts'
import { Choice } from '../../ui/choice.tsx'
import { type FormEnds, MoveDialog, useMove } from '../../ui/move-dialog.tsx'
import { LotOfItem } from '../lot.tsx'
import { readCounted, readQuantity } from '../read-quantity.ts'
import { lotOfItem, type StoreLot } from '../said.ts'
import { t } from '../words.ts'
import { AmountField, countProblem, quantityProblem, ReasonField } from './fields.tsx'

type Change = AdjustStock['change']
const kinds = ['DAMAGED', 'LOST', 'COUNT_ADJUST'] as const satisfies readonly Change['kind'][]
type Kind = (typeof kinds)[number]

/** What is written down of a lot, and what is left of it then. */
interface Correction {
  readonly change: Change
  readonly after: number
}

/** Damaged, lost, or counted otherwise than the books say, with the reason. */
export function CorrectForm({ place, lot: of, onSaved, onClose }: FormEnds & { place: StorePlace; lot: StoreLot }) {
  const { item, lot, left: booked } = of
  const chosen = useSignal<Kind | undefined>(undefined)
  const typed = useSignal('')
  const reason = useSignal('')
  const moving = useMove()
  const kind = chosen.value
  const why = reason.value.trim()
  const counted = readCounted(typed.value, countedAs(item))
  const quantity = readQuantity(typed.value, countedAs(item))

  function correction(): Correction | { readonly wrong: string } | undefined {
    if (kind === undefined) return undefined
    if (kind === 'COUNT_ADJUST') {
      if (counted === undefined) return { wrong: countProblem(item) }
      return counted === booked ? { wrong: t('correct.same') } : { change: { kind, counted, booked }, after: counted }
    }
    if (quantity === undefined) return { wrong: quantityProblem(item) }
    return quantity > booked
      ? { wrong: t('quantity.too-many', { quantity: amount(item, booked) }) }
      : { change: { kind, quantity }, after: booked - quantity }
  }
  const read = correction()

  const save = () => {
    moving.tried()
    if (read === undefined || 'wrong' in read || why === '') return
    const { id: moveId, body } = moving.makeCommand({ item, lot, reason: why, change: read.change })
    void moving.send(
      () => call(suppliesRoutes.adjustStock, { params: { place, moveId }, body }),
      () => onSaved(t('correct.saved', { item: lotOfItem(of), quantity: amount(item, read.after) })),
    )
  }
  const { problem } = moving
  const wrong = read !== undefined && 'wrong' in read ? read.wrong : undefined
  return (
    <MoveDialog title={t('correct.title')} act={t('correct.do')} moving={moving} onSave={save} onClose={onClose}>
      <LotOfItem {...of} />
      <p>{t('correct.booked', { quantity: amount(item, booked) })}</p>
      <Choice
        legend={t('correct.kind')}
        options={kinds.map(value => ({ value, label: t(`correct.kind.${value}`) }))}
        value={chosen}
        problem={problem(kind === undefined, t('choose.problem'))}
      />
      {kind === undefined ? null : (
        <AmountField
          item={item}
          {...(kind === 'COUNT_ADJUST'
            ? { label: { things: t('correct.counted'), money: t('correct.counted.money') } }
            : {})}
          value={typed}
          problem={problem(wrong !== undefined, wrong ?? '')}
        />
      )}
      <ReasonField value={reason} problem={problem(why === '', t('reason.problem'))} />
    </MoveDialog>
  )
}
