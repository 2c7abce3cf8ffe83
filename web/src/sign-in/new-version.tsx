/**
 * The application kept on the device, so that it starts without a network. A new version is fetched in the background
 * and waits until the officer starts it; what was captured stays where it is.
 */
import { signal } from '@preact/signals'
import { isTablet } from '../device/this-device.ts'
import { t } from '../i18n/shared-words.ts'
import { Button } from '../ui/button.tsx'
import { isReplaced } from '../ui/replaced-version.ts'

const start = signal<(() => void) | undefined>(undefined)

/** A version that waits is told to take over, and this tab starts again with it; a form that is open in another stays. */
function offer(waiting: ServiceWorker): void {
  // what saving takes, while its files are still there: another tab may start the new version under an open form
  if (isTablet()) void import('../outbox/keep-record.ts').catch(() => undefined)
  start.value = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
    waiting.postMessage({ type: 'SKIP_WAITING' })
  }
}

/** What a page asks the server for as soon as it stands goes first. */
const headStartMilliseconds = 500

let begun = false

/**
 * When the first page stands; once. Without service workers the application runs as any page does. Where the network
 * goes before the copy is made, it is made when it comes back.
 */
export async function keepOnDevice(): Promise<void> {
  if (begun || !('serviceWorker' in navigator)) return
  begun = true
  try {
    await keepCopy()
  } catch {
    begun = false
    addEventListener('online', () => void keepOnDevice(), { once: true })
  }
}

async function keepCopy(): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, headStartMilliseconds))
  // asked for before the worker stood between, so it is not kept yet; without it no desk opens offline
  await caches.open('config').then(kept => kept.add('/config.json'))
  // not where the browser forbids it, nor where no worker was built
  const registration = await navigator.serviceWorker.register('/sw.js', { scope: '/' }).catch(() => undefined)
  if (registration === undefined) return
  if (navigator.serviceWorker.controller !== null)
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      isReplaced.value = true
      start.value = () => location.reload()
    })
  if (registration.waiting !== null) offer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      // the first one of all replaces nothing
      if (installing.state === 'installed' && navigator.serviceWorker.controller !== null) offer(installing)
    })
  })
}

/** A line in the frame of every page while a new version waits. */
export const NewVersion = () =>
  start.value === undefined ? null : (
    <div class="new-version" role="status">
      <span>{t('version.waits')}</span>
      <Button kind="quiet" onPress={start.value}>
        {t('version.start')}
      </Button>
    </div>
  )
