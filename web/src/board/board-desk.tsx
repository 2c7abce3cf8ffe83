import { useEffect } from 'preact/hooks'
import { Route, Router, useRoute } from 'preact-iso'
import { PostCode } from '../../../functions/platform/places.ts'
import { thisDevice } from '../device/this-device.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { followEffects } from '../reception/kept/effects.ts'
import { may } from '../sign-in/may.ts'
import { NotHere } from '../ui/not-here.tsx'
import { BoardPage } from './board-page.tsx'
import { HandOverPage } from './hand-over-page.tsx'
import './board.css'

const Elsewhere = () => <NotHere title={shared('app.missing.title')} />

/** The overview of one post, for its supervisor. */
export function BoardDesk() {
  const post = PostCode.safeParse(useRoute().params['post'])
  const deviceId = thisDevice()?.deviceId
  useEffect(() => (deviceId === undefined ? undefined : followEffects()), [deviceId])
  if (!post.success || !may('batch.board', post.data)) return <Elsewhere />
  return (
    <Router>
      <Route path="/" component={BoardPage} />
      <Route path="/hand-over" component={HandOverPage} />
      <Route default component={Elsewhere} />
    </Router>
  )
}
