import './district.css'
import { useEffect } from 'preact/hooks'
import { Route, Router, useRoute } from 'preact-iso'
import { may } from '../sign-in/may.ts'
import { loadedLater } from '../ui/loaded-later.tsx'
import { NotHere } from '../ui/not-here.tsx'
import { Place } from './desk-address.ts'
import { TaskListPage } from './task-list-page.tsx'
import { TaskPage } from './task-page.tsx'
import { warnBeforeUnload } from './unsaved.ts'
import { t } from './words.ts'

// loaded where a plan is made or somebody was visited: most tasks are a call or an errand
const PlanFormPage = loadedLater(() => import('./plan/plan-form-page.tsx').then(page => page.PlanFormPage))
const PlanListPage = loadedLater(() => import('./plan/plan-list-page.tsx').then(page => page.PlanListPage))
const PlanPage = loadedLater(() => import('./plan/plan-page.tsx').then(page => page.PlanPage))
const VisitPage = loadedLater(() => import('./visit/visit-page.tsx').then(page => page.VisitPage))

const Elsewhere = () => <NotHere title={t('desk.wrong-place')} />

/** The follow-up tasks of one district, or those a post's supervisor follows up. */
export function DistrictDesk() {
  useEffect(warnBeforeUnload, [])
  const place = Place.safeParse(useRoute().params['place'])
  if (!place.success || !may('task.list', place.data)) return <Elsewhere />
  return (
    <Router>
      <Route path="/" component={TaskListPage} />
      <Route path="/plans" component={PlanListPage} />
      <Route path="/plans/:planId" component={PlanPage} />
      <Route path="/:taskId" component={TaskPage} />
      <Route path="/:taskId/plan" component={PlanFormPage} />
      <Route path="/:taskId/visit" component={VisitPage} />
      <Route default component={Elsewhere} />
    </Router>
  )
}
