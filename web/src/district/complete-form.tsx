import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { type CompleteTask, followUpRoutes } from '../../../functions/follow-up/contract.ts'
import type { TaskOutcome } from '../../../functions/follow-up/task-words.ts'
import { call } from '../api/client.ts'
import { commandMaker } from '../api/command-maker.ts'
import { useCommand } from '../api/use-command.ts'
import { Button, Buttons } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { TextField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { attemptDraft, readAttempt } from './attempt-draft.ts'
import { AttemptQuestions } from './attempt-questions.tsx'
import { t } from './words.ts'

interface CompleteFormProps {
  readonly taskId: string
  /** How this kind of task may end. */
  readonly outcomes: readonly TaskOutcome[]
  readonly onDone: () => void
}

/** How a task ended, in the words for what became of a service (domain.md 5.2); of who was not reached, how it was tried. */
export function CompleteForm({ taskId, outcomes, onDone }: CompleteFormProps) {
  const outcome = useSignal<CompleteTask['outcome'] | undefined>(undefined)
  const tried = useMemo(attemptDraft, [])
  const note = useSignal('')
  const asked = useSignal(false)
  const makeCommand = useMemo(commandMaker, [])
  const { busy, no, send } = useCommand()
  const notReached = outcome.value === 'NOT_REACHED'
  const save = () => {
    asked.value = true
    const attempt = notReached ? readAttempt(tried) : undefined
    if (outcome.value === undefined || (notReached && attempt === undefined)) return
    const typed = note.value.trim()
    const { id: completionId, body } = makeCommand({
      outcome: outcome.value,
      ...(attempt === undefined ? {} : { attempt }),
      ...(typed === '' ? {} : { note: typed }),
    })
    void send(() => call(followUpRoutes.completeTask, { params: { taskId, completionId }, body }), onDone)
  }
  return (
    <section class="panel">
      <h2>{t('complete.title')}</h2>
      <Choice
        legend={t('complete.outcome')}
        columns={2}
        options={outcomes.map(value => ({ value, label: t(`outcome.${value}`) }))}
        value={outcome}
        problem={asked.value && outcome.value === undefined ? t('complete.outcome.problem') : undefined}
      />
      {notReached ? <AttemptQuestions draft={tried} asked={asked.value} /> : null}
      <TextField label={t('note.label')} hint={t('note.hint')} optional lines={3} longest={600} value={note} />
      {no.value === undefined ? null : <NoNotice no={no.value} onAgain={save} />}
      <Buttons>
        <Button kind="primary" busy={busy.value} onPress={save}>
          {t('complete.do')}
        </Button>
      </Buttons>
    </section>
  )
}
