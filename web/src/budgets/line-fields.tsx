import { Button, Buttons } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { TextField } from '../ui/field.tsx'
import { type LineDraft, lineCode, lineCodeProblem } from './project-draft.ts'
import { t } from './words.ts'

const codeProblems = { code: 'code.problem', masked: 'code.masked', twice: 'code.twice' } as const

interface LineFieldsProps {
  readonly line: LineDraft
  readonly lines: readonly LineDraft[]
  /** Codes that the project has already. */
  readonly taken?: readonly string[]
  readonly number: number
  /** Once saving was tried. */
  readonly problem: (isWrong: boolean, words: string) => string | undefined
  /** Undefined of the only line: a project has one at least. */
  readonly onRemove: (() => void) | undefined
}

export function LineFields({ line, lines, taken, number, problem, onRemove }: LineFieldsProps) {
  const sensitive = line.sensitive.value
  const wrong = lineCodeProblem(line, lines, taken)
  return (
    <fieldset class="line-fields" data-line={line.key}>
      <legend>{t('open.line', { number })}</legend>
      <TextField
        label={t('open.line.title')}
        value={line.title}
        problem={problem(line.title.value.trim() === '', t('open.line.title.problem'))}
      />
      <Choice
        legend={t('open.line.sensitive')}
        columns={2}
        options={[
          { value: false, label: t('open.line.sensitive.false') },
          { value: true, label: t('open.line.sensitive.true'), note: t('open.line.sensitive.note') },
        ]}
        value={line.sensitive}
        problem={problem(sensitive === undefined, t('open.line.sensitive.problem'))}
      />
      {sensitive === true ? (
        <p class="quiet">{t('open.line.numbered')}</p>
      ) : (
        <TextField
          label={t('open.line.code')}
          {...(wrong === undefined ? { hint: t('open.line.stands', { code: lineCode(line) }) } : {})}
          width="half"
          capitals="characters"
          longest={16}
          value={line.code}
          problem={wrong === undefined ? undefined : problem(true, t(codeProblems[wrong]))}
        />
      )}
      {onRemove === undefined ? null : (
        <Buttons>
          <Button kind="quiet" onPress={onRemove}>
            {t('open.line.remove', { number })}
          </Button>
        </Buttons>
      )}
    </fieldset>
  )
}
