import type { TripView } from '../../../functions/trips/trip.ts'
import { Fact, FactList } from '../ui/fact-list.tsx'
import { Notice } from '../ui/notice.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { wayWords, whenWords } from './said.ts'
import { t } from './words.ts'

export const TripFacts = ({ trip }: { trip: TripView }) => (
  <div class="panel">
    <FactList>
      <Fact name={t('fact.way')}>{wayWords(trip.stops)}</Fact>
      {trip.departedAt === undefined ? (
        <Fact name={t('fact.leaves')}>{whenWords(trip.departsAt)}</Fact>
      ) : (
        <Fact name={t('fact.left')}>{whenWords(trip.departedAt)}</Fact>
      )}
      <Fact name={t('fact.arrives')}>{whenWords(trip.arrivesAt)}</Fact>
      <Fact name={t('fact.driver')}>
        {trip.driver.name}, {t(`plan.driver.sex.${trip.driver.sex}`)}
      </Fact>
      <Fact name={t('fact.escort')}>{trip.escort?.name}</Fact>
      <Fact name={t('fact.seats')}>
        {t('fact.seats.value', { taken: trip.taken, seats: trip.seats })}
        {trip.state === 'PLANNED' ? null : (
          <>
            {' '}
            <StatusBadge tone="blue">
              {trip.state === 'ARRIVED' && trip.isOver ? t('trip.over') : t(`trip.state.${trip.state}`)}
            </StatusBadge>
          </>
        )}
      </Fact>
    </FactList>
  </div>
)

/** What keeps a planned trip from leaving, before anybody tries. */
export const TripProblems = ({ trip: { problems } }: { trip: TripView }) =>
  problems.length === 0 ? null : (
    <Notice kind="look" title={t('problems.title')}>
      <ul>
        {problems.map(({ rule, numbers }) => (
          <li key={rule}>
            {t(`problem.${rule}`)} <span class="number">{numbers.join(', ')}</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
