import type { Signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { withoutHiddenSigns } from '../../../functions/platform/hidden-signs.ts'
import { t } from '../i18n/shared-words.ts'

interface FieldProps {
  readonly label: string
  readonly hint?: string
  /** What is wrong with what was typed, in words. */
  readonly problem?: string | undefined
  readonly optional?: boolean
}

interface Described {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

/** A label, what helps to answer, the control, and what is wrong with it, tied together for a screen reader. */
export function Field({
  label,
  hint,
  problem,
  optional,
  children,
}: FieldProps & { children: (described: Described) => ComponentChildren }) {
  const id = useId()
  const describedBy = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`]
    .join(' ')
    .trim()
  return (
    <div class={problem === undefined ? 'field' : 'field field-problem'}>
      <label for={id}>
        {label}
        {optional === true ? <span class="field-optional"> ({t('field.optional')})</span> : null}
      </label>
      {hint === undefined ? null : (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        ...(describedBy === '' ? {} : { 'aria-describedby': describedBy }),
        ...(problem === undefined ? {} : { 'aria-invalid': true }),
      })}
      {problem === undefined ? null : (
        <p class="field-says" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}

interface TextFieldProps extends FieldProps {
  /** What was typed, verbatim but for signs that a paste may bring and nobody sees: reading it is the form's business. */
  readonly value: Signal<string>
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'decimal'
  readonly longest?: number
  readonly width?: 'full' | 'half' | 'short'
  readonly lines?: number
  readonly capitals?: 'words' | 'characters' | 'none'
}

/** No browser completion: the next person at this tablet must not be offered the last one's answers. */
export const TextField = ({
  value,
  inputMode,
  longest = 80,
  width = 'full',
  lines,
  capitals,
  ...field
}: TextFieldProps) => (
  <Field {...field}>
    {described =>
      lines === undefined ? (
        <input
          {...described}
          class={`input input-${width}`}
          type="text"
          {...(inputMode === undefined ? {} : { inputMode })}
          maxLength={longest}
          autocomplete="off"
          autocapitalize={capitals ?? 'none'}
          spellcheck={false}
          value={value.value}
          onInput={event => {
            value.value = withoutHiddenSigns(event.currentTarget.value)
          }}
        />
      ) : (
        <textarea
          {...described}
          class="input"
          rows={lines}
          maxLength={longest}
          autocomplete="off"
          value={value.value}
          onInput={event => {
            value.value = withoutHiddenSigns(event.currentTarget.value)
          }}
        />
      )
    }
  </Field>
)

interface SelectFieldProps<Value extends string> extends FieldProps {
  readonly value: Signal<Value | undefined>
  readonly options: readonly { readonly value: Value; readonly label: string }[]
}

/** For lists too long to lay out as cards. The first entry is "nothing chosen". */
export const SelectField = <Value extends string>({ value, options, ...field }: SelectFieldProps<Value>) => (
  <Field {...field}>
    {described => (
      <select
        {...described}
        class="input"
        value={value.value ?? ''}
        onChange={event => {
          const chosen = event.currentTarget.value
          value.value = options.find(option => option.value === chosen)?.value
        }}
      >
        <option value="" />
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
)
