import type { Signal } from '@preact/signals'
import { Field } from '../ui/field.tsx'

interface DateFieldProps {
  readonly label: string
  /** A day `YYYY-MM-DD`, or a month `YYYY-MM`. */
  readonly kind: 'date' | 'month'
  readonly value: Signal<string>
  readonly latest: string
  readonly problem?: string | undefined
}

/** The browser's own calendar; one without it takes the same as it is typed. */
export const DateField = ({ kind, value, latest, ...field }: DateFieldProps) => (
  <Field {...field}>
    {described => (
      <input
        {...described}
        class="input input-half"
        type={kind}
        max={latest}
        value={value.value}
        onInput={event => {
          value.value = event.currentTarget.value
        }}
      />
    )}
  </Field>
)
