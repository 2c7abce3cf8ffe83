import { localTime } from '../../i18n/local-time.ts'
import { t } from '../words.ts'

/** While the server is not reached: how old its part of what stands here is. What was captured on the tablet is all in it. */
export const AsOf = ({ since }: { since: string | undefined }) =>
  since === undefined ? null : <p class="quiet small">{t('known.since', { time: localTime(since) })}</p>
