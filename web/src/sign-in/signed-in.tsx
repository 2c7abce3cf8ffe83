import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { t } from '../i18n/shared-words.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { finishSignIn, signIn } from './session.ts'

/** Where the sign-in page sends the browser back to. */
export function SignedIn() {
  const { route } = useLocation()
  const failed = useSignal(false)
  useEffect(() => {
    finishSignIn().then(
      path => {
        if (path !== undefined) route(path, true)
      },
      () => {
        failed.value = true
      },
    )
  }, [])
  return (
    <Page title={t('sign-in.title')}>
      {failed.value ? (
        <Notice kind="look" title={t('sign-in.failed.title')}>
          <p>{t('sign-in.failed')}</p>
          <Buttons>
            <Button kind="primary" onPress={() => void signIn()}>
              {t('action.again')}
            </Button>
          </Buttons>
        </Notice>
      ) : (
        <p class="quiet">{t('app.loading')}</p>
      )}
    </Page>
  )
}
