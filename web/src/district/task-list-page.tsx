import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { followUpRoutes, type MaskedTask } from '../../../functions/follow-up/contract.ts'
import { call } from '../api/client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { t as shared } from '../i18n/shared-words.ts'
import { inLanguage } from '../i18n/words.ts'
import { may } from '../sign-in/may.ts'
import { dueGroup, dueGroups } from '../time/due.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { NoNotice } from '../ui/no-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { heldTasksPath, placeName, plansPath, taskPath, tasksPath, usePlace, useShowsHeld } from './desk-address.ts'
import { news } from './news.ts'
import { TaskCard } from './task-card.tsx'
import { type Claiming, useClaim } from './use-claim.ts'
import { t } from './words.ts'

/** What became of a claim that was not won, brought into view: the officer may be far down the list. */
function ClaimNotice({ claiming: { lost, no } }: { claiming: Claiming }) {
  const place = useRef<HTMLDivElement>(null)
  const said = lost.value ?? no.value
  useEffect(() => {
    if (said !== undefined) place.current?.scrollIntoView({ block: 'center' })
  }, [said])
  if (said === undefined) return null
  return (
    <div ref={place}>
      {lost.value === undefined ? null : (
        <Notice title={t('claim.lost.title')}>
          <p>{inLanguage(lost.value)}</p>
          <p>{t('claim.lost')}</p>
        </Notice>
      )}
      {no.value === undefined ? null : <NoNotice no={no.value} title={t('claim.no')} />}
    </div>
  )
}

const Tabs = ({ held, open, mine }: { held: boolean; open: string; mine: string }) => (
  <nav class="tabs" aria-label={t('tasks.title')}>
    <a href={open} {...(held ? {} : { 'aria-current': 'page' as const })}>
      {t('tasks.open')}
    </a>
    <a href={mine} {...(held ? { 'aria-current': 'page' as const } : {})}>
      {t('tasks.mine')}
    </a>
  </nav>
)

interface TaskGroupsProps {
  readonly tasks: readonly MaskedTask[]
  readonly claiming: Claiming
}

/** The list as it comes, by due time, under what is over, near, and later. */
function TaskGroups({ tasks, claiming }: TaskGroupsProps) {
  const place = usePlace()
  const now = useMemo(() => new Date(), [tasks])
  return (
    <>
      {dueGroups.map(group => {
        const inGroup = tasks.filter(task => dueGroup(task, now) === group)
        if (inGroup.length === 0) return null
        return (
          <section class="stack" key={group}>
            <h2>
              {t(`group.${group}`)} <span class="quiet">{inGroup.length}</span>
            </h2>
            <ul class="tasks">
              {inGroup.map(task => (
                <TaskCard
                  key={task.taskId}
                  task={task}
                  place={place}
                  now={now}
                  busy={claiming.asked.value === task.taskId}
                  onClaim={() => void claiming.claim(task)}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

/** What waits in a district. Nothing on it names anybody: that comes with the claim. */
export function TaskListPage() {
  const place = usePlace()
  const held = useShowsHeld()
  const { route } = useLocation()
  const state = held ? 'CLAIMED' : 'OPEN'
  const { value, no, ask } = useAnswer(`${place} ${state}`, () =>
    call(followUpRoutes.listTasks, { query: { place, state } }),
  )
  const claiming = useClaim(task => route(taskPath(place, task.taskId)), ask)
  useEffect(
    () => () => {
      news.value = undefined
    },
    [],
  )
  const tasks = value?.tasks.filter(task => task.mine === held)
  return (
    <Page title={t('desk.title', { place: placeName(place) })} back="/">
      <div class="bar">
        <Tabs held={held} open={tasksPath(place)} mine={heldTasksPath(place)} />
        {may('plan.read', place) ? <ButtonLink href={plansPath(place)}>{t('tasks.plans')}</ButtonLink> : null}
        <Button kind="quiet" onPress={ask}>
          {t('tasks.refresh')}
        </Button>
      </div>
      {news.value === undefined ? null : (
        <Notice kind="good">
          <p>{t(news.value)}</p>
        </Notice>
      )}
      <ClaimNotice claiming={claiming} />
      {no === undefined ? null : <NoNotice no={no} title={shared('refused.read')} onAgain={ask} />}
      {tasks === undefined ? (
        no === undefined ? (
          <p class="quiet">{shared('app.loading')}</p>
        ) : null
      ) : tasks.length === 0 ? (
        <p class="quiet">{t(held ? 'tasks.mine.none' : 'tasks.open.none')}</p>
      ) : (
        <TaskGroups tasks={tasks} claiming={claiming} />
      )}
      {value?.more === true ? <p class="quiet">{t('tasks.more')}</p> : null}
    </Page>
  )
}
