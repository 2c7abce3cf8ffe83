import { useId } from 'preact/hooks'
import { t } from '../i18n/shared-words.ts'
import type { DateOrAgeInput } from './date-input.ts'
import { NumberPart } from './three-part-date.tsx'

interface DateOrAgeProps {
  readonly legend: string
  readonly value: DateOrAgeInput
  readonly problem?: string | undefined
}

/** A birth date as three fields, of which the year alone may do, or an age in years. */
export function DateOrAge({ legend, value, problem }: DateOrAgeProps) {
  const id = useId()
  const describedBy = problem === undefined ? undefined : `${id}-problem`
  const byDate = value.way.value === 'date'
  const ways = [
    { way: 'date', label: t('date.as-date') },
    { way: 'age', label: t('date.as-age') },
  ] as const
  return (
    <fieldset class={problem === undefined ? 'cards' : 'cards field-problem'}>
      <legend>{legend}</legend>
      <fieldset class="switch">
        <legend class="unseen">{legend}</legend>
        {ways.map(({ way, label }) => (
          <button
            key={way}
            type="button"
            aria-pressed={value.way.value === way}
            onClick={() => {
              value.way.value = way
            }}
          >
            {label}
          </button>
        ))}
      </fieldset>
      {byDate ? <p class="field-hint">{t('date.hint')}</p> : null}
      <div class="date">
        {byDate ? (
          <>
            <NumberPart label={t('date.day')} value={value.day} digits={2} describedBy={describedBy} />
            <NumberPart label={t('date.month')} value={value.month} digits={2} describedBy={describedBy} />
            <NumberPart label={t('date.year')} value={value.year} digits={4} describedBy={describedBy} />
          </>
        ) : (
          <NumberPart label={t('date.age')} value={value.age} digits={3} describedBy={describedBy} />
        )}
      </div>
      {problem === undefined ? null : (
        <p class="field-says" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </fieldset>
  )
}
