import type { BatchSummary } from '../../../functions/arrivals/batch.ts'
import { arrivalsRoutes } from '../../../functions/arrivals/contract.ts'
import { postOf } from '../../../functions/platform/places.ts'
import { call } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { code } from '../code-lists/words.ts'
import { localTime } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { may } from '../sign-in/may.ts'
import { ButtonLink, Buttons } from '../ui/button.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Page } from '../ui/page.tsx'
import { type BadgeTone, StatusBadge } from '../ui/status-badge.tsx'
import { batchPath, deskPath, usePost } from './desk-address.ts'
import { t } from './words.ts'

const tones: Record<BatchSummary['state'], BadgeTone> = {
  EXPECTED: 'plain',
  ARRIVED: 'blue',
  CLOSED: 'green',
  CLOSED_UNEXPLAINED: 'sand',
}

export const BatchBadge = ({ state }: Pick<BatchSummary, 'state'>) => (
  <StatusBadge tone={tones[state]}>{code(`batch.${state}`)}</StatusBadge>
)

/** The first page of the desk: open an arrival, or go on with one. */
export function BatchListPage() {
  const post = usePost()
  const { value, no, ask } = useAnswer(post, () => call(arrivalsRoutes.listBatches, { query: { post } }))
  return (
    <Page title={t('desk.title', { post: postOf(post).name })} back="/">
      <Buttons>
        <ButtonLink kind="primary" href={`${deskPath(post)}/new`}>
          {t('batches.open')}
        </ButtonLink>
        {may('person.match', post) ? (
          <ButtonLink href={`${deskPath(post)}/people`}>{t('batches.find')}</ButtonLink>
        ) : null}
      </Buttons>
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      <section class="stack">
        <h2>{t('batches.list')}</h2>
        {value === undefined ? (
          no === undefined ? (
            <p class="quiet">{shared('app.loading')}</p>
          ) : null
        ) : value.batches.length === 0 ? (
          <p class="quiet">{t('batches.none')}</p>
        ) : (
          <ul class="doors">
            {value.batches.map(batch => (
              <li key={batch.batchId}>
                <a class="door" href={batchPath(post, batch.batchId)}>
                  <span class="door-name">
                    {code(`transport.${batch.transport}`)}, {localTime(batch.openedAt)}
                  </span>
                  <span class="door-note">
                    {code(`facility.${batch.sendingFacility}`)} ·{' '}
                    {t('batch.people', { count: batch.declaredHeadcount })}
                  </span>
                  <span class="door-side">
                    <BatchBadge state={batch.state} />
                  </span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
    </Page>
  )
}
