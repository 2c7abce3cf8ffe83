import { t } from '../i18n/shared-words.ts'
import { Button, Buttons } from '../ui/button.tsx'
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

/** The first page: the way in, or the desks that the officer's groups open. */
export function Home() {
  if (session.value === undefined) return <SignIn />
  const desks = openDesks(session.value.grants)
  return (
    <Page title={t('home.title')} lead={t('sign-in.as', { name: session.value.name })}>
      {desks.length === 0 ? (
        <Notice title={t('home.none.title')}>
          <p>{t(session.value.grants.length === 0 ? 'home.none' : 'home.none.here')}</p>
        </Notice>
      ) : (
        <ul class="doors">
          {desks.map(({ name, place, href }) => (
            <li key={href}>
              <a class="door" href={href}>
                <span class="door-name">
                  {t(`home.${name}`)}
                  {place === undefined ? '' : ` · ${place}`}
                </span>
                <span class="door-note">{t(`home.${name}.note`)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
