import type { No } from '../api/client.ts'
import { t } from '../i18n/shared-words.ts'
import { inLanguage } from '../i18n/words.ts'
import { signInAgain } from '../sign-in/session.ts'
import { Button, Buttons } from './button.tsx'
import { Notice } from './notice.tsx'

interface NoNoticeProps {
  readonly no: No
  /** Above the server's sentence; without it, that nothing was saved. */
  readonly title?: string
  readonly onAgain?: () => void
}

/**
 * What the server said no to, or that it was not reached, in the language on screen. It stands beside the form, which
 * keeps what was typed; signing in again happens in a window of its own for the same reason.
 */
export function NoNotice({ no, title, onAgain }: NoNoticeProps) {
  if (no.offline)
    return (
      <Notice kind="look" title={t('offline.title')}>
        <p>{t('offline.text')}</p>
        {onAgain === undefined ? null : (
          <Buttons>
            <Button onPress={onAgain}>{t('action.again')}</Button>
          </Buttons>
        )}
      </Notice>
    )
  return (
    <Notice kind="look" title={title ?? t('refused.title')}>
      <p>{inLanguage(no.sentences)}</p>
      {no.word === 'not-signed-in' ? (
        <Buttons>
          <Button onPress={() => void signInAgain()}>{t('sign-in.again')}</Button>
          <span class="quiet">{t('sign-in.again.why')}</span>
        </Buttons>
      ) : null}
    </Notice>
  )
}
