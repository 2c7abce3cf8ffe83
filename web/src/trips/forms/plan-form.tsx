import { useMemo } from 'preact/hooks'
import type { PostCode } from '../../../../functions/platform/places.ts'
import { tripsRoutes } from '../../../../functions/trips/contract.ts'
import type { TripView } from '../../../../functions/trips/trip.ts'
import { call } from '../../api/client.ts'
import { localDay } from '../../i18n/local-time.ts'
import { dateToday } from '../../time/date-today.ts'
import { Choice } from '../../ui/choice.tsx'
import { TextField } from '../../ui/field.tsx'
import { useMove } from '../../ui/move-dialog.tsx'
import { dayAfter, readClock } from '../plan-times.ts'
import { t } from '../words.ts'
import { type PlanDraft, planDraft, planIn, plateIn, seatsIn } from './plan-draft.ts'
import { StopsField } from './stops-field.tsx'
import { TripDialog } from './trip-dialog.tsx'

interface PlanFormProps {
  readonly post: PostCode
  /** The trip that is changed; without it a new one is planned. */
  readonly trip?: TripView
  readonly onSaved: (tripId: string) => void
  readonly onClose: () => void
}

/** Today and tomorrow; another day only where the trip stands on it. */
function dayOptions(today: string, chosen: string | undefined) {
  const tomorrow = dayAfter(today)
  const others = chosen === undefined || chosen === today || chosen === tomorrow ? [] : [chosen]
  return [
    { value: today, label: t('plan.day.today') },
    { value: tomorrow, label: t('plan.day.tomorrow') },
    ...others.map(value => ({ value, label: localDay(value) })),
  ]
}

type Problem = (isWrong: boolean, words: string) => string | undefined

const Vehicle = ({ draft, problem }: { draft: PlanDraft; problem: Problem }) => (
  <>
    <TextField
      label={t('plan.plate')}
      capitals="characters"
      width="half"
      longest={15}
      value={draft.plate}
      problem={problem(plateIn(draft) === undefined, t('plan.plate.problem'))}
    />
    <TextField
      label={t('plan.seats')}
      hint={t('plan.seats.hint')}
      inputMode="numeric"
      width="short"
      longest={2}
      value={draft.seats}
      problem={problem(seatsIn(draft) === undefined, t('plan.seats.problem'))}
    />
    <TextField
      label={t('plan.driver')}
      capitals="words"
      value={draft.driver}
      problem={problem(draft.driver.value.trim() === '', t('plan.driver.problem'))}
    />
    <Choice
      legend={t('plan.driver.sex')}
      columns={2}
      options={[
        { value: 1, label: t('plan.driver.sex.1') },
        { value: 2, label: t('plan.driver.sex.2') },
      ]}
      value={draft.driverSex}
      problem={problem(draft.driverSex.value === undefined, t('choose.problem'))}
    />
    <TextField label={t('plan.escort')} hint={t('plan.escort.hint')} optional capitals="words" value={draft.escort} />
  </>
)

const Times = ({ draft, today, problem }: { draft: PlanDraft; today: string; problem: Problem }) => (
  <>
    <Choice
      legend={t('plan.day')}
      columns={2}
      options={dayOptions(today, draft.day.value)}
      value={draft.day}
      problem={problem(draft.day.value === undefined, t('choose.problem'))}
    />
    <TextField
      label={t('plan.departs')}
      hint={t('plan.clock.hint')}
      inputMode="text"
      width="short"
      longest={5}
      value={draft.departs}
      problem={problem(readClock(draft.departs.value) === undefined, t('plan.clock.problem'))}
    />
    <TextField
      label={t('plan.arrives')}
      hint={t('plan.arrives.hint')}
      inputMode="text"
      width="short"
      longest={5}
      value={draft.arrives}
      problem={problem(readClock(draft.arrives.value) === undefined, t('plan.clock.problem'))}
    />
  </>
)

/** A vehicle, its way and its times: planned, or changed as its officer saw it. */
export function PlanForm({ post, trip, onSaved, onClose }: PlanFormProps) {
  const today = dateToday()
  const draft = useMemo(() => planDraft(trip, today), [])
  const sending = useMove()
  const save = () => {
    sending.tried()
    const plan = planIn(draft)
    if (plan === undefined) return
    if (trip === undefined) {
      const { id: tripId, body } = sending.makeCommand({ post, ...plan })
      void sending.send(
        () => call(tripsRoutes.planTrip, { params: { tripId }, body }),
        () => onSaved(tripId),
      )
    } else {
      const { tripId, revision } = trip
      const { id: changeId, body } = sending.makeCommand({ ...plan, revision })
      void sending.send(
        () => call(tripsRoutes.changeTrip, { params: { tripId, changeId }, body }),
        () => onSaved(tripId),
      )
    }
  }
  const words = trip === undefined ? 'plan' : 'change'
  return (
    <TripDialog title={t(`${words}.title`)} act={t(`${words}.do`)} sending={sending} onSave={save} onClose={onClose}>
      <StopsField
        value={draft.stops}
        problem={sending.problem(draft.stops.value.length === 0, t('plan.stops.problem'))}
      />
      <Times draft={draft} today={today} problem={sending.problem} />
      <Vehicle draft={draft} problem={sending.problem} />
    </TripDialog>
  )
}
