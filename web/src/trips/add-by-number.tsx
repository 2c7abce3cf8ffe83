import { type Signal, useSignal } from '@preact/signals'
import { readDisplayNumber } from '../slips/read-number.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { t } from './words.ts'

interface AddByNumberProps {
  readonly chosen: Signal<readonly string[]>
  /** Numbers that stand above already. */
  readonly known: readonly string[]
}

/** Somebody who stands on no list: who said too late that they want to go on, say. */
export function AddByNumber({ chosen, known }: AddByNumberProps) {
  const typed = useSignal('')
  const asked = useSignal(false)
  const number = readDisplayNumber(typed.value)
  const others = chosen.value.filter(each => !known.includes(each))
  const add = () => {
    asked.value = true
    if (number === undefined) return
    if (!chosen.value.includes(number)) chosen.value = [...chosen.value, number]
    typed.value = ''
    asked.value = false
  }
  return (
    <div class="stack-small add-number">
      <TextField
        label={t('add.number')}
        capitals="characters"
        width="half"
        longest={30}
        value={typed}
        problem={asked.value && number === undefined ? t('add.number.problem') : undefined}
      />
      <Button onPress={add}>{t('add.number.do')}</Button>
      {others.length === 0 ? null : (
        <>
          <p class="quiet">{t('add.chosen')}</p>
          <Buttons>
            {others.map(each => (
              <Button
                key={each}
                label={t('plan.stops.away', { district: each })}
                onPress={() => {
                  chosen.value = chosen.value.filter(other => other !== each)
                }}
              >
                {each} ×
              </Button>
            ))}
          </Buttons>
        </>
      )}
    </div>
  )
}
