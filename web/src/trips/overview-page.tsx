import { useSignal } from '@preact/signals'
import { useLocation } from 'preact-iso'
import { type PostCode, postOf } from '../../../functions/platform/places.ts'
import { tripsRoutes } from '../../../functions/trips/contract.ts'
import { call } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { may } from '../sign-in/may.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Page } from '../ui/page.tsx'
import { type Done, doneAfter, Saved } from '../ui/saved.tsx'
import { Beds } from './beds.tsx'
import { tripPath, usePost } from './desk-address.ts'
import { ApartForm } from './forms/apart-form.tsx'
import { PlanForm } from './forms/plan-form.tsx'
import { TripList } from './trip-list.tsx'
import { Waiting } from './waiting.tsx'
import { t } from './words.ts'

/** Who needs a bed comes first, as long as somebody does. */
function People({ post, children }: { post: PostCode; children: preact.ComponentChildren }) {
  const { value, no, ask } = useAnswer(post, () => call(tripsRoutes.readOnward, { params: { post } }))
  return (
    <>
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {value === undefined ? null : <Beds view={value} />}
      {children}
      {value === undefined ? null : <Waiting people={value.people} />}
    </>
  )
}

function Trips({ post }: { post: PostCode }) {
  const { value, no, ask } = useAnswer(post, () => call(tripsRoutes.listTrips, { query: { post } }))
  return (
    <>
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {value === undefined && no === undefined ? <p class="quiet">{shared('app.loading')}</p> : null}
      {value === undefined ? null : <TripList post={post} trips={value.trips} />}
    </>
  )
}

/** The trips of a post that are not over, who waits for one, and who needs a bed before dark. */
export function OverviewPage() {
  const post = usePost()
  const { route } = useLocation()
  const open = useSignal<'plan' | 'apart' | undefined>(undefined)
  const done = useSignal<Done | undefined>(undefined)
  const mayPlan = may('trip.plan', post)
  const close = () => {
    open.value = undefined
  }
  return (
    <Page title={t('desk.title', { place: postOf(post).name })} back="/" wide>
      {done.value === undefined ? null : <Saved key={done.value.turn} sentence={done.value.sentence} />}
      {mayPlan ? (
        <div class="trips-begin">
          <Buttons>
            <Button
              kind="primary"
              onPress={() => {
                open.value = 'plan'
              }}
            >
              {t('plan.begin')}
            </Button>
          </Buttons>
        </div>
      ) : null}
      {mayPlan ? (
        <People post={post}>
          <Trips post={post} />
        </People>
      ) : (
        <Trips post={post} />
      )}
      {may('trip.apart', post) ? (
        <Buttons>
          <Button
            onPress={() => {
              open.value = 'apart'
            }}
          >
            {t('apart.begin')}
          </Button>
        </Buttons>
      ) : null}
      {open.value === 'plan' ? (
        <PlanForm post={post} onSaved={tripId => route(tripPath(post, tripId))} onClose={close} />
      ) : null}
      {open.value === 'apart' ? (
        <ApartForm
          post={post}
          onSaved={sentence => {
            done.value = doneAfter(done.value, sentence)
            close()
          }}
          onClose={close}
        />
      ) : null}
    </Page>
  )
}
