import type { Signal } from '@preact/signals'
import { Field } from '../ui/field.tsx'
import { longestPin } from '../vault/pin.ts'

interface PinFieldProps {
  readonly label: string
  readonly hint?: string
  readonly problem?: string | undefined
  readonly value: Signal<string>
}

/** Dots instead of digits, a figure keyboard, and nothing that the browser offers to remember. */
export const PinField = ({ value, ...field }: PinFieldProps) => (
  <Field {...field}>
    {described => (
      <input
        {...described}
        class="input input-half"
        type="password"
        inputMode="numeric"
        autocomplete="off"
        maxLength={longestPin}
        value={value.value}
        onInput={event => {
          value.value = event.currentTarget.value
        }}
      />
    )}
  </Field>
)
