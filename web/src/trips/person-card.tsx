import type { Signal } from '@preact/signals'
import { t } from './words.ts'

/** Numbers of those who are chosen, in the order in which they were. */
export type Chosen = Signal<readonly string[]>

export function toggle(chosen: Chosen, numbers: readonly string[], on: boolean): void {
  const others = chosen.value.filter(each => !numbers.includes(each))
  chosen.value = on ? [...others, ...numbers] : others
}

interface PersonCardProps {
  readonly person: { readonly displayNumber: string; readonly firstName: string; readonly isChild: boolean }
  readonly chosen: Chosen
}

/** Somebody as a card a thumb can hit: first name and number. */
export const PersonCard = ({ person: { displayNumber, firstName, isChild }, chosen }: PersonCardProps) => {
  const isChosen = chosen.value.includes(displayNumber)
  return (
    <label class={isChosen ? 'card card-chosen' : 'card'}>
      <input
        type="checkbox"
        checked={isChosen}
        onChange={event => toggle(chosen, [displayNumber], event.currentTarget.checked)}
      />
      <span class="card-words">
        <span class="card-label">
          {firstName}
          {isChild ? `, ${t('rider.child')}` : ''}
        </span>
        <span class="card-note number">{displayNumber}</span>
      </span>
    </label>
  )
}
