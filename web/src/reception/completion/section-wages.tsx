import type { Signal } from '@preact/signals'
import { wagePeriods } from '../../../../functions/registration/full-tier-codes.ts'
import { Choice } from '../../ui/choice.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { YesNo } from './asked.tsx'
import { type CompletionDraft, currencies, typed } from './completion-draft.ts'
import type { SectionProps } from './sections.tsx'
import { t } from './words.ts'

const Currency = ({ value }: { value: CompletionDraft['wagesCurrency'] }) => (
  <Choice
    legend={t('wages.currency')}
    columns={2}
    options={currencies.map(each => ({ value: each, label: t(`wages.currency.${each}`) }))}
    value={value}
  />
)

interface AmountProps {
  readonly label: string
  readonly value: Signal<string>
  readonly problem: string | undefined
}

const Amount = (props: AmountProps) => <TextField {...props} inputMode="decimal" longest={10} width="short" />

/** The last job there, what was agreed and paid for it, and what is still owed. */
export const SectionWages = ({ draft, says }: SectionProps) => (
  <>
    <TextField label={t('wages.job')} value={draft.job} />
    <Amount label={t('wages.agreed')} value={draft.agreed} problem={says('agreed')} />
    <SelectField
      label={t('wages.per')}
      options={wagePeriods.map(value => ({ value, label: t(`per.${value}`) }))}
      value={draft.per}
      problem={says('per')}
    />
    <Amount label={t('wages.paid')} value={draft.paid} problem={says('paid')} />
    {typed(draft.agreed) === undefined && typed(draft.paid) === undefined ? null : (
      <Currency value={draft.jobCurrency} />
    )}
    <YesNo legend={t('wages.owed')} value={draft.wagesOwed} />
    {draft.wagesOwed.value === true ? (
      <>
        <Amount label={t('wages.amount')} value={draft.wagesAmount} problem={says('wagesAmount')} />
        <Currency value={draft.wagesCurrency} />
        <TextField
          label={t('wages.days')}
          inputMode="numeric"
          longest={2}
          width="short"
          value={draft.daysBeforePayday}
          problem={says('daysBeforePayday')}
        />
      </>
    ) : null}
  </>
)
