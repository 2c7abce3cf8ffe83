import { scopeFor } from '../../../functions/platform/permissions.ts'
import { t as frame } from '../device/frame/words.ts'
import { thisDevice } from '../device/this-device.ts'
import { working } from '../device/working.ts'
import { t } from '../i18n/shared-words.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { loadedLater } from '../ui/loaded-later.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { openDesks } from './desks.ts'
import { session, signIn } from './session.ts'

const SignIn = () => (
  <Page title={t('sign-in.title')} lead={t('app.purpose')}>
    <div class="panel">
      <p>{t('sign-in.lead')}</p>
      <Buttons>
        <Button kind="primary" onPress={() => void signIn()}>
          {t('sign-in.do')}
        </Button>
      </Buttons>
    </div>
  </Page>
)

/** The first page of a locked tablet. */
export const WhoWorks = loadedLater(async () => {
  const { readLinesAhead, WhoWorks } = await import('../device/who-works.tsx')
  await readLinesAhead()
  return WhoWorks
})

/** The tablet's own page: for whoever works at an enrolled one, and for who may enrol this one. */
function TabletDoor() {
  const isEnrolled = thisDevice() !== undefined
  const mayEnrol = scopeFor('device.enrol', session.value?.grants ?? []) !== undefined
  if (!isEnrolled && !mayEnrol) return null
  const key = isEnrolled ? 'home.tablet' : 'home.enrol'
  return (
    <a class="door" href="/device">
      <span class="door-name">{frame(key)}</span>
      <span class="door-note">{frame(`${key}.note`)}</span>
    </a>
  )
}

/** The first page: the way in, who works at this tablet, or the desks that the officer's groups open, by place. */
export function Home() {
  if (session.value === undefined) return thisDevice() === undefined ? <SignIn /> : <WhoWorks />
  const { name, grants } = session.value
  const desks = openDesks(grants)
  return (
    <Page
      title={t('home.title')}
      lead={working.value === undefined ? t('sign-in.as', { name }) : frame('frame.working', { name })}
    >
      {desks.length === 0 ? (
        <Notice title={t('home.none.title')}>
          <p>{t(grants.length === 0 ? 'home.none' : 'home.none.here')}</p>
        </Notice>
      ) : (
        [...new Set(desks.map(({ place }) => place))].map(place => (
          <section key={place ?? ''} class="stack">
            {place === undefined ? null : <h2>{place}</h2>}
            <ul class="doors">
              {desks
                .filter(desk => desk.place === place)
                .map(({ name: desk, href }) => (
                  <li key={href}>
                    <a class="door" href={href}>
                      <span class="door-name">{t(`home.${desk}`)}</span>
                      <span class="door-note">{t(`home.${desk}.note`)}</span>
                    </a>
                  </li>
                ))}
            </ul>
          </section>
        ))
      )}
      <TabletDoor />
    </Page>
  )
}
