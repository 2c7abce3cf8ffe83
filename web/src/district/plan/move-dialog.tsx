import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { type PlanView, reintegrationRoutes } from '../../../../functions/reintegration/contract.ts'
import { movePlan, type PlanState } from '../../../../functions/reintegration/livelihood.ts'
import { call } from '../../api/client.ts'
import { commandMaker } from '../../api/command-maker.ts'
import { useCommand } from '../../api/use-command.ts'
import { t as shared } from '../../i18n/shared-words.ts'
import { Button } from '../../ui/button.tsx'
import { MultiChoice } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { NoNotice } from '../../ui/no-notice.tsx'
import { t } from './words.ts'

export type Move = Exclude<PlanState, 'ELIGIBLE'>

interface MoveDialogProps {
  readonly plan: PlanView
  readonly to: Move
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Starts, completes or stops a plan. Whether it takes a reason is the rule's to say (livelihood.ts). */
export function MoveDialog({ plan, to, onDone, onClose }: MoveDialogProps) {
  const done = useSignal<readonly number[]>(
    plan.steps.flatMap((step, index) => (step.done === true ? [index + 1] : [])),
  )
  const reason = useSignal('')
  const asked = useSignal(false)
  const makeCommand = useMemo(commandMaker, [])
  const { busy, no, send } = useCommand()
  const steps = plan.steps.map((_, index) => ({ done: done.value.includes(index + 1) }))
  const typed = reason.value.trim()
  const without = movePlan({ from: plan.state, to, steps })
  const needsReason = 'refusal' in without && without.refusal === 'reason-needed'

  const save = () => {
    asked.value = true
    if (needsReason && typed === '') return
    const { id: transitionId, body } = makeCommand({
      to,
      revision: plan.revision,
      ...(needsReason ? { reason: typed } : {}),
      ...(to === 'COMPLETED' ? { stepsDone: [...done.value] } : {}),
    })
    void send(() => call(reintegrationRoutes.movePlan, { params: { planId: plan.planId, transitionId }, body }), onDone)
  }
  return (
    <Dialog
      open
      title={t(`move.${to}.title`)}
      onClose={onClose}
      foot={
        <>
          <Button kind="primary" busy={busy.value} onPress={save}>
            {t(`move.${to}`)}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {shared('action.cancel')}
          </Button>
        </>
      }
    >
      <p>{t(`move.${to}.text`)}</p>
      {to === 'COMPLETED' ? (
        <MultiChoice
          legend={t('move.steps')}
          options={plan.steps.map(({ step }, index) => ({ value: index + 1, label: step }))}
          value={done}
        />
      ) : null}
      {needsReason ? (
        <TextField
          label={t(to === 'COMPLETED' ? 'move.reason.steps' : 'move.reason')}
          lines={3}
          longest={600}
          value={reason}
          problem={asked.value && typed === '' ? t('move.reason.problem') : undefined}
        />
      ) : null}
      {no.value === undefined ? null : <NoNotice no={no.value} onAgain={save} />}
    </Dialog>
  )
}
