/** One item and how much of it, as it is typed; and what every form here asks beside it. */
import { type Signal, signal } from '@preact/signals'
import { type ItemCode, itemCodes } from '../../../functions/support/items.ts'
import type { SupportLine } from '../../../functions/support/support-line.ts'
import { countedAs, itemName } from '../code-lists/item-amount.ts'
import { readQuantity } from '../supplies/read-quantity.ts'
import { SelectField, TextField } from '../ui/field.tsx'
import { t } from './words.ts'

export interface LineDraft {
  readonly item: Signal<ItemCode | undefined>
  readonly typed: Signal<string>
}

export const lineDraft = (): LineDraft => ({ item: signal<ItemCode | undefined>(undefined), typed: signal('') })

/** Undefined as long as something of it is missing or no number. */
export function lineOf({ item: { value: item }, typed }: LineDraft): SupportLine | undefined {
  if (item === undefined) return undefined
  const quantity = readQuantity(typed.value, countedAs(item))
  return quantity === undefined ? undefined : { item, quantity }
}

interface LineFieldsProps {
  readonly line: LineDraft
  /** From which is chosen. */
  readonly items?: readonly ItemCode[]
  /** The words where it is so and saving was tried. */
  readonly problem: (isWrong: boolean, words: string) => string | undefined
}

export function LineFields({ line, items = itemCodes, problem }: LineFieldsProps) {
  const { item, typed } = line
  const isMoney = item.value !== undefined && countedAs(item.value) === 'lisente'
  return (
    <>
      <SelectField
        label={t('form.item')}
        options={items.map(value => ({ value, label: itemName(value) }))}
        value={item}
        problem={problem(item.value === undefined, t('problem.item'))}
      />
      <TextField
        label={isMoney ? t('form.maloti') : t('form.quantity')}
        inputMode={isMoney ? 'decimal' : 'numeric'}
        width="short"
        longest={12}
        value={typed}
        problem={problem(item.value !== undefined && lineOf(line) === undefined, t('problem.quantity'))}
      />
    </>
  )
}

export const ReasonField = ({ value, problem }: { value: Signal<string>; problem: string | undefined }) => (
  <TextField label={t('form.reason')} lines={2} longest={600} value={value} problem={problem} />
)
