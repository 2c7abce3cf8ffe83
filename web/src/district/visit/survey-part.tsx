import { useEffect, useRef } from 'preact/hooks'
import { type SurveyDimension, survey1 } from '../../../../functions/reintegration/survey-1.ts'
import { surveyScales } from '../../../../functions/reintegration/survey-scales.ts'
import { language } from '../../i18n/language.ts'
import { inLanguage } from '../../i18n/words.ts'
import { Choice } from '../../ui/choice.tsx'
import { questionsOf } from './survey-parts.ts'
import { givenAnswers, type VisitDraft } from './visit-draft.ts'
import { t } from './words.ts'

/** The questions of one part, each with its own answers; none must be answered. */
export function SurveyPart({ draft, dimension }: { draft: VisitDraft; dimension: SurveyDimension }) {
  const answers = givenAnswers(draft)
  const questions = questionsOf(survey1, dimension, answers)
  const heading = useRef<HTMLHeadingElement>(null)
  // who listens hears which part has come
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <section class="stack survey">
      <div>
        <h2 ref={heading} tabIndex={-1}>
          {t(`part.${dimension}`)}
        </h2>
        <p class="quiet">
          {t('part.answered', {
            answered: questions.filter(({ id }) => answers[id] !== undefined).length,
            asked: questions.length,
          })}
        </p>
      </div>
      <p>{t('survey.as-said')}</p>
      {language.value === 'st-LS' && survey1.sesothoReview === 'DRAFT_AWAITING_NATIVE_SPEAKER' ? (
        <p class="quiet small">{t('survey.draft')}</p>
      ) : null}
      {questions.map(({ id, scale, text }) => {
        const value = draft.answers.get(id)
        if (value === undefined) throw new Error(`no place for the answer to ${id}`)
        const options = surveyScales[scale].map(option => ({ value: option.code, label: inLanguage(option.text) }))
        const columns = options.length === 4 ? 2 : 3
        return <Choice key={id} legend={inLanguage(text)} columns={columns} options={options} value={value} />
      })}
    </section>
  )
}
