import { useSignal } from '@preact/signals'
import { useLocation } from 'preact-iso'
import { followUpRoutes } from '../../../../functions/follow-up/contract.ts'
import { maseruDate } from '../../../../functions/platform/clock.ts'
import { reintegrationRoutes } from '../../../../functions/reintegration/contract.ts'
import { assistanceTexts, assistanceTypes } from '../../../../functions/reintegration/livelihood.ts'
import { call } from '../../api/client.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useCommand } from '../../api/use-command.ts'
import { t as shared } from '../../i18n/shared-words.ts'
import { inLanguage } from '../../i18n/words.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { MultiChoice } from '../../ui/choice.tsx'
import { TextField } from '../../ui/field.tsx'
import { NoNotice } from '../../ui/no-notice.tsx'
import { Page } from '../../ui/page.tsx'
import { ThreePartDate } from '../../ui/three-part-date.tsx'
import { type Place, planPath, taskPath, usePlace, useTaskId } from '../desk-address.ts'
import { Whose } from '../whose.tsx'
import {
  addStep,
  forgetPlanDraft,
  mostSteps,
  type PlanDraft,
  type PlanProblems,
  planContent,
  planDraftFor,
  planProblems,
  removeStep,
} from './plan-draft.ts'
import { t } from './words.ts'

interface StepsProps {
  readonly draft: PlanDraft
  readonly problems: PlanProblems | undefined
}

function Steps({ draft, problems }: StepsProps) {
  const steps = draft.steps.value
  return (
    <section class="stack">
      <h2>{t('form.steps')}</h2>
      <ol class="steps">
        {steps.map(({ line, step, dueOn }, index) => {
          const found = problems?.steps.get(line)
          return (
            <li key={line} class="panel step">
              <TextField
                label={t('form.step', { number: index + 1 })}
                hint={t('form.step.hint')}
                value={step}
                problem={found?.has('step') === true ? t('form.step.problem') : undefined}
              />
              <ThreePartDate
                legend={t('form.due')}
                value={dueOn}
                problem={found?.has('dueOn') === true ? t('form.due.problem') : undefined}
              />
              {steps.length === 1 ? null : (
                <Buttons>
                  <Button
                    kind="quiet"
                    label={t('form.remove.step', { number: index + 1 })}
                    onPress={() => removeStep(draft, line)}
                  >
                    {t('form.remove')}
                  </Button>
                </Buttons>
              )}
            </li>
          )
        })}
      </ol>
      {steps.length < mostSteps ? (
        <Buttons>
          <Button onPress={() => addStep(draft)}>{t('form.add')}</Button>
        </Buttons>
      ) : null}
    </section>
  )
}

function PlanForm({ taskId, place }: { taskId: string; place: Place }) {
  const { route } = useLocation()
  const draft = planDraftFor(taskId)
  const asked = useSignal(false)
  const { busy, no, send } = useCommand()
  const today = maseruDate(new Date())
  const problems = planProblems(draft, today)

  const save = () => {
    asked.value = true
    if (problems.assistance || problems.steps.size > 0) return
    const { id: planId, body } = draft.makeCommand(planContent(draft, taskId))
    void send(
      () => call(reintegrationRoutes.recordPlan, { params: { planId }, body }),
      () => {
        forgetPlanDraft(taskId)
        route(`${planPath(place, planId)}?made`, true)
      },
    )
  }
  return (
    <>
      <MultiChoice
        legend={t('form.assistance')}
        hint={t('form.assistance.hint')}
        columns={2}
        options={assistanceTypes.map(value => ({ value, label: inLanguage(assistanceTexts[value]) }))}
        value={draft.assistance}
        problem={asked.value && problems.assistance ? t('form.assistance.problem') : undefined}
      />
      <Steps draft={draft} problems={asked.value ? problems : undefined} />
      {no.value === undefined ? null : <NoNotice no={no.value} onAgain={save} />}
      <Buttons>
        <Button kind="primary" busy={busy.value} onPress={save}>
          {t('form.do')}
        </Button>
      </Buttons>
    </>
  )
}

/** Writes a plan down with the person; saving it finishes the task that asked for it. */
export function PlanFormPage() {
  const place = usePlace()
  const taskId = useTaskId()
  const { value, no, ask } = useAnswer(taskId, () => call(followUpRoutes.openTask, { params: { taskId } }))
  return (
    <Page title={t('form.title')} back={taskPath(place, taskId)} lead={t('form.lead')}>
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {value === undefined ? null : <Whose displayNumber={value.task.displayNumber} person={value.person} />}
      <PlanForm key={taskId} taskId={taskId} place={place} />
    </Page>
  )
}
