import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { t as shared } from '../i18n/shared-words.ts'
import { unsent } from '../outbox/outbox-news.ts'
import { UnsentLine } from '../outbox/unsent-line.tsx'
import { canSend, signInAgain } from '../sign-in/session.ts'
import { Button } from '../ui/button.tsx'
import { t } from './frame/words.ts'
import { thisDevice } from './this-device.ts'
import { working } from './working.ts'

/** True while the browser knows no network at all; false says nothing certain. */
function useIsOffline(): boolean {
  const isOffline = useSignal(!navigator.onLine)
  useEffect(() => {
    const look = () => {
      isOffline.value = !navigator.onLine
    }
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [])
  return isOffline.value
}

/**
 * In the frame of every page of a tablet: what is not yet sent, and what it waits for. Stands on a withdrawn tablet too
 * for as long as something waits there.
 */
export function TabletLine() {
  const isOffline = useIsOffline()
  const count = unsent.value ?? 0
  if (thisDevice() === undefined && count === 0) return null
  return (
    <section class="tablet-line" aria-label={t('home.tablet')}>
      <span role="status">
        <UnsentLine href="/unsent" />
      </span>
      {working.value?.by === 'choice' ? <span class="quiet">{t('frame.choice')}</span> : null}
      {count === 0 || canSend.value ? null : isOffline ? (
        <span class="quiet">{shared('offline.title')}</span>
      ) : (
        <Button kind="quiet" onPress={() => void signInAgain().catch(() => undefined)}>
          {t('frame.sign-in')}
        </Button>
      )}
    </section>
  )
}
