import { localClock } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { NoNotice } from '../ui/no-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import type { Known } from './kept-answer.ts'
import { t } from './words.ts'

/** That there is no connection and how old the figures are, or why there are none. */
export function Age({ known: { value, isAway, knownAt, no, ask } }: { known: Known<unknown> }) {
  if (no === undefined) return value === undefined ? <p class="quiet">{shared('app.loading')}</p> : null
  if (value === undefined) return <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />
  // the server knows nothing of an arrival that was opened here and is still to be sent
  if (!isAway) return no.offline || no.word === 'not-found' ? null : <NoNotice no={no} onAgain={ask} />
  return (
    <Notice>
      <p>{knownAt === undefined ? t('known-here') : t('known-at', { time: localClock(knownAt) })}</p>
    </Notice>
  )
}
