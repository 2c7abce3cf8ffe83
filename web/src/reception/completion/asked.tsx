import type { Signal } from '@preact/signals'
import { t as shared } from '../../i18n/shared-words.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, type Option } from '../../ui/choice.tsx'
import { t } from './words.ts'

interface AskedProps<Value extends string | number | boolean> {
  readonly legend: string
  readonly hint?: string
  readonly problem?: string | undefined
  readonly columns?: 1 | 2 | 3 | 5
  readonly options: readonly Option<Value>[]
  readonly value: Signal<Value | undefined>
}

/** One of a few, or none: an answer given by mistake can be taken back. */
export const Asked = <Value extends string | number | boolean>({ value, legend, ...set }: AskedProps<Value>) => (
  <div class="asked">
    <Choice legend={legend} columns={2} {...set} value={value} />
    {value.value === undefined ? null : (
      <Button
        kind="quiet"
        label={t('take-back.of', { question: legend })}
        onPress={() => {
          value.value = undefined
        }}
      >
        {t('take-back')}
      </Button>
    )}
  </div>
)

export const YesNo = ({ legend, value }: { legend: string; value: Signal<boolean | undefined> }) => (
  <Asked
    legend={legend}
    options={[
      { value: true, label: shared('answer.yes') },
      { value: false, label: shared('answer.no') },
    ]}
    value={value}
  />
)
