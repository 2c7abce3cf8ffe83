import { MultiChoice } from '../ui/choice.tsx'
import { TextField } from '../ui/field.tsx'
import { ThreePartDate } from '../ui/three-part-date.tsx'
import type { LateDraft } from './late-capture.ts'
import { t } from './words.ts'

interface LateCaptureSectionProps {
  readonly draft: LateDraft
  /** What is missing or wrong, in words, once the officer has been through. */
  readonly problem: string | undefined
}

/** For an intake that was written on paper first: when, by whom, and who stood by. One line mounts it in a form. */
export function LateCaptureSection({ draft, problem }: LateCaptureSectionProps) {
  return (
    <section class="stack">
      <MultiChoice
        legend={t('late.legend')}
        options={[{ value: true as const, label: t('late.yes') }]}
        value={draft.isLate}
      />
      {draft.isLate.value.length === 0 ? null : (
        <>
          <p class="quiet">{t('late.number')}</p>
          <ThreePartDate legend={t('late.date')} value={draft.date} problem={problem} />
          <TextField
            label={t('late.clock')}
            hint={t('late.clock.hint')}
            width="short"
            longest={5}
            inputMode="numeric"
            value={draft.clock}
          />
          <TextField label={t('late.officer')} capitals="words" value={draft.officer} />
          <TextField label={t('late.witness')} capitals="words" optional value={draft.witness} />
        </>
      )}
    </section>
  )
}
