import { surveyAskedBy } from '../../../../functions/reintegration/visit-decision.ts'
import { t as shared } from '../../i18n/shared-words.ts'
import { Choice } from '../../ui/choice.tsx'
import { TextField } from '../../ui/field.tsx'
import { ThreePartDate } from '../../ui/three-part-date.tsx'
import { AttemptQuestions } from '../attempt-questions.tsx'
import { t as desk } from '../words.ts'
import type { VisitDraft, VisitProblems } from './visit-draft.ts'
import { t } from './words.ts'

interface VisitFactsProps {
  readonly draft: VisitDraft
  readonly type: string
  /** Undefined until the officer wants to go on. */
  readonly problems: VisitProblems | undefined
}

/** When it was, whether the person was met, and whether they would answer. */
export function VisitFacts({ draft, type, problems }: VisitFactsProps) {
  const yesNo = [
    { value: true, label: shared('answer.yes') },
    { value: false, label: shared('answer.no') },
  ]
  return (
    <section class="stack">
      <ThreePartDate
        legend={t('visit.on')}
        value={draft.visitedOn}
        problem={problems?.visitedOn === true ? t('visit.on.problem') : undefined}
      />
      <Choice
        legend={t('visit.reached')}
        columns={2}
        options={yesNo}
        value={draft.reached}
        problem={problems?.reached === true ? t('visit.choose') : undefined}
      />
      {draft.reached.value === false ? <AttemptQuestions draft={draft.tried} asked={problems?.tried === true} /> : null}
      {surveyAskedBy(type) !== undefined && draft.reached.value === true ? (
        <Choice
          legend={t('visit.asked')}
          hint={t('visit.asked.hint')}
          columns={2}
          options={[
            { value: true, label: shared('answer.yes') },
            { value: false, label: t('visit.asked.no') },
          ]}
          value={draft.willing}
          problem={problems?.willing === true ? t('visit.choose') : undefined}
        />
      ) : null}
      <TextField
        label={desk('note.label')}
        hint={desk('note.hint')}
        optional
        lines={3}
        longest={600}
        value={draft.note}
      />
    </section>
  )
}
