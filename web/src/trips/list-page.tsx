import { tripsRoutes } from '../../../functions/trips/contract.ts'
import type { TripView } from '../../../functions/trips/trip.ts'
import { call } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { localTime } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Page } from '../ui/page.tsx'
import { tripPath, usePost, useTripId } from './desk-address.ts'
import { HiddenRiders } from './riders.tsx'
import { districtName, wayWords } from './said.ts'
import { t } from './words.ts'

/**
 * What the driver takes along: numbers, seats and stops. No name, post or agency, nor any word for having come back:
 * whoever finds it in the vehicle learns nothing of anybody (domain.md 2.6).
 */
function Sheet({ trip: { plate, stops, departsAt, passengers } }: { trip: TripView }) {
  const inOrder = stops.flatMap(stop => passengers.filter(({ district }) => district === stop))
  return (
    <article class="sheet">
      <h2>{t('print.title')}</h2>
      <dl class="sheet-facts">
        <div>
          <dt>{t('plan.plate')}</dt>
          <dd>{plate}</dd>
        </div>
        <div>
          <dt>{t('print.leaves')}</dt>
          <dd>{localTime(departsAt)}</dd>
        </div>
        <div>
          <dt>{t('fact.way')}</dt>
          <dd>{wayWords(stops)}</dd>
        </div>
      </dl>
      <p>{t('print.count', { count: passengers.length })}</p>
      {stops
        .filter(stop => inOrder.some(({ district }) => district === stop))
        .map(stop => (
          <table key={stop} class="sheet-stop">
            <caption>{districtName(stop)}</caption>
            <thead>
              <tr>
                <th scope="col">{t('print.seat')}</th>
                <th scope="col">{t('print.number')}</th>
                <th scope="col">{t('print.down')}</th>
              </tr>
            </thead>
            <tbody>
              {inOrder.map((passenger, place) =>
                passenger.district === stop ? (
                  <tr key={passenger.displayNumber}>
                    <td>{place + 1}</td>
                    <td class="number">{passenger.displayNumber}</td>
                    <td>
                      <span class="sheet-box" />
                    </td>
                  </tr>
                ) : null,
              )}
            </tbody>
          </table>
        ))}
    </article>
  )
}

/** The passenger list on screen as it is printed. */
export function ListPage() {
  const post = usePost()
  const tripId = useTripId()
  const { value, no, ask } = useAnswer(tripId, () => call(tripsRoutes.readTrip, { params: { tripId } }))
  return (
    <Page title={t('print.title')} back={tripPath(post, tripId)}>
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {value === undefined && no === undefined ? <p class="quiet">{shared('app.loading')}</p> : null}
      {value === undefined ? null : (
        <>
          <Buttons>
            <Button kind="primary" onPress={() => print()}>
              {t('print.do')}
            </Button>
          </Buttons>
          <HiddenRiders trip={value} />
          <Sheet trip={value} />
        </>
      )}
    </Page>
  )
}
