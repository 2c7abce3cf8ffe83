import { Choice } from '../../ui/choice.tsx'
import { TextField } from '../../ui/field.tsx'
import { MarkPad } from './mark-pad.tsx'
import { isWitnessed, type ProofDraft, type ProofKind, proofKinds, proofProblem } from './proof-draft.ts'
import { t } from './words.ts'

interface ProofPartProps {
  readonly draft: ProofDraft
  /** What is missing is said once the part was left. */
  readonly seen: boolean
  /** All of them where a mark has a way to the server: from the form of an intake. */
  readonly kinds?: readonly ProofKind[]
}

/** What proves the handing-over (domain.md 4.5): offered, and never a condition. */
export function ProofPart({ draft, seen, kinds = proofKinds }: ProofPartProps) {
  const kind = draft.kind.value
  const problem = seen ? proofProblem(draft) : undefined
  return (
    <>
      <Choice
        legend={t('legend')}
        hint={t('hint')}
        columns={2}
        options={kinds.map(value => ({
          value,
          label: t(`kind.${value}`),
          ...(value === 'THUMB' || value === 'WITNESS' ? { note: t(`kind.${value}.note`) } : {}),
        }))}
        value={draft.kind}
        problem={problem === 'mark' ? t('problem.mark') : undefined}
      />
      {kind === 'SIGNATURE' || kind === 'THUMB' ? <MarkPad key={kind} kind={kind} mark={draft.mark} /> : null}
      {isWitnessed(kind) ? (
        <TextField
          label={t('witness')}
          value={draft.witness}
          capitals="words"
          problem={problem === 'witness' ? t('problem.witness') : undefined}
        />
      ) : null}
    </>
  )
}
