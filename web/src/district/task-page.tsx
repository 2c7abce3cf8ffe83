import { useSignal } from '@preact/signals'
import { useLocation } from 'preact-iso'
import { followUpRoutes, type TaskDetail } from '../../../functions/follow-up/contract.ts'
import { finishedWith, outcomesOf } from '../../../functions/follow-up/task-desks.ts'
import { call } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { localTime } from '../i18n/local-time.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { may } from '../sign-in/may.ts'
import { DueBadge } from '../time/due-badge.tsx'
import { Button, ButtonLink, Buttons } from '../ui/button.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Page } from '../ui/page.tsx'
import { AskAgain, ChangedMind } from './ask-consents.tsx'
import { AttemptsPanel } from './attempts-panel.tsx'
import { CompleteForm } from './complete-form.tsx'
import {
  heldTasksPath,
  type Place,
  planFormPath,
  planPath,
  tasksPath,
  usePlace,
  useTaskId,
  visitPath,
} from './desk-address.ts'
import { FamilyIcon } from './family-icon.tsx'
import { news } from './news.ts'
import { PersonPanel } from './person-panel.tsx'
import { ReleaseDialog } from './release-dialog.tsx'
import { typeWords } from './task-types/words.ts'
import { WagesPanel } from './wages-panel.tsx'
import { t } from './words.ts'

interface OpenedTaskProps {
  readonly detail: TaskDetail
  readonly place: Place
  readonly onDone: () => void
  /** The person answered anew, and the task goes on: look at it again. */
  readonly onAnswered: () => void
}

/** What finishes this kind of task: a plan, a visit, the person's answers, or saying how it ended. */
function WayToFinish({ detail: { task, type, person }, place, onDone }: Omit<OpenedTaskProps, 'onAnswered'>) {
  const way = finishedWith(type)
  const outcomes = outcomesOf(type)
  const saying = <CompleteForm taskId={task.taskId} outcomes={outcomes} onDone={onDone} />
  if (way === 'COMPLETION') return saying
  if (way === 'CONSENTS')
    return person === undefined ? (
      saying
    ) : (
      <AskAgain taskId={task.taskId} person={person} onDone={onDone}>
        {saying}
      </AskAgain>
    )
  const needs = way === 'PLAN' ? 'plan.record' : 'visit.record'
  if (!may(needs, place)) return <p class="quiet">{t('task.other-desk')}</p>
  return (
    <>
      <Buttons>
        <ButtonLink
          kind="primary"
          href={way === 'PLAN' ? planFormPath(place, task.taskId) : visitPath(place, task.taskId)}
        >
          {t(way === 'PLAN' ? 'task.make-plan' : 'task.record-visit')}
        </ButtonLink>
      </Buttons>
      {outcomes.length === 0 ? null : (
        <details>
          <summary>{t('task.no-plan')}</summary>
          {saying}
        </details>
      )}
    </>
  )
}

function OpenedTask({ detail, place, onDone, onAnswered }: OpenedTaskProps) {
  const { task, type, planId, batchId, person, wageClaim, note, attempts } = detail
  const { name, todo } = typeWords(type)
  const releasing = useSignal(false)
  return (
    <>
      <section class="panel">
        <div class="task-head">
          <FamilyIcon family={task.family} />
          <h2>{name}</h2>
          <DueBadge due={task} now={new Date()} />
        </div>
        <p>{todo}</p>
        <div class="quiet">
          <p>{t('task.due', { time: localTime(task.dueAt) })}</p>
          {task.lapsesAt === undefined ? null : <p>{t('task.yours-until', { time: localTime(task.lapsesAt) })}</p>}
        </div>
        {note === undefined ? null : <p class="quoted">{note}</p>}
      </section>
      {attempts === undefined ? null : <AttemptsPanel attempts={attempts} />}
      {person === undefined ? null : (
        <PersonPanel person={person}>
          {finishedWith(type) === 'CONSENTS' || !may('consent.record', place) ? null : (
            <ChangedMind taskId={task.taskId} person={person} onDone={onDone} onAnswered={onAnswered} />
          )}
        </PersonPanel>
      )}
      {wageClaim === undefined ? null : <WagesPanel claim={wageClaim} />}
      {planId !== undefined && may('plan.read', place) ? (
        <Buttons>
          <ButtonLink href={planPath(place, planId)}>{t('task.see-plan')}</ButtonLink>
        </Buttons>
      ) : null}
      {batchId === undefined ? null : (
        <Buttons>
          <ButtonLink href={`/reception/${place}/arrivals/${batchId}`}>{t('task.see-arrival')}</ButtonLink>
        </Buttons>
      )}
      <WayToFinish detail={detail} place={place} onDone={onDone} />
      <Buttons>
        <Button
          kind="quiet"
          onPress={() => {
            releasing.value = true
          }}
        >
          {t('task.release')}
        </Button>
      </Buttons>
      {releasing.value ? (
        <ReleaseDialog
          taskId={task.taskId}
          onDone={onDone}
          onClose={() => {
            releasing.value = false
          }}
        />
      ) : null}
    </>
  )
}

/**
 * A task its claimant holds, with the person's name and village, and what there is to do. The page is called by the
 * number alone: its title stays in the browser's history.
 */
export function TaskPage() {
  const place = usePlace()
  const taskId = useTaskId()
  const { route } = useLocation()
  const done = () => {
    news.value = 'news.saved'
    route(tasksPath(place), true)
  }
  const { value, no, ask } = useAnswer(taskId, () => call(followUpRoutes.openTask, { params: { taskId } }))
  return (
    <Page title={value?.task.displayNumber ?? t('task.title')} back={heldTasksPath(place)}>
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {value === undefined ? (
        no === undefined ? (
          <p class="quiet">{shared('app.loading')}</p>
        ) : null
      ) : (
        <OpenedTask key={taskId} detail={value} place={place} onDone={done} onAnswered={ask} />
      )}
    </Page>
  )
}
