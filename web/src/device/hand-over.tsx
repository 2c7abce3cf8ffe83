import { useSignal } from '@preact/signals'
import { useLocation } from 'preact-iso'
import { t as shared } from '../i18n/shared-words.ts'
import { outboxStore } from '../outbox/outbox-store.ts'
import { signedIn, signOut } from '../sign-in/session.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { handOver } from '../vault/vault.ts'
import { t } from './words.ts'
import { stopWorking } from './working.ts'

/** The officer's time at this tablet ends: nothing is lost, and nobody after them can look into what was theirs. */
export function HandOver({ officerId }: { officerId: string }) {
  const { route } = useLocation()
  const isSure = useSignal(false)
  const busy = useSignal(false)
  const give = async () => {
    busy.value = true
    await handOver(officerId)
    await outboxStore.dropCopies(officerId)
    stopWorking()
    if (signedIn.value?.officerId === officerId) await signOut().catch(() => undefined)
    route('/')
  }
  return (
    <section class="panel">
      <h2>{t('hand-over.title')}</h2>
      <p>{t('hand-over.lead')}</p>
      {isSure.value ? <p role="status">{t('hand-over.sure')}</p> : null}
      <Buttons>
        {isSure.value ? (
          <>
            <Button kind="primary" busy={busy.value} onPress={() => void give()}>
              {t('hand-over.do')}
            </Button>
            <Button
              onPress={() => {
                isSure.value = false
              }}
            >
              {shared('action.cancel')}
            </Button>
          </>
        ) : (
          <Button
            onPress={() => {
              isSure.value = true
            }}
          >
            {t('hand-over.begin')}
          </Button>
        )}
      </Buttons>
    </section>
  )
}
