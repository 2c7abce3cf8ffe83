import type { Signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

export interface Option<Value extends string | number | boolean> {
  readonly value: Value
  readonly label: string
  readonly note?: string
  readonly picture?: ComponentChildren
}

interface SetProps<Value extends string | number | boolean> {
  readonly legend: string
  readonly hint?: string
  readonly problem?: string | undefined
  readonly options: readonly Option<Value>[]
  /** How many cards side by side on a wide screen; a phone shows one or two. */
  readonly columns?: 1 | 2 | 3 | 5
}

interface CardProps<Value extends string | number | boolean> {
  readonly option: Option<Value>
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

const Card = <Value extends string | number | boolean>({ option, type, name, checked, onChange }: CardProps<Value>) => (
  <label class={checked ? 'card card-chosen' : 'card'}>
    <input
      type={type}
      name={name}
      value={String(option.value)}
      checked={checked}
      onChange={event => onChange(event.currentTarget.checked)}
    />
    {option.picture === undefined ? null : <span class="card-picture">{option.picture}</span>}
    <span class="card-words">
      <span class="card-label">{option.label}</span>
      {option.note === undefined ? null : <span class="card-note">{option.note}</span>}
    </span>
  </label>
)

/** Two lines of a card that is half as wide as a narrow phone: 320 px in all. */
const longestShortWord = 8
const longestShortLabel = 16

/** Two answers like yes and no stand side by side on every screen; none of their words is cut there. */
export const isShortPair = (options: readonly Pick<Option<string>, 'label' | 'note'>[]): boolean =>
  options.length === 2 &&
  options.every(
    ({ label, note }) =>
      note === undefined &&
      label.length <= longestShortLabel &&
      label.split(/\s+/).every(word => word.length <= longestShortWord),
  )

interface CardSetProps<Value extends string | number | boolean> extends SetProps<Value> {
  readonly card: (option: Option<Value>, name: string) => ComponentChildren
}

function CardSet<Value extends string | number | boolean>({
  legend,
  hint,
  problem,
  options,
  columns = 1,
  card,
}: CardSetProps<Value>) {
  const name = useId()
  return (
    <fieldset
      class={problem === undefined ? 'cards' : 'cards field-problem'}
      {...(problem === undefined ? {} : { 'aria-describedby': `${name}-problem` })}
    >
      <legend>{legend}</legend>
      {hint === undefined ? null : <p class="field-hint">{hint}</p>}
      <div class={`cards-grid cards-${columns}${columns > 1 && isShortPair(options) ? ' cards-pair' : ''}`}>
        {options.map(option => card(option, name))}
      </div>
      {problem === undefined ? null : (
        <p class="field-says" id={`${name}-problem`}>
          {problem}
        </p>
      )}
    </fieldset>
  )
}

/** One of a few, as cards a thumb can hit. Nothing is chosen beforehand unless the form says so. */
export const Choice = <Value extends string | number | boolean>({
  value,
  ...set
}: SetProps<Value> & { value: Signal<Value | undefined> }) => (
  <CardSet
    {...set}
    card={(option, name) => (
      <Card
        key={String(option.value)}
        option={option}
        type="radio"
        name={name}
        checked={value.value === option.value}
        onChange={() => {
          value.value = option.value
        }}
      />
    )}
  />
)

/** Any number of a few; the order of the answer is the order of the options. */
export const MultiChoice = <Value extends string | number | boolean>({
  value,
  ...set
}: SetProps<Value> & { value: Signal<readonly Value[]> }) => (
  <CardSet
    {...set}
    card={(option, name) => (
      <Card
        key={String(option.value)}
        option={option}
        type="checkbox"
        name={name}
        checked={value.value.includes(option.value)}
        onChange={checked => {
          value.value = set.options
            .map(each => each.value)
            .filter(each => (each === option.value ? checked : value.value.includes(each)))
        }}
      />
    )}
  />
)
