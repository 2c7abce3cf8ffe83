import type { Signal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { t } from '../i18n/shared-words.ts'
import type { DateInput } from './date-input.ts'

interface NumberPartProps {
  readonly label: string
  readonly value: Signal<string>
  readonly digits: 2 | 3 | 4
  /** The id of the sentence that says what is wrong. */
  readonly describedBy: string | undefined
}

/** Figures only; the keyboard of a tablet shows figures too. */
export function NumberPart({ label, value, digits, describedBy }: NumberPartProps) {
  const id = useId()
  return (
    <div class="date-part">
      <label for={id}>{label}</label>
      <input
        id={id}
        class={`input input-digits-${digits}`}
        type="text"
        inputMode="numeric"
        maxLength={digits}
        autocomplete="off"
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy, 'aria-invalid': true })}
        value={value.value}
        onInput={event => {
          value.value = event.currentTarget.value.replace(/\D/g, '')
          event.currentTarget.value = value.value
        }}
      />
    </div>
  )
}

interface ThreePartDateProps {
  readonly legend: string
  readonly value: DateInput
  readonly problem?: string | undefined
}

/** A whole date, in three fields in the order in which it is said: a browser's own picker may put the month first. */
export function ThreePartDate({ legend, value, problem }: ThreePartDateProps) {
  const id = useId()
  const describedBy = problem === undefined ? undefined : `${id}-problem`
  return (
    <fieldset class={problem === undefined ? 'cards' : 'cards field-problem'}>
      <legend>{legend}</legend>
      <div class="date">
        <NumberPart label={t('date.day')} value={value.day} digits={2} describedBy={describedBy} />
        <NumberPart label={t('date.month')} value={value.month} digits={2} describedBy={describedBy} />
        <NumberPart label={t('date.year')} value={value.year} digits={4} describedBy={describedBy} />
      </div>
      {problem === undefined ? null : (
        <p class="field-says" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </fieldset>
  )
}
