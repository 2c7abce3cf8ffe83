import type { Signal } from '@preact/signals'
import { type DistrictCode, districts } from '../../../../functions/platform/places.ts'
import { Field } from '../../ui/field.tsx'
import { districtName } from '../said.ts'
import { t } from '../words.ts'

interface StopsFieldProps {
  readonly value: Signal<readonly DistrictCode[]>
  readonly problem: string | undefined
}

/** Districts in the order in which the vehicle comes to them: each choice is the next stop. */
export const StopsField = ({ value, problem }: StopsFieldProps) => (
  <div class="stops-field">
    <Field label={t('plan.stops')} hint={t('plan.stops.hint')} problem={problem}>
      {described => (
        <select
          {...described}
          class="input"
          value=""
          onChange={event => {
            const chosen = districts.find(({ code }) => code === event.currentTarget.value)?.code
            if (chosen !== undefined) value.value = [...value.value, chosen]
            event.currentTarget.value = ''
          }}
        >
          <option value="">{value.value.length === 0 ? '' : t('plan.stops.next')}</option>
          {districts
            .filter(({ code }) => !value.value.includes(code))
            .map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
        </select>
      )}
    </Field>
    {value.value.length === 0 ? null : (
      <ol class="stops">
        {value.value.map((code, place) => (
          <li key={code}>
            <span>
              {place + 1}. {districtName(code)}
            </span>
            <button
              type="button"
              class="button button-quiet"
              aria-label={t('plan.stops.away', { district: districtName(code) })}
              onClick={() => {
                value.value = value.value.filter(each => each !== code)
              }}
            >
              ×
            </button>
          </li>
        ))}
      </ol>
    )}
  </div>
)
