import { type DeviceView, devicesRoutes } from '../../../functions/devices/contract.ts'
import { call } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { localDay, localTime } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { may } from '../sign-in/may.ts'
import { Fact, FactList } from '../ui/fact-list.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Page } from '../ui/page.tsx'
import { Table } from '../ui/table.tsx'
import { devicesPath, useDeviceId, usePost } from './desk-address.ts'
import { DeviceStateBadge } from './device-state-badge.tsx'
import { HeldRecords } from './held-records.tsx'
import { RevokeForm } from './revoke-form.tsx'
import { t } from './words.ts'

/** Enough to tell officers apart; who they are stands in the office's own list of accounts. */
const shortId = (officerId: string): string => officerId.slice(0, 8)

function Facts({ device }: { device: DeviceView }) {
  const last = device.passes
    .map(({ openedAt }) => openedAt)
    .sort()
    .at(-1)
  return (
    <FactList>
      <Fact name={t('device.state')}>
        <DeviceStateBadge state={device.state} />
      </Fact>
      <Fact name={t('device.enrolled')}>{localDay(device.enrolledAt)}</Fact>
      <Fact name={t('device.last-pass')}>{last === undefined ? t('device.no-pass') : localTime(last)}</Fact>
      {device.revokedAt === undefined ? null : <Fact name={t('device.withdrawn')}>{localTime(device.revokedAt)}</Fact>}
      {device.revokedBecause === undefined ? null : <Fact name={t('device.because')}>{device.revokedBecause}</Fact>}
    </FactList>
  )
}

export function DevicePage() {
  const post = usePost()
  const deviceId = useDeviceId()
  const { value, no, ask } = useAnswer(deviceId, () => call(devicesRoutes.readDevice, { params: { deviceId } }))
  return (
    <Page title={t('device.title', { code: value?.code ?? '' })} back={devicesPath(post)}>
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {value === undefined ? (
        no === undefined ? (
          <p class="quiet">{shared('app.loading')}</p>
        ) : null
      ) : (
        <>
          <section class="panel">
            <Facts device={value} />
          </section>
          {value.state === 'REVOKED' ? (
            <HeldRecords deviceId={deviceId} mayDecide={may('device.revoke', post)} />
          ) : may('device.revoke', post) ? (
            <RevokeForm deviceId={deviceId} revision={value.revision} onDone={ask} />
          ) : null}
          <Table
            caption={t('passes.title')}
            empty={t('passes.none')}
            rows={value.passes}
            rowKey={({ officerId }) => officerId}
            columns={[
              { heading: t('passes.officer'), cell: ({ officerId }) => shortId(officerId) },
              { heading: t('passes.opened'), cell: ({ openedAt }) => localTime(openedAt) },
              { heading: t('passes.until'), cell: ({ until }) => localTime(until) },
            ]}
          />
        </>
      )}
    </Page>
  )
}
