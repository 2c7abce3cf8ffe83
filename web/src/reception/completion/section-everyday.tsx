import { washingtonGroup1 } from '../../../../functions/screening/washington-group-1.ts'
import { inLanguage } from '../../i18n/words.ts'
import { Notice } from '../../ui/notice.tsx'
import { Asked } from './asked.tsx'
import type { CompletionDraft } from './completion-draft.ts'
import { t } from './words.ts'

const answers = [1, 2, 3, 4] as const

interface SectionEverydayProps {
  readonly draft: CompletionDraft
  readonly ageYears: number
}

/** The Washington Group short set as the instrument words it; a question left out is not a "no". */
export function SectionEveryday({ draft, ageYears }: SectionEverydayProps) {
  const { items, answerTexts, sayBefore, minimumAgeYears } = washingtonGroup1
  if (ageYears < minimumAgeYears) return <p class="quiet">{t('everyday.young')}</p>
  return (
    <>
      <Notice>
        <p>{inLanguage(sayBefore)}</p>
      </Notice>
      {items.map(({ id, text }) => {
        const value = draft.washingtonGroup[id]
        return value === undefined ? null : (
          <Asked
            key={id}
            legend={inLanguage(text)}
            options={answers.map(answer => ({ value: answer, label: inLanguage(answerTexts[answer]) }))}
            value={value}
          />
        )
      })}
    </>
  )
}
