import type { PostCode } from '../../../functions/platform/places.ts'
import type { TripState, TripSummary } from '../../../functions/trips/trip.ts'
import { may } from '../sign-in/may.ts'
import { type BadgeTone, StatusBadge } from '../ui/status-badge.tsx'
import { tripPath } from './desk-address.ts'
import { wayWords, whenWords } from './said.ts'
import { t } from './words.ts'

const tones: Readonly<Record<TripState, BadgeTone>> = {
  PLANNED: 'plain',
  DEPARTED: 'blue',
  ARRIVED: 'sand',
  CANCELLED: 'plain',
}

const TripWords = ({ trip }: { trip: TripSummary }) => (
  <>
    <span class="door-name">{wayWords(trip.stops)}</span>
    <span class="door-note">
      {trip.plate}, {t('trip.leaves', { when: whenWords(trip.departsAt) })}
    </span>
    <span class="trip-standing">
      <StatusBadge tone={tones[trip.state]}>{t(`trip.state.${trip.state}`)}</StatusBadge>
      {trip.state === 'PLANNED' ? (
        <StatusBadge tone={trip.taken < trip.seats ? 'green' : 'plain'}>
          {t('trip.free', { count: trip.seats - trip.taken, seats: trip.seats })}
        </StatusBadge>
      ) : null}
    </span>
  </>
)

/** Trips that are not over, the next to leave first; who may not see who rides is led nowhere. */
export const TripList = ({ post, trips }: { post: PostCode; trips: readonly TripSummary[] }) => (
  <section class="stack" aria-labelledby="trips">
    <h2 id="trips">{t('trips.title')}</h2>
    {trips.length === 0 ? <p class="quiet">{t('trips.none')}</p> : null}
    <ul class="doors">
      {trips.map(trip => (
        <li key={trip.tripId}>
          {may('trip.plan', post) ? (
            <a class="door" href={tripPath(post, trip.tripId)}>
              <TripWords trip={trip} />
            </a>
          ) : (
            <div class="panel stack-small">
              <TripWords trip={trip} />
            </div>
          )}
        </li>
      ))}
    </ul>
  </section>
)
