import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { maseruDate } from '../../../functions/platform/clock.ts'
import type { PostCode } from '../../../functions/platform/places.ts'
import { supportRoutes } from '../../../functions/support/contract.ts'
import { comesInLots, type ItemCode, itemCodes } from '../../../functions/support/items.ts'
import { call } from '../api/client.ts'
import { commandMaker } from '../api/command-maker.ts'
import { useCommand } from '../api/use-command.ts'
import { countedIn } from '../code-lists/quantity-words.ts'
import { code } from '../code-lists/words.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { dateInput, readDate } from '../ui/date-input.ts'
import { SelectField, TextField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { ThreePartDate } from '../ui/three-part-date.tsx'
import { readQuantity } from './read-quantity.ts'
import { t } from './words.ts'

export interface ReceivedStock {
  readonly item: ItemCode
  readonly quantity: number
}

/** What a delivery brought. It is the desk's to give as soon as it is saved. */
export function ReceiveForm({ post, onReceived }: { post: PostCode; onReceived: (stock: ReceivedStock) => void }) {
  const item = useSignal<ItemCode | undefined>(undefined)
  const typed = useSignal('')
  const lot = useSignal('')
  const expires = useMemo(() => dateInput(), [])
  const asked = useSignal(false)
  const makeCommand = useMemo(commandMaker, [])
  const { busy, no, send } = useCommand()
  const counted = item.value === undefined ? 'pieces' : countedIn(item.value, maseruDate(new Date()))
  const isMoney = counted === 'lisente'
  const quantity = readQuantity(typed.value, counted)
  const expiresOn = readDate(expires)
  const label = lot.value.trim()
  const asksForLot = item.value === undefined || comesInLots(item.value)
  const lotMissing = asksForLot && label === ''

  const save = () => {
    asked.value = true
    const chosen = item.value
    if (chosen === undefined || quantity === undefined || lotMissing || expiresOn === 'wrong') return
    const { id: moveId, body } = makeCommand({
      item: chosen,
      quantity,
      ...(label === '' ? {} : { lot: label }),
      ...(expiresOn === 'empty' ? {} : { expiresOn }),
    })
    void send(
      () => call(supportRoutes.receiveStock, { params: { post, moveId }, body }),
      () => onReceived({ item: chosen, quantity }),
    )
  }
  const problem = (isWrong: boolean, words: string) => (asked.value && isWrong ? words : undefined)
  return (
    <section class="panel">
      <h2>{t('receive.title')}</h2>
      <SelectField
        label={t('receive.item')}
        options={itemCodes.map(value => ({ value, label: code(`item.${value}`) }))}
        value={item}
        problem={problem(item.value === undefined, t('receive.item.problem'))}
      />
      <TextField
        label={t(isMoney ? 'receive.quantity.money' : 'receive.quantity')}
        inputMode={isMoney ? 'decimal' : 'numeric'}
        width="short"
        longest={12}
        value={typed}
        problem={problem(
          quantity === undefined,
          t(isMoney ? 'receive.quantity.money.problem' : 'receive.quantity.problem'),
        )}
      />
      <TextField
        label={t('receive.lot')}
        hint={t('receive.lot.hint')}
        optional={!asksForLot}
        width="half"
        capitals="characters"
        value={lot}
        problem={problem(lotMissing, t('receive.lot.problem'))}
      />
      <ThreePartDate
        legend={t('receive.expires')}
        value={expires}
        problem={problem(expiresOn === 'wrong', t('receive.expires.problem'))}
      />
      {no.value === undefined ? null : <NoNotice no={no.value} onAgain={save} />}
      <Buttons>
        <Button kind="primary" busy={busy.value} onPress={save}>
          {t('receive.do')}
        </Button>
      </Buttons>
    </section>
  )
}
