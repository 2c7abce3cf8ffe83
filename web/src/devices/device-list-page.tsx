import { devicesRoutes } from '../../../functions/devices/contract.ts'
import { postOf } from '../../../functions/platform/places.ts'
import { call } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { localDay } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { NoNotice } from '../ui/no-notice.tsx'
import { Page } from '../ui/page.tsx'
import { devicePath, usePost } from './desk-address.ts'
import { DeviceStateBadge } from './device-state-badge.tsx'
import { t } from './words.ts'

export function DeviceListPage() {
  const post = usePost()
  const { value, no, ask } = useAnswer(post, () => call(devicesRoutes.listDevices, { query: { post } }))
  return (
    <Page title={t('list.title', { post: postOf(post).name })} back="/" lead={t('list.lead')}>
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {value === undefined && no === undefined ? <p class="quiet">{shared('app.loading')}</p> : null}
      {value?.devices.length === 0 ? <p class="quiet">{t('list.none')}</p> : null}
      <ul class="doors">
        {value?.devices.map(({ deviceId, code, state, enrolledAt }) => (
          <li key={deviceId}>
            <a class="door" href={devicePath(post, deviceId)}>
              <span class="door-name">{t('device.title', { code })}</span>
              <span class="door-note">
                {t('device.enrolled')} {localDay(enrolledAt)}
              </span>
              <span class="door-side">
                <DeviceStateBadge state={state} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Page>
  )
}
