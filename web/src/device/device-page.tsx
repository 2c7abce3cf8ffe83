/** `/device`: what this tablet is, enrolling it, and what its officer may do with it. */

import { scopeFor } from '../../../functions/platform/permissions.ts'
import { postOf } from '../../../functions/platform/places.ts'
import { localDay } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { session, signedIn, signIn } from '../sign-in/session.ts'
import { Button, ButtonLink, Buttons } from '../ui/button.tsx'
import { Fact, FactList } from '../ui/fact-list.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { EnrolForm } from './enrol-form.tsx'
import { HandOver } from './hand-over.tsx'
import { ChangePin } from './pin-forms.tsx'
import { StorageNotice } from './storage-notice.tsx'
import { type Enrolment, enrolment, isWithdrawn } from './this-device.ts'
import { t } from './words.ts'
import { working } from './working.ts'

const Enrolled = ({ device }: { device: Enrolment }) => (
  <>
    <section class="panel">
      <FactList>
        <Fact name={t('device.code')}>
          <strong>{device.code}</strong>
        </Fact>
        <Fact name={t('device.post')}>{postOf(device.post).name}</Fact>
        <Fact name={t('device.since')}>{localDay(device.enrolledAt)}</Fact>
      </FactList>
      <p>{t('device.code.note')}</p>
      {session.value === undefined ? (
        <Buttons>
          <ButtonLink kind="primary" href="/">
            {t('device.begin')}
          </ButtonLink>
        </Buttons>
      ) : null}
    </section>
    <StorageNotice />
    {working.value?.by === 'pin' ? (
      <ChangePin key={working.value.officerId} officerId={working.value.officerId} />
    ) : null}
    {working.value === undefined ? null : (
      <HandOver key={working.value.officerId} officerId={working.value.officerId} />
    )}
  </>
)

function NotEnrolled() {
  const scope = scopeFor('device.enrol', signedIn.value?.grants ?? [])
  return (
    <>
      {isWithdrawn() ? (
        <Notice title={t('device.withdrawn.title')}>
          <p>{t('device.withdrawn')}</p>
        </Notice>
      ) : null}
      {scope === undefined ? (
        <section class="panel">
          <p>{t('device.none')}</p>
          {signedIn.value === undefined ? (
            <Buttons>
              <Button kind="primary" onPress={() => void signIn()}>
                {shared('sign-in.do')}
              </Button>
            </Buttons>
          ) : null}
        </section>
      ) : (
        <EnrolForm scope={scope} />
      )}
    </>
  )
}

export function DevicePage() {
  const device = enrolment()
  return (
    <Page title={t('device.title')} back="/">
      {device === undefined ? <NotEnrolled /> : <Enrolled device={device} />}
    </Page>
  )
}
