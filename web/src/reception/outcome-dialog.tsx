import { signal, useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { arrivalsRoutes } from '../../../functions/arrivals/contract.ts'
import { isReasonGiven } from '../../../functions/arrivals/outcome-reasons.ts'
import { countedOutcomes } from '../../../functions/registration/code-lists.ts'
import { commandMaker } from '../api/command-maker.ts'
import { useCommand } from '../api/use-command.ts'
import { code } from '../code-lists/words.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { dependsOn } from './kept/depends-on.ts'
import { standing } from './kept/effects.ts'
import { useKeptForm } from './kept/form-keeper.ts'
import { submit } from './kept/submit.ts'
import { t } from './words.ts'

type Outcome = Exclude<(typeof countedOutcomes)[number], 'REGISTERED'>
const outcomes = countedOutcomes.filter((outcome): outcome is Outcome => outcome !== 'REGISTERED')

/** Who the dialog is about: a row of the list with its name, or somebody who stands on none. */
export interface Subject {
  readonly row?: number
  readonly name?: string
}

interface OutcomeDialogProps {
  readonly batchId: string
  readonly subject: Subject
  /** A record that was refused: saved again it goes under its own id. */
  readonly refused?: { readonly outcomeId: string; readonly outcome: string; readonly reason: string | undefined }
  readonly onDone: () => void
  readonly onClose: () => void
}

/** For who was counted and not registered: they left, did not want to, were taken elsewhere (domain.md 2.9). */
export function OutcomeDialog({ batchId, subject, refused, onDone, onClose }: OutcomeDialogProps) {
  const form = useMemo(
    () => ({
      outcome: signal<Outcome | undefined>(outcomes.find(each => each === refused?.outcome)),
      reason: signal(refused?.reason ?? ''),
    }),
    [],
  )
  const { outcome, reason } = form
  const kept = useKeptForm(
    refused === undefined ? `outcome ${batchId} ${subject.row ?? 0}` : `correction ${refused.outcomeId}`,
    form,
  )
  const asked = useSignal(false)
  const given = reason.value.trim() === '' ? undefined : reason.value.trim()
  const needsReason = outcome.value !== undefined && !isReasonGiven(outcome.value, given)
  const command = useMemo(() => commandMaker(kept.recordId), [])
  const { busy, no, send } = useCommand()

  const save = () => {
    asked.value = true
    if (outcome.value === undefined || needsReason) return
    const { row, name } = subject
    const { id, body } = command({ outcome: outcome.value, row, reason: given })
    const outcomeId = refused?.outcomeId ?? id
    const typed = [
      ...(name === undefined ? [] : [{ label: t('people.title'), answer: name }]),
      { label: t('outcome.choose'), answer: code(`outcome.${outcome.value}`) },
      ...(given === undefined ? [] : [{ label: t('outcome.reason'), answer: given }]),
    ]
    void send(
      () =>
        submit(
          arrivalsRoutes.recordOutcome,
          { params: { batchId, outcomeId }, body },
          {
            recordId: outcomeId,
            kind: 'outcome',
            dependsOn: dependsOn(standing.value, { batchId, row }),
            copy: { typed },
            effect: {
              ...{ is: 'outcome', recordId: outcomeId, batchId, at: body.deviceTime },
              ...{ row, outcome: body.outcome },
            },
          },
        ),
      () => {
        kept.forget()
        onDone()
      },
    )
  }
  const title = subject.name === undefined ? t('outcome.title.unlisted') : t('outcome.title', { name: subject.name })
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button kind="primary" busy={busy.value} onPress={save}>
            {t('outcome.do')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {shared('action.cancel')}
          </Button>
        </>
      }
    >
      <Choice
        legend={t('outcome.choose')}
        columns={2}
        options={outcomes.map(value => ({ value, label: code(`outcome.${value}`) }))}
        value={outcome}
        problem={asked.value && outcome.value === undefined ? t('open.choose') : undefined}
      />
      <TextField
        label={t('outcome.reason')}
        optional={outcome.value === undefined || isReasonGiven(outcome.value, undefined)}
        longest={600}
        lines={2}
        value={reason}
        problem={asked.value && needsReason ? t('outcome.reason.problem') : undefined}
      />
      {no.value === undefined ? null : <NoNotice no={no.value} onAgain={save} />}
    </Dialog>
  )
}
