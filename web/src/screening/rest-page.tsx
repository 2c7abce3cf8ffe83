import { useLayoutEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { t as shared } from '../i18n/shared-words.ts'
import { homePath } from '../practice/is-practice.ts'
import { Button } from '../ui/button.tsx'
import { practiceLine } from '../ui/frame-line.ts'
import { Mark } from '../ui/mark.tsx'
import { t } from './words.ts'

/**
 * What anybody may see on a tablet that lies on a table. It takes the place of the desk in the tab's history, and its
 * button leads away, not back to what was hidden.
 */
export function RestPage() {
  const { route } = useLocation()
  const PracticeLine = practiceLine.value
  useLayoutEffect(() => {
    document.title = shared('app.name')
    history.replaceState(null, '', homePath)
  }, [])
  return (
    <main class="rest">
      {PracticeLine === undefined ? null : <PracticeLine />}
      <Mark />
      <h1>{shared('app.name')}</h1>
      <p lang="st-LS">{shared('slip.free', {}, 'st-LS')}</p>
      <p lang="en">{shared('slip.free', {}, 'en')}</p>
      <Button onPress={() => route(homePath, true)}>{t('rest.go-on')}</Button>
    </main>
  )
}
