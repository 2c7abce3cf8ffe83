import { useSignal } from '@preact/signals'
import { tripsRoutes } from '../../../functions/trips/contract.ts'
import type { TripView } from '../../../functions/trips/trip.ts'
import { call } from '../api/client.ts'
import { Button, ButtonLink, Buttons } from '../ui/button.tsx'
import { listPath, usePost } from './desk-address.ts'
import { PlanForm } from './forms/plan-form.tsx'
import { SureForm } from './forms/sure-form.tsx'
import { t } from './words.ts'

interface TripActionsProps {
  readonly trip: TripView
  readonly onDone: (sentence: string) => void
}

/** What becomes of the whole trip. Leaving and cancelling are asked for a second time: neither is taken back. */
export function TripActions({ trip, onDone }: TripActionsProps) {
  const post = usePost()
  const open = useSignal<'change' | 'depart' | 'cancel' | undefined>(undefined)
  const { tripId, plate, state, taken, problems } = trip
  const close = () => {
    open.value = undefined
  }
  const done = (sentence: string) => {
    close()
    onDone(sentence)
  }
  const opens = (which: 'change' | 'depart' | 'cancel') => () => {
    open.value = which
  }
  return (
    <>
      <Buttons>
        {state === 'PLANNED' && taken > 0 ? (
          <Button kind={problems.length === 0 ? 'primary' : 'secondary'} onPress={opens('depart')}>
            {t('depart.begin')}
          </Button>
        ) : null}
        {taken > 0 && state !== 'CANCELLED' ? (
          <ButtonLink href={listPath(post, tripId)}>{t('print.begin')}</ButtonLink>
        ) : null}
        {state === 'PLANNED' ? (
          <>
            <Button onPress={opens('change')}>{t('change.begin')}</Button>
            <Button kind="quiet" onPress={opens('cancel')}>
              {t('cancel.begin')}
            </Button>
          </>
        ) : null}
      </Buttons>
      {open.value === 'change' ? (
        <PlanForm post={post} trip={trip} onSaved={() => done(t('change.saved'))} onClose={close} />
      ) : null}
      {open.value === 'depart' ? (
        <SureForm
          title={t('depart.title', { plate })}
          lead={t('depart.lead')}
          act={t('depart.do')}
          command={({ id: departureId, body }) =>
            call(tripsRoutes.departTrip, { params: { tripId, departureId }, body })
          }
          onSaved={() => done(t('depart.saved', { plate }))}
          onClose={close}
        />
      ) : null}
      {open.value === 'cancel' ? (
        <SureForm
          title={t('cancel.title', { plate })}
          lead={t('cancel.lead')}
          act={t('cancel.do')}
          command={({ id: cancellationId, body }) =>
            call(tripsRoutes.cancelTrip, { params: { tripId, cancellationId }, body })
          }
          onSaved={() => done(t('cancel.saved', { plate }))}
          onClose={close}
        />
      ) : null}
    </>
  )
}
