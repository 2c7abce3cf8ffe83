import { useEffect } from 'preact/hooks'
import type * as z from 'zod/mini'
import type { Language } from '../../../../functions/registration/code-lists.ts'
import {
  drawWordPair,
  type RememberedWordCode,
  rememberedWords,
} from '../../../../functions/registration/remembered-words.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { MultiChoice } from '../../ui/choice.tsx'
import type { IntakeDraft } from './intake-draft.ts'
import { t } from './words.ts'

type Spoken = z.infer<typeof Language>

const wordsIn = (words: readonly RememberedWordCode[], language: 'st' | 'en'): string =>
  words.map(code => rememberedWords[code][language]).join(' · ')

interface TwoWordsProps {
  readonly words: readonly RememberedWordCode[]
  /** What is spoken with the person: their words come first, the officer's below. */
  readonly language: Spoken
}

/** The two words, large enough to be shown across a table. */
export function TwoWords({ words, language }: TwoWordsProps) {
  const theirs = language === 'st' ? 'st' : 'en'
  const other = theirs === 'st' ? 'en' : 'st'
  return (
    <div class="panel">
      <p>{t('words.remember', {}, theirs === 'st' ? 'st-LS' : 'en')}</p>
      <p class="summary-name" lang={theirs}>
        {wordsIn(words, theirs)}
      </p>
      <p class="quiet" lang={other}>
        {wordsIn(words, other)}
      </p>
    </div>
  )
}

/** Somebody may want to carry nothing that tells of them: two words to remember, others until they like them. */
export function WordsInstead({ draft }: { readonly draft: IntakeDraft }) {
  const { noSlip, words, spokenIn } = draft
  const wanted = noSlip.value.length > 0
  const draw = () => {
    words.value = drawWordPair(Math.random)
  }
  useEffect(() => {
    if (wanted && words.value.length === 0) draw()
  }, [wanted])
  return (
    <>
      <MultiChoice
        legend={t('words.legend')}
        options={[{ value: true as const, label: t('words.wanted') }]}
        value={noSlip}
      />
      {wanted && words.value.length > 0 ? (
        <>
          <TwoWords words={words.value} language={spokenIn.value ?? 'st'} />
          <Buttons>
            <Button onPress={draw}>{t('words.others')}</Button>
          </Buttons>
        </>
      ) : null}
    </>
  )
}
