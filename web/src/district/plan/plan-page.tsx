import { useSignal } from '@preact/signals'
import { useRoute } from 'preact-iso'
import { stateAfter } from '../../../../functions/platform/transitions.ts'
import { type PlanView, reintegrationRoutes } from '../../../../functions/reintegration/contract.ts'
import {
  assistanceTexts,
  type PlanState,
  planActions,
  planTransitions,
} from '../../../../functions/reintegration/livelihood.ts'
import { call } from '../../api/client.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { localDay } from '../../i18n/local-time.ts'
import { t as shared } from '../../i18n/shared-words.ts'
import { inLanguage } from '../../i18n/words.ts'
import { may } from '../../sign-in/may.ts'
import { Button, Buttons } from '../../ui/button.tsx'
import { NoNotice } from '../../ui/no-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { type BadgeTone, StatusBadge } from '../../ui/status-badge.tsx'
import { heldTasksPath, usePlace, usePlanId } from '../desk-address.ts'
import { Whose } from '../whose.tsx'
import { type Move, MoveDialog } from './move-dialog.tsx'
import { ScoreList } from './score-list.tsx'
import { t } from './words.ts'

const tones: Readonly<Record<PlanState, BadgeTone>> = {
  ELIGIBLE: 'plain',
  STARTED: 'blue',
  COMPLETED: 'green',
  STOPPED: 'sand',
}

const Steps = ({ plan }: { plan: PlanView }) => (
  <section class="panel">
    <h2>{t('plan.steps')}</h2>
    <ol class="plan-steps">
      {plan.steps.map(({ step, dueOn, done }) => (
        <li key={`${dueOn} ${step}`}>
          {step}
          <span class="quiet">
            {' '}
            · {done === true ? t('plan.step.done') : t('plan.step.by', { day: localDay(dueOn) })}
          </span>
        </li>
      ))}
    </ol>
  </section>
)

const Visits = ({ plan }: { plan: PlanView }) => (
  <section class="panel">
    <h2>{t('plan.visits')}</h2>
    {plan.visits.length === 0 ? (
      <p class="quiet">{t('plan.visits.none')}</p>
    ) : (
      <ul class="visits">
        {plan.visits.map(({ visitId, visitedOn, reached, occasion, scores }) => (
          <li key={visitId}>
            <p>
              <strong>{localDay(visitedOn)}</strong>, {t(reached ? 'visit.reached' : 'visit.not-reached')}
              {occasion === undefined ? null : <>, {t(`occasion.${occasion}`)}</>}
            </p>
            {scores === undefined ? null : <ScoreList scores={scores} />}
          </li>
        ))}
      </ul>
    )}
  </section>
)

/** Where the plan may go from where it is. */
const movesFrom = (state: PlanState): readonly Move[] =>
  planActions.flatMap(action =>
    stateAfter(planTransitions, action, state) === undefined ? [] : [planTransitions[action].to],
  )

/** A plan that waits wants to be started; none is ended in passing. */
const moveKinds = { STARTED: 'primary', COMPLETED: 'secondary', STOPPED: 'quiet' } as const

function OpenedPlan({ plan, onMoved }: { plan: PlanView; onMoved: () => void }) {
  const place = usePlace()
  const moving = useSignal<Move | undefined>(undefined)
  const moments = [
    t('plan.made', { day: localDay(plan.eligibleAt) }),
    ...(plan.startedAt === undefined ? [] : [t('plan.started', { day: localDay(plan.startedAt) })]),
    ...(plan.completedAt === undefined ? [] : [t('plan.completed', { day: localDay(plan.completedAt) })]),
  ]
  const moves = may('plan.record', place) ? movesFrom(plan.state) : []
  const close = () => {
    moving.value = undefined
  }
  return (
    <>
      <section class="panel">
        <div>
          <StatusBadge tone={tones[plan.state]}>{t(`state.${plan.state}`)}</StatusBadge>
          <p class="quiet">{moments.join(' · ')}</p>
        </div>
        <div class="stack">
          <h2>{t('plan.assistance')}</h2>
          <ul class="plain-list">
            {plan.assistance.map(type => (
              <li key={type}>{inLanguage(assistanceTexts[type])}</li>
            ))}
          </ul>
        </div>
      </section>
      <Steps plan={plan} />
      {moves.length === 0 ? null : (
        <Buttons>
          {moves.map(to => (
            <Button
              key={to}
              kind={moveKinds[to]}
              onPress={() => {
                moving.value = to
              }}
            >
              {t(`move.${to}`)}
            </Button>
          ))}
        </Buttons>
      )}
      <Visits plan={plan} />
      {moving.value === undefined ? null : (
        <MoveDialog
          plan={plan}
          to={moving.value}
          onDone={() => {
            close()
            onMoved()
          }}
          onClose={close}
        />
      )}
    </>
  )
}

/** One plan: its steps, how far it has come, and what the visits found. */
export function PlanPage() {
  const place = usePlace()
  const planId = usePlanId()
  const wasJustMade = useRoute().query['made'] !== undefined
  const { value: plan, no, ask } = useAnswer(planId, () => call(reintegrationRoutes.readPlan, { params: { planId } }))
  return (
    <Page title={t('plan.title')} back={heldTasksPath(place)}>
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {wasJustMade && plan?.state === 'ELIGIBLE' ? (
        <Notice kind="good">
          <p>{t('plan.draft-made')}</p>
        </Notice>
      ) : null}
      {plan === undefined ? null : <Whose displayNumber={plan.displayNumber} person={plan.person} />}
      {plan === undefined ? (
        no === undefined ? (
          <p class="quiet">{shared('app.loading')}</p>
        ) : null
      ) : (
        <OpenedPlan key={planId} plan={plan} onMoved={ask} />
      )}
    </Page>
  )
}
