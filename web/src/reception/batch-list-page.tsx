import { useEffect } from 'preact/hooks'
import type { BatchSummary } from '../../../functions/arrivals/batch.ts'
import { postOf } from '../../../functions/platform/places.ts'
import { code } from '../code-lists/words.ts'
import { localTime } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { isPractice, practicePath } from '../practice/is-practice.ts'
import { may } from '../sign-in/may.ts'
import { ButtonLink, Buttons } from '../ui/button.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Page } from '../ui/page.tsx'
import { type BadgeTone, StatusBadge } from '../ui/status-badge.tsx'
import { batchPath, deskPath, usePost } from './desk-address.ts'
import { AsOf } from './kept/as-of.tsx'
import { keepReady, useBatches } from './kept/use-known.ts'
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
  const { value, no, since, ask } = useBatches(post)
  const isFresh = value !== undefined && no === undefined && since === undefined
  useEffect(() => {
    if (isFresh) void keepReady(post, value)
  }, [post, isFresh])
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
      <AsOf since={since} />
      <section class="stack">
        <h2>{t('batches.list')}</h2>
        {value === undefined ? (
          no === undefined ? (
            <p class="quiet">{shared('app.loading')}</p>
          ) : null
        ) : value.length === 0 ? (
          <p class="quiet">{t('batches.none')}</p>
        ) : (
          <ul class="doors">
            {value.map(batch => (
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
      {isPractice ? null : (
        <p>
          {/* another page, not another route: nothing of this one goes with it */}
          <a href={`${practicePath}/${post}`} target="_top">
            {t('practice')}
          </a>
        </p>
      )}
    </Page>
  )
}
