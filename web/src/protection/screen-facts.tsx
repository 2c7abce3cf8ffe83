import { findInstrument } from '../../../functions/screening/instruments.ts'
import { screenRouteTexts } from '../../../functions/screening/private-screen-rules.ts'
import type { ScreenContent } from '../../../functions/screening/screen-content.ts'
import { code } from '../code-lists/words.ts'
import { localTime } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { inLanguage } from '../i18n/words.ts'
import { Fact, FactList } from '../ui/fact-list.tsx'
import { t } from './words.ts'

const yesNo = (is: boolean): string => shared(is ? 'answer.yes' : 'answer.no')

const Seen = ({ content }: { content: ScreenContent }) => {
  const { child, displayNumber, queueTicket, observations, instrument } = content
  const texts = findInstrument(instrument.id, instrument.version)?.observations ?? []
  return (
    <section class="panel">
      <h2>{t('facts.title')}</h2>
      <FactList>
        <Fact name={t('screen.number')}>
          <span class="number">{displayNumber}</span>
        </Fact>
        <Fact name={t('screen.ticket')}>{queueTicket}</Fact>
        <Fact name={t('facts.minor')}>{yesNo(content.isMinor)}</Fact>
        {child === undefined ? null : <Fact name={t('facts.care')}>{t(`care.${child.careStatus}`)}</Fact>}
        <Fact name={t('facts.handed-to')}>{child?.handedTo}</Fact>
        <Fact name={t('facts.private')}>{yesNo(content.placeIsPrivate)}</Fact>
        <Fact name={t('facts.asks')}>{yesNo(content.asksToSpeak)}</Fact>
      </FactList>
      {observations.length === 0 ? null : (
        <div>
          <h3>{t('facts.observed')}</h3>
          <ul class="rules">
            {observations.map(seen => {
              const text = texts.find(each => each.code === seen)?.text
              return <li key={seen}>{text === undefined ? seen : inLanguage(text)}</li>
            })}
          </ul>
          <p class="quiet small">{t('facts.observed.weak')}</p>
        </div>
      )}
      <p class="quiet">{t('screen.asked-at', { time: localTime(content.askedAt) })}</p>
    </section>
  )
}

const SafeContact = ({ contact }: { contact: ScreenContent['safeContact'] }) => (
  <section class="panel">
    <h2>{t('contact.title')}</h2>
    {contact === undefined ? (
      <p class="quiet">{t('contact.none')}</p>
    ) : (
      <FactList>
        <Fact name={t('contact.place')}>{contact.place}</Fact>
        <Fact name={t('contact.how')}>{code(`channel.${contact.channel}`)}</Fact>
        <Fact name={t('contact.by')}>{contact.reachedBy}</Fact>
      </FactList>
    )}
  </section>
)

const OfficersDecision = ({ decision }: Pick<ScreenContent, 'decision'>) => (
  <section class="panel">
    <h2>{t('officer.title')}</h2>
    <p>{inLanguage(screenRouteTexts[decision.route])}</p>
    {decision.reason === undefined ? null : (
      <p>
        <span class="quiet">{t('officer.reason')}:</span> {decision.reason}
      </p>
    )}
    {decision.route === 'NONE' ? null : <p>{t(decision.declined ? 'officer.declined' : 'officer.agreed')}</p>}
  </section>
)

/** All that stands on a record but its answers. */
export const ScreenFactsPanel = ({ content }: { content: ScreenContent }) => (
  <>
    <SafeContact contact={content.safeContact} />
    <Seen content={content} />
    <OfficersDecision decision={content.decision} />
  </>
)
