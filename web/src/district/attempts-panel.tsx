import type { TaskDetail } from '../../../functions/follow-up/contract.ts'
import { code as inWords } from '../code-lists/words.ts'
import { localTime } from '../i18n/local-time.ts'
import { t } from './words.ts'

/** How they were tried before, so that nobody calls a dead number again. */
export const AttemptsPanel = ({ attempts }: { attempts: NonNullable<TaskDetail['attempts']> }) => (
  <section class="panel">
    <h2>{t('attempts.title')}</h2>
    <ul class="plain-list">
      {attempts.map(({ at, channel, code }) => (
        <li key={at}>
          {localTime(at)}:{' '}
          {[
            channel === undefined ? undefined : inWords(`channel.${channel}`),
            code === undefined ? t('attempts.unsaid') : t(`attempt.${code}`),
          ]
            .filter(Boolean)
            .join('. ')}
        </li>
      ))}
    </ul>
    <p class="quiet">{t('attempts.other-way')}</p>
  </section>
)
