import { findInstrument } from '../../../functions/screening/instruments.ts'
import type { ScreenContent } from '../../../functions/screening/screen-content.ts'
import { inLanguage } from '../i18n/words.ts'
import { t } from './words.ts'

/** Each question as it was put, with what was said; one that was not asked says so, since it is no "no". */
export function ScreenAnswersPanel({ content: { instrument, answers } }: { content: ScreenContent }) {
  const asked = findInstrument(instrument.id, instrument.version)
  const given = asked?.items.filter(({ id }) => answers[id] !== undefined) ?? []
  return (
    <section class="panel">
      <h2>{t('answers.title')}</h2>
      {asked === undefined || given.length === 0 ? (
        <p class="quiet">{t('answers.none')}</p>
      ) : (
        <dl class="answers">
          {given.map(({ id, text }) => {
            const answer = answers[id] ?? 'NOT_ASKED'
            return (
              <div key={id} class={answer === 'YES' ? 'answer answer-yes' : 'answer'}>
                <dt>{inLanguage(text)}</dt>
                <dd>{inLanguage(asked.answerTexts[answer])}</dd>
              </div>
            )
          })}
        </dl>
      )}
    </section>
  )
}
