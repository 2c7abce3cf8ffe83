import type { Signal } from '@preact/signals'
import { withoutHiddenSigns } from '../../../../functions/platform/hidden-signs.ts'
import type { ItemCode } from '../../../../functions/support/items.ts'
import { isMoney } from '../../code-lists/item-amount.ts'
import { Field, TextField } from '../../ui/field.tsx'
import { t } from '../words.ts'

interface AmountFieldProps {
  /** Undefined where it is not chosen yet. */
  readonly item: ItemCode | undefined
  readonly value: Signal<string>
  /** Of a number of things and of money, where it is another question than how many. */
  readonly label?: { readonly things: string; readonly money: string }
  readonly hint?: string
  readonly problem: string | undefined
}

/** So much of an item; of money in maloti. */
export function AmountField({ item, label, value, hint, problem }: AmountFieldProps) {
  const money = item !== undefined && isMoney(item)
  const { things, money: inMaloti } = label ?? { things: t('quantity.ask'), money: t('quantity.money') }
  return (
    <TextField
      label={money ? inMaloti : things}
      {...(hint === undefined ? {} : { hint })}
      inputMode={money ? 'decimal' : 'numeric'}
      width="short"
      longest={12}
      value={value}
      problem={problem}
    />
  )
}

export const quantityProblem = (item: ItemCode | undefined): string =>
  t(item !== undefined && isMoney(item) ? 'quantity.money.problem' : 'quantity.problem')

export const countProblem = (item: ItemCode): string => t(isMoney(item) ? 'count.money.problem' : 'count.problem')

export const ReasonField = ({ value, problem }: { value: Signal<string>; problem: string | undefined }) => (
  <TextField label={t('reason.ask')} lines={2} longest={600} value={value} problem={problem} />
)

/** What can be typed into or chosen from, in the order in which Tab goes. */
const asked = 'input:not([type=radio]), select, textarea'

interface LotFieldProps {
  readonly value: Signal<string>
  readonly optional: boolean
  readonly problem: string | undefined
}

/** A scanner types what it reads and ends with Enter, which goes on to the next question as an officer would. */
export const LotField = ({ value, optional, problem }: LotFieldProps) => (
  <Field label={t('receive.lot')} hint={t('receive.lot.hint')} optional={optional} problem={problem}>
    {described => (
      <input
        {...described}
        class="input input-half"
        type="text"
        maxLength={80}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        value={value.value}
        onInput={event => {
          value.value = withoutHiddenSigns(event.currentTarget.value)
        }}
        onKeyDown={event => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          const input = event.currentTarget
          const fields = [...(input.closest('dialog')?.querySelectorAll<HTMLElement>(asked) ?? [])]
          fields[fields.indexOf(input) + 1]?.focus()
        }}
      />
    )}
  </Field>
)
