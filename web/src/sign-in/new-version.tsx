/**
 * The application kept on the device, so that it starts without a network. A new version is fetched in the background
 * and waits until the officer starts it; what was captured stays where it is.
 */
import { signal } from '@preact/signals'
import { t } from '../i18n/shared-words.ts'
import { Button } from '../ui/button.tsx'

const start = signal<(() => void) | undefined>(undefined)

/** Once, when the application starts. Without service workers it runs as any page does. */
export async function keepOnDevice(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const { registerSW } = await import('virtual:pwa-register')
  // asked for before the worker stood between, so it is not kept yet; without it no desk opens offline
  await caches.open('config').then(kept => kept.add('/config.json'))
  const activate = registerSW({
    onNeedRefresh() {
      start.value = () => void activate(true)
    },
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
