import { Route, Router, useRoute } from 'preact-iso'
import { PostCode } from '../../../functions/platform/places.ts'
import { may } from '../sign-in/may.ts'
import { NotHere } from '../ui/not-here.tsx'
import { DeviceListPage } from './device-list-page.tsx'
import { DevicePage } from './device-page.tsx'
import { PostsPage } from './posts-page.tsx'
import { t } from './words.ts'

const Elsewhere = () => <NotHere title={t('desk.wrong-post')} />

/** The tablets of one post; an administrator, who has them all, chooses the post first. */
export function DevicesDesk() {
  const { post: named } = useRoute().params
  const post = PostCode.safeParse(named)
  if (named === undefined || named === '') return <PostsPage />
  if (!post.success || !may('device.read', post.data)) return <Elsewhere />
  return (
    <Router>
      <Route path="/" component={DeviceListPage} />
      <Route path="/:deviceId" component={DevicePage} />
      <Route default component={Elsewhere} />
    </Router>
  )
}
