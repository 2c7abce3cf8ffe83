import { useRoute } from 'preact-iso'
import { DistrictCode } from '../../../../functions/platform/places.ts'
import { plansUnderWay, reintegrationRoutes } from '../../../../functions/reintegration/contract.ts'
import { call } from '../../api/client.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { localDay } from '../../i18n/local-time.ts'
import { t as shared } from '../../i18n/shared-words.ts'
import { ButtonLink, Buttons } from '../../ui/button.tsx'
import { NoNotice } from '../../ui/no-notice.tsx'
import { Page } from '../../ui/page.tsx'
import { placeName, planPath, plansPath, tasksPath, usePlace } from '../desk-address.ts'
import { t } from './words.ts'

type Line = ReturnType<typeof reintegrationRoutes.listPlans.response.parse>['plans'][number]

const PlanCard = ({ plan, href }: { plan: Line; href: string }) => (
  <li>
    <a class="door" href={href}>
      <span class="door-name">{plan.displayNumber ?? t('plan.title')}</span>
      <span class="door-note">
        {[plan.council, t(plan.state === 'STARTED' ? 'plan.started' : 'plan.made', { day: localDay(plan.since) })]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </a>
  </li>
)

/** The district's plans that are not ended: a plan is found here whatever became of the task that led to it. */
export function PlanListPage() {
  const place = usePlace()
  const state = useRoute().query['started'] === undefined ? 'ELIGIBLE' : 'STARTED'
  const { value, no, ask } = useAnswer(`${place} ${state}`, () =>
    call(reintegrationRoutes.listPlans, { query: { district: DistrictCode.parse(place), state } }),
  )
  return (
    <Page title={t('plans.title', { place: placeName(place) })} back={tasksPath(place)}>
      <nav class="tabs" aria-label={t('plans.tabs')}>
        {plansUnderWay.map(each => (
          <a
            key={each}
            href={each === 'ELIGIBLE' ? plansPath(place) : `${plansPath(place)}?started`}
            {...(each === state ? { 'aria-current': 'page' as const } : {})}
          >
            {t(`state.${each}`)}
          </a>
        ))}
      </nav>
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {value === undefined ? (
        no === undefined ? (
          <p class="quiet">{shared('app.loading')}</p>
        ) : null
      ) : value.plans.length === 0 ? (
        <p class="quiet">{t('plans.none')}</p>
      ) : (
        <ul class="doors">
          {value.plans.map(plan => (
            <PlanCard key={plan.planId} plan={plan} href={planPath(place, plan.planId)} />
          ))}
        </ul>
      )}
      {value?.more === true ? <p class="quiet">{t('plans.more')}</p> : null}
      <Buttons>
        <ButtonLink href={tasksPath(place)}>{t('plans.tasks')}</ButtonLink>
      </Buttons>
    </Page>
  )
}
