/** After a sign-in on an enrolled tablet: the pass is opened, then the officer types their PIN or chooses one. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { No } from '../api/client.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { freshSignIn } from '../sign-in/session.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { vaultStore } from '../vault/vault-store.ts'
import { workByPin } from './begin-work.ts'
import { openPass } from './open-pass.ts'
import { ChoosePin, TypePin } from './pin-forms.tsx'
import { t } from './words.ts'

interface Officer {
  readonly officerId: string
  readonly name: string
}

type Step = 'opening' | 'type' | 'choose'

export function Arriving({ officer }: { officer: Officer }) {
  const { officerId } = officer
  const step = useSignal<Step>('opening')
  const no = useSignal<No | undefined>(undefined)
  const open = async () => {
    no.value = undefined
    const answer = await openPass(officerId)
    if (answer.ok) step.value = (await vaultStore.findOfficer(officerId)) === undefined ? 'choose' : 'type'
    else no.value = answer
  }
  useEffect(() => void open(), [])
  const begin = () =>
    void workByPin(officerId).then(() => {
      freshSignIn.value = undefined
    })
  const leave = () => {
    freshSignIn.value = undefined
  }
  if (step.value === 'choose') return <ChoosePin officer={officer} onDone={begin} />
  if (step.value === 'type')
    return (
      <>
        <TypePin officerId={officerId} onOpen={begin} />
        <details class="more">
          <summary>{t('pin.forgotten')}</summary>
          <p>{t('pin.forgotten.lead')}</p>
          <ChoosePin officer={officer} onDone={begin} />
        </details>
      </>
    )
  if (no.value === undefined) return <p class="quiet">{shared('app.loading')}</p>
  return (
    <>
      <NoNotice no={no.value} title={t('pass.none')} onAgain={() => void open()} />
      <Buttons>
        <Button onPress={leave}>{shared('action.back')}</Button>
      </Buttons>
    </>
  )
}
