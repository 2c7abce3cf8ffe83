import { Route, Router, useRoute } from 'preact-iso'
import { PostCode } from '../../../functions/platform/places.ts'
import { may } from '../sign-in/may.ts'
import { NotHere } from '../ui/not-here.tsx'
import { ListPage } from './list-page.tsx'
import { OverviewPage } from './overview-page.tsx'
import { TripPage } from './trip-page.tsx'
import { t } from './words.ts'
import './trips.css'

const Elsewhere = () => <NotHere title={t('desk.wrong-place')} />

/** Onward transport from a post: its trips, who waits, who needs a bed. Screening sees vehicles and free seats alone. */
export function TripsDesk() {
  const post = PostCode.safeParse(useRoute().params['post'])
  if (!post.success || !may('trip.read', post.data)) return <Elsewhere />
  if (!may('trip.plan', post.data)) return <OverviewPage />
  return (
    <Router>
      <Route path="/" component={OverviewPage} />
      <Route path="/:tripId" component={TripPage} />
      <Route path="/:tripId/list" component={ListPage} />
      <Route default component={Elsewhere} />
    </Router>
  )
}
