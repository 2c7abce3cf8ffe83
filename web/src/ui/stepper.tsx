import { useId } from 'preact/hooks'
import { t } from '../i18n/shared-words.ts'

interface StepperProps {
  readonly label: string
  readonly value: number
  readonly most: number
  readonly onChange: (value: number) => void
}

/** A small whole number that a thumb counts up and down. */
export function Stepper({ label, value, most, onChange }: StepperProps) {
  const id = useId()
  return (
    <fieldset class="stepper" aria-labelledby={id}>
      <span class="stepper-label" id={id}>
        {label}
      </span>
      <button
        type="button"
        class="stepper-step"
        disabled={value === 0}
        aria-label={t('stepper.less')}
        onClick={() => onChange(value - 1)}
      >
        <span aria-hidden="true">−</span>
      </button>
      <output class="stepper-value">{value}</output>
      <button
        type="button"
        class="stepper-step"
        disabled={value >= most}
        aria-label={t('stepper.more')}
        onClick={() => onChange(value + 1)}
      >
        <span aria-hidden="true">+</span>
      </button>
    </fieldset>
  )
}
