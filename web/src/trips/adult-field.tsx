import type { Signal } from '@preact/signals'
import { Field } from '../ui/field.tsx'
import { adultOf, adultsFor, type Choosing, type Going } from './seating.ts'
import { t } from './words.ts'

interface AdultFieldProps {
  readonly child: Going
  readonly choosing: Choosing
  readonly adults: Signal<Readonly<Record<string, string>>>
}

const whoWords = ({ firstName, displayNumber }: Going): string =>
  firstName === undefined ? displayNumber : `${firstName}, ${displayNumber}`

/** Who answers for a child on the way: grown people who ride too, their own family first. */
export function AdultField({ child, choosing, adults }: AdultFieldProps) {
  const { displayNumber } = child
  return (
    <Field label={t('add.adult', { number: whoWords(child) })}>
      {described => (
        <select
          {...described}
          class="input"
          value={adultOf(child, choosing) ?? ''}
          onChange={event => {
            adults.value = { ...adults.value, [displayNumber]: event.currentTarget.value }
          }}
        >
          <option value=""></option>
          {adultsFor(child, choosing).map(adult => (
            <option key={adult.displayNumber} value={adult.displayNumber}>
              {whoWords(adult)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
