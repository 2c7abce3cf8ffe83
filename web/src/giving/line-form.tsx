import { type Signal, useSignal } from '@preact/signals'
import { useState } from 'preact/hooks'
import { givingRoutes } from '../../../functions/support/giving-contract.ts'
import { type ItemCode, itemCodes } from '../../../functions/support/items.ts'
import { call } from '../api/client.ts'
import { countedAs, itemName } from '../code-lists/item-amount.ts'
import { proofDraft, proofOf, proofProblem } from '../reception/proof/proof-draft.ts'
import { ProofPart } from '../reception/proof/proof-part.tsx'
import { readQuantity } from '../supplies/read-quantity.ts'
import { SelectField, TextField } from '../ui/field.tsx'
import { type FormEnds, MoveDialog, useMove } from '../ui/move-dialog.tsx'
import { whatWords } from './said.ts'
import { t } from './words.ts'

export const ReasonField = ({ value, problem }: { value: Signal<string>; problem: string | undefined }) => (
  <TextField label={t('form.reason')} lines={2} longest={600} value={value} problem={problem} />
)

interface LineFormProps extends FormEnds {
  readonly returnEventId: string
  /** Given at once by the rules, or asked of a second person beyond them. */
  readonly does: 'give' | 'ask'
}

/** One item and how much of it. */
export function LineForm({ returnEventId, does, onSaved, onClose }: LineFormProps) {
  const item = useSignal<ItemCode | undefined>(undefined)
  const typed = useSignal('')
  const reason = useSignal('')
  const [proof] = useState(proofDraft)
  const moving = useMove()
  const quantity = item.value === undefined ? undefined : readQuantity(typed.value, countedAs(item.value))
  const why = reason.value.trim()
  const isMoney = item.value !== undefined && countedAs(item.value) === 'lisente'

  const save = () => {
    moving.tried()
    if (item.value === undefined || quantity === undefined || (does === 'ask' && why === '')) return
    if (proofProblem(proof) !== undefined) return
    const line = { item: item.value, quantity }
    const done = () => onSaved(t(`${does}.saved`, { what: whatWords(line.item, quantity) }))
    if (does === 'give') {
      const proved = proofOf(proof)
      const { id: giftId, body } = moving.makeCommand({
        support: [line],
        ...(proved === undefined ? {} : { proof: proved }),
      })
      return void moving.send(() => call(givingRoutes.giveSupport, { params: { returnEventId, giftId }, body }), done)
    }
    const { id: requestId, body } = moving.makeCommand({ ...line, reason: why })
    void moving.send(() => call(givingRoutes.askForMore, { params: { returnEventId, requestId }, body }), done)
  }
  return (
    <MoveDialog title={t(`${does}.title`)} act={t(`${does}.do`)} moving={moving} onSave={save} onClose={onClose}>
      {does === 'ask' ? <p>{t('ask.lead')}</p> : null}
      <SelectField
        label={t('form.item')}
        options={itemCodes.map(value => ({ value, label: itemName(value) }))}
        value={item}
        problem={moving.problem(item.value === undefined, t('problem.item'))}
      />
      <TextField
        label={isMoney ? t('form.maloti') : t('form.quantity')}
        inputMode={isMoney ? 'decimal' : 'numeric'}
        width="short"
        longest={12}
        value={typed}
        problem={moving.problem(quantity === undefined, t('problem.quantity'))}
      />
      {does === 'ask' ? (
        <ReasonField value={reason} problem={moving.problem(why === '', t('problem.reason'))} />
      ) : (
        <ProofPart
          draft={proof}
          seen={moving.problem(proofProblem(proof) !== undefined, 'missing') !== undefined}
          kinds={['WITNESS', 'DECLINED']}
        />
      )}
    </MoveDialog>
  )
}
