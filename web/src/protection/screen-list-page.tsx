import { useEffect, useMemo } from 'preact/hooks'
import { protectionRoutes } from '../../../functions/protection/contract.ts'
import { screenRouteTexts } from '../../../functions/screening/private-screen-rules.ts'
import { call } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { localTime } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { inLanguage } from '../i18n/words.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { talkPath } from './desk-address.ts'
import { news } from './news.ts'
import { ScreenMarks } from './screen-marks.tsx'
import { t } from './words.ts'

/** What waits, in the server's order of danger and time. The list shows a slip's number and names nobody. */
export function ScreenListPage() {
  const { value, no, ask } = useAnswer('screens', () => call(protectionRoutes.listScreens, {}))
  const now = useMemo(() => new Date(), [value])
  useEffect(
    () => () => {
      news.value = undefined
    },
    [],
  )
  return (
    <Page title={t('list.title')} back="/" lead={t('list.lead')}>
      {news.value === undefined ? null : (
        <Notice kind="good">
          <p>{t(news.value)}</p>
        </Notice>
      )}
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {value === undefined ? (
        no === undefined ? (
          <p class="quiet">{shared('app.loading')}</p>
        ) : null
      ) : value.screens.length === 0 ? (
        <p class="quiet">{t('list.none')}</p>
      ) : (
        <ol class="doors">
          {value.screens.map(screen => (
            <li key={screen.screenId}>
              <a class="door" href={talkPath(screen.screenId)}>
                <span class="door-name">{inLanguage(screenRouteTexts[screen.route])}</span>
                <span class="door-note">
                  {screen.displayNumber === undefined ? null : <>{screen.displayNumber} · </>}
                  {screen.dueAt === undefined ? null : <>{t('list.due', { time: localTime(screen.dueAt) })} · </>}
                  {t('list.received', { time: localTime(screen.receivedAt) })}
                </span>
                <span class="door-marks">
                  <ScreenMarks screen={screen} now={now} />
                </span>
              </a>
            </li>
          ))}
        </ol>
      )}
      <Buttons>
        <Button kind="quiet" onPress={ask}>
          {t('list.refresh')}
        </Button>
      </Buttons>
    </Page>
  )
}
