import { useEffect, useRef } from 'preact/hooks'
import type { ScreenAnswer, ScreenItem } from '../../../functions/screening/instruments.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { inLanguage } from '../i18n/words.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { instrument, type RecordForm } from './record-form.ts'
import { t } from './words.ts'

interface QuestionStepProps {
  readonly form: RecordForm
  readonly item: ScreenItem
  readonly step: number
  readonly steps: number
  readonly onNext: () => void
  readonly onBack: () => void
  readonly onStop: () => void
}

/**
 * One question, what is said before it, and answers of equal weight: one tap answers and goes on. That somebody can
 * hear is an answer too: nothing more is asked, and protection asks again elsewhere.
 */
export function QuestionStep({ form, item, step, steps, onNext, onBack, onStop }: QuestionStepProps) {
  const question = useRef<HTMLHeadingElement>(null)
  useEffect(() => question.current?.focus(), [item.id])
  const answer = (chosen: ScreenAnswer) => {
    form.overheard.value = false
    form.answers.value = { ...form.answers.value, [item.id]: chosen }
    onNext()
  }
  return (
    <>
      <p class="quiet">{t('question.of', { step, steps })}</p>
      {item.sayBefore === undefined ? null : (
        <section class="say">
          <p class="small">{t('question.say')}</p>
          <p>{inLanguage(item.sayBefore)}</p>
        </section>
      )}
      <h2 ref={question} tabIndex={-1} class="question">
        {inLanguage(item.text)}
      </h2>
      <div class="answers">
        {instrument.answers.map(each => (
          <Button key={each} pressed={form.answers.value[item.id] === each} onPress={() => answer(each)}>
            {inLanguage(instrument.answerTexts[each])}
          </Button>
        ))}
        <Button
          onPress={() => {
            form.overheard.value = true
            onStop()
          }}
        >
          {t('question.overheard')}
        </Button>
      </div>
      <Buttons>
        <Button kind="quiet" onPress={onBack}>
          {shared('action.back')}
        </Button>
        <Button kind="quiet" onPress={onStop}>
          {t('question.stop')}
        </Button>
      </Buttons>
    </>
  )
}
