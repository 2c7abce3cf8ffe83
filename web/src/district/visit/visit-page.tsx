import { useSignal } from '@preact/signals'
import type * as z from 'zod/mini'
import { followUpRoutes } from '../../../../functions/follow-up/contract.ts'
import { maseruDate } from '../../../../functions/platform/clock.ts'
import { reintegrationRoutes } from '../../../../functions/reintegration/contract.ts'
import { type SurveyDimension, survey1, surveyDimensions } from '../../../../functions/reintegration/survey-1.ts'
import { surveyAskedBy } from '../../../../functions/reintegration/visit-decision.ts'
import { call } from '../../api/client.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useCommand } from '../../api/use-command.ts'
import { t as shared } from '../../i18n/shared-words.ts'
import { may } from '../../sign-in/may.ts'
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx'
import { NoNotice } from '../../ui/no-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { SectionProgress } from '../../ui/section-progress.tsx'
import { type Place, planPath, taskPath, tasksPath, usePlace, useTaskId } from '../desk-address.ts'
import { ScoreList } from '../plan/score-list.tsx'
import { typeWords } from '../task-types/words.ts'
import { Whose } from '../whose.tsx'
import { GapsNotice } from './gaps-notice.tsx'
import { surveyGaps } from './survey-gaps.ts'
import { SurveyPart } from './survey-part.tsx'
import { questionsOf } from './survey-parts.ts'
import {
  forgetVisitDraft,
  givenAnswers,
  isSurveyed,
  type VisitDraft,
  visitContent,
  visitDraftFor,
  visitProblems,
} from './visit-draft.ts'
import { VisitFacts } from './visit-facts.tsx'
import { t } from './words.ts'

type SavedVisit = z.infer<typeof reintegrationRoutes.recordVisit.response>

/** A part is done once somebody said something to each of its questions. */
function sectionsOf(draft: VisitDraft, surveyed: boolean, factsGiven: boolean) {
  const answers = givenAnswers(draft)
  const isDone = (dimension: SurveyDimension) =>
    questionsOf(survey1, dimension, answers).every(({ id }) => answers[id] !== undefined)
  return [
    { name: t('part.visit'), done: factsGiven },
    ...(surveyed ? surveyDimensions.map(dimension => ({ name: t(`part.${dimension}`), done: isDone(dimension) })) : []),
  ]
}

interface VisitFormProps {
  readonly taskId: string
  readonly planId: string
  readonly type: string
  readonly onSaved: (saved: SavedVisit) => void
}

function VisitForm({ taskId, planId, type, onSaved }: VisitFormProps) {
  const today = maseruDate(new Date())
  const draft = visitDraftFor(taskId, today)
  const occasion = surveyAskedBy(type)
  const asked = useSignal(false)
  const { busy, no, send } = useCommand()
  const problems = visitProblems(draft, occasion, today)
  const hasProblem = Object.values(problems).includes(true)
  const surveyed = isSurveyed(draft, occasion)
  const given = givenAnswers(draft)
  const gaps = surveyGaps(survey1, given)
  const isWhole = !surveyed || gaps.parts.length === 0
  /** The answers as they stood when the officer was told what is missing: others are told of anew. */
  const told = useSignal<string | undefined>(undefined)
  const asItStands = JSON.stringify(given)
  const wasTold = !isWhole && told.value === asItStands
  const sections = sectionsOf(draft, surveyed, !hasProblem)
  const part = hasProblem || !surveyed ? 0 : Math.min(draft.part.value, sections.length - 1)
  const dimension = surveyDimensions[part - 1]
  const isLast = part === sections.length - 1

  const go = (to: number) => {
    asked.value = true
    if (hasProblem) return
    draft.part.value = to
    scrollTo(0, 0)
  }
  const save = () => {
    asked.value = true
    if (hasProblem) return
    if (!isWhole && !wasTold) {
      told.value = asItStands
      return
    }
    const { id: visitId, body } = draft.makeCommand(visitContent(draft, taskId, occasion))
    void send(
      () => call(reintegrationRoutes.recordVisit, { params: { planId, visitId }, body }),
      saved => {
        forgetVisitDraft(taskId)
        onSaved(saved)
      },
    )
  }
  return (
    <>
      {sections.length === 1 ? null : <SectionProgress sections={sections} current={part} onGo={go} />}
      {dimension === undefined ? (
        <VisitFacts draft={draft} type={type} problems={asked.value ? problems : undefined} />
      ) : (
        <SurveyPart key={dimension} draft={draft} dimension={dimension} />
      )}
      {wasTold && isLast ? <GapsNotice gaps={gaps} onGo={go} /> : null}
      {no.value === undefined ? null : <NoNotice no={no.value} onAgain={save} />}
      <Buttons>
        {isLast ? (
          <Button kind="primary" busy={busy.value} onPress={save}>
            {t(wasTold ? 'gaps.do' : 'visit.do')}
          </Button>
        ) : (
          <Button kind="primary" onPress={() => go(part + 1)}>
            {shared('action.next')}
          </Button>
        )}
        {part === 0 ? null : (
          <Button kind="quiet" onPress={() => go(part - 1)}>
            {shared('action.back')}
          </Button>
        )}
      </Buttons>
    </>
  )
}

const Saved = ({ saved: { scores }, place, planId }: { saved: SavedVisit; place: Place; planId: string }) => (
  <>
    <Notice kind="good" title={t('saved.title')}>
      <p>{t('saved.text')}</p>
    </Notice>
    {scores === undefined ? null : (
      <div class="panel">
        <ScoreList scores={scores} />
      </div>
    )}
    <Buttons>
      <ButtonLink kind="primary" href={tasksPath(place)}>
        {t('saved.list')}
      </ButtonLink>
      {may('plan.read', place) ? <ButtonLink href={planPath(place, planId)}>{t('saved.plan')}</ButtonLink> : null}
    </Buttons>
  </>
)

/** What this visit is for; and to a desk that may not read plans, why it sees none (functions/platform/permissions.ts). */
const AskedOfVisit = ({ type, place }: { type: string; place: Place }) => {
  const { name, todo } = typeWords(type)
  return (
    <section class="panel">
      <h2>{name}</h2>
      <p>{todo}</p>
      {may('plan.read', place) ? null : <p class="quiet">{t('visit.plan-elsewhere')}</p>}
    </section>
  )
}

/** Records a visit, and the survey where its task asks for one; saving it finishes the task. */
export function VisitPage() {
  const place = usePlace()
  const taskId = useTaskId()
  const saved = useSignal<SavedVisit | undefined>(undefined)
  const { value, no, ask } = useAnswer(taskId, () => call(followUpRoutes.openTask, { params: { taskId } }))
  const planId = value?.planId
  return (
    <Page title={t('visit.title')} back={saved.value === undefined ? taskPath(place, taskId) : tasksPath(place)}>
      {no === undefined || saved.value !== undefined ? null : (
        <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />
      )}
      {value === undefined ? null : <Whose displayNumber={value.task.displayNumber} person={value.person} />}
      {value === undefined ? null : planId === undefined ? (
        <Notice kind="look">
          <p>{t('visit.no-plan')}</p>
        </Notice>
      ) : saved.value === undefined ? (
        <>
          <AskedOfVisit type={value.type} place={place} />
          <VisitForm
            key={taskId}
            taskId={taskId}
            planId={planId}
            type={value.type}
            onSaved={visit => {
              saved.value = visit
            }}
          />
        </>
      ) : (
        <Saved saved={saved.value} place={place} planId={planId} />
      )}
    </Page>
  )
}
