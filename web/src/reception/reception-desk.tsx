import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { Route, Router, useRoute } from 'preact-iso'
import { PostCode } from '../../../functions/platform/places.ts'
import { thisDevice } from '../device/this-device.ts'
import { may } from '../sign-in/may.ts'
import { loadedLater } from '../ui/loaded-later.tsx'
import { NotHere } from '../ui/not-here.tsx'
import { usePost } from './desk-address.ts'
import { IntakePage } from './intake/intake-page.tsx'
import { followEffects } from './kept/effects.ts'
import { t } from './words.ts'
import './reception.css'

// the form stands first, and by itself: it is what a slow network must not keep anybody waiting for
const BatchListPage = loadedLater(() => import('./batch-list-page.tsx').then(page => page.BatchListPage))
const OpenBatchPage = loadedLater(() => import('./open-batch-page.tsx').then(page => page.OpenBatchPage))
const BatchPage = loadedLater(() => import('./batch-page.tsx').then(page => page.BatchPage))
const PersonSearchPage = loadedLater(() => import('./person-search-page.tsx').then(page => page.PersonSearchPage))
// loaded where a list is imported, a record completed or corrected: most of a bus-load needs none
const ManifestPage = loadedLater(() => import('./list/manifest-page.tsx').then(page => page.ManifestPage))
const CorrectPage = loadedLater(() => import('./correct/correct-page.tsx').then(page => page.CorrectPage))
const CompletionPage = loadedLater(() => import('./completion/completion-page.tsx').then(page => page.CompletionPage))

const Elsewhere = () => <NotHere title={t('desk.wrong-post')} />

/** A page that some officers of the desk may not open, whatever address they type. */
const forThoseWith = (permission: 'person.match' | 'person.complete' | 'intake.register', Shown: ComponentType) => () =>
  may(permission, usePost()) ? <Shown /> : <Elsewhere />
const FindPerson = forThoseWith('person.match', PersonSearchPage)
const CompletePerson = forThoseWith('person.complete', CompletionPage)
const Intake = forThoseWith('intake.register', IntakePage)

/** The desk of one post. Addresses hold the post's code and ids made on a device, and nothing else. */
export function ReceptionDesk() {
  const post = PostCode.safeParse(useRoute().params['post'])
  const deviceId = thisDevice()?.deviceId
  useEffect(() => (deviceId === undefined ? undefined : followEffects()), [deviceId])
  if (!post.success || !may('batch.open', post.data)) return <Elsewhere />
  return (
    <Router>
      <Route path="/" component={BatchListPage} />
      <Route path="/new" component={OpenBatchPage} />
      <Route path="/correct" component={CorrectPage} />
      <Route path="/people" component={FindPerson} />
      <Route path="/people/:personId" component={CompletePerson} />
      <Route path="/arrivals/:batchId" component={BatchPage} />
      <Route path="/arrivals/:batchId/list" component={ManifestPage} />
      <Route path="/arrivals/:batchId/intake" component={Intake} />
      <Route default component={Elsewhere} />
    </Router>
  )
}
