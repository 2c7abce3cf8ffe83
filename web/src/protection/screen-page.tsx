import { useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type * as z from 'zod/mini'
import { protectionRoutes } from '../../../functions/protection/contract.ts'
import { screenRouteTexts } from '../../../functions/screening/private-screen-rules.ts'
import { call } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { localTime } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { inLanguage } from '../i18n/words.ts'
import { NoNotice } from '../ui/no-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { DecisionForm } from './decision-form.tsx'
import { talkPath, talksPath, useScreenId } from './desk-address.ts'
import { FiredRules } from './fired-rules.tsx'
import { news } from './news.ts'
import { ReturneePanel } from './returnee-panel.tsx'
import { ScreenAnswersPanel } from './screen-answers.tsx'
import { ScreenFactsPanel } from './screen-facts.tsx'
import { ScreenMarks } from './screen-marks.tsx'
import { t } from './words.ts'

type Opened = z.infer<typeof protectionRoutes.openScreen.response>

/** What the officer must know before reading: that the rules differ, or that something is wrong with the record. */
const Warnings = ({ screen, content }: Opened) => (
  <>
    {screen.problem === undefined ? null : (
      <Notice kind="look" title={t(`screen.${screen.problem}.title`)}>
        <p>{t(`screen.${screen.problem}`)}</p>
        {screen.conflictsWith === undefined ? null : (
          <p>
            <a href={talkPath(screen.conflictsWith)}>{t('screen.CONFLICT.see')}</a>
          </p>
        )}
      </Notice>
    )}
    {screen.differs && content !== undefined ? (
      <Notice kind="look" title={t('screen.differs.title')}>
        <p>{t('screen.differs', { route: inLanguage(screenRouteTexts[content.suggestion.route]) })}</p>
      </Notice>
    ) : null}
  </>
)

function OpenedScreen({ opened, onDecided }: { opened: Opened; onDecided: () => void }) {
  const { screen, content, fired, returnee } = opened
  const now = useMemo(() => new Date(), [])
  return (
    <>
      <section class="panel">
        <h2>{inLanguage(screenRouteTexts[screen.route])}</h2>
        <p class="door-marks">
          <ScreenMarks screen={screen} now={now} />
        </p>
        <p class="quiet">
          {screen.dueAt === undefined ? null : <>{t('list.due', { time: localTime(screen.dueAt) })} · </>}
          {t('list.received', { time: localTime(screen.receivedAt) })}
        </p>
      </section>
      <Warnings {...opened} />
      {content === undefined ? null : (
        <>
          <ReturneePanel returnee={returnee} />
          <FiredRules fired={fired} rulesVersion={content.rulesVersion} />
          <ScreenFactsPanel content={content} />
          <ScreenAnswersPanel content={content} />
        </>
      )}
      {screen.state === 'OPEN' ? (
        <DecisionForm screen={screen} onDecided={onDecided} />
      ) : (
        <Notice>
          <p>{t('decided.text')}</p>
        </Notice>
      )}
    </>
  )
}

/** One record: the rules that fired in words, what was seen and answered, and the decision. */
export function ScreenPage() {
  const screenId = useScreenId()
  const { route } = useLocation()
  const { value, no, ask } = useAnswer(screenId, () => call(protectionRoutes.openScreen, { params: { screenId } }))
  const decided = () => {
    news.value = 'decide.saved'
    route(talksPath, true)
  }
  return (
    <Page title={t('screen.title')} back={talksPath}>
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {value === undefined ? (
        no === undefined ? (
          <p class="quiet">{shared('app.loading')}</p>
        ) : null
      ) : (
        <OpenedScreen key={screenId} opened={value} onDecided={decided} />
      )}
    </Page>
  )
}
