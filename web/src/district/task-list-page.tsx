import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
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
import { type TaskLine, useTaskLines } from './use-task-lines.ts'
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
  readonly lines: readonly TaskLine[]
  readonly claiming: Claiming
}

/** The list as it comes, by due time, under what is over, near, and later. */
function TaskGroups({ lines, claiming }: TaskGroupsProps) {
  const place = usePlace()
  const now = useMemo(() => new Date(), [lines])
  return (
    <>
      {dueGroups.map(group => {
        const inGroup = lines.filter(({ task }) => dueGroup(task, now) === group)
        if (inGroup.length === 0) return null
        return (
          <section class="stack" key={group}>
            <h2>
              {t(`group.${group}`)} <span class="quiet">{inGroup.length}</span>
            </h2>
            <ul class="tasks">
              {inGroup.map(line => (
                <TaskCard
                  key={line.task.taskId}
                  line={line}
                  place={place}
                  now={now}
                  busy={claiming.asked.value === line.task.taskId}
                  onClaim={() => void claiming.claim(line.task)}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

/** What waits in a district names nobody; what the officer holds says whose it is, as the claim opened it. */
export function TaskListPage() {
  const place = usePlace()
  const held = useShowsHeld()
  const { route } = useLocation()
  const { value, no, ask } = useTaskLines(place, held)
  const claiming = useClaim(task => route(taskPath(place, task.taskId)), ask)
  useEffect(
    () => () => {
      news.value = undefined
    },
    [],
  )
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
      {value === undefined ? (
        no === undefined ? (
          <p class="quiet">{shared('app.loading')}</p>
        ) : null
      ) : value.lines.length === 0 ? (
        <p class="quiet">{t(held ? 'tasks.mine.none' : 'tasks.open.none')}</p>
      ) : (
        <TaskGroups lines={value.lines} claiming={claiming} />
      )}
      {value?.more === true ? <p class="quiet">{t('tasks.more')}</p> : null}
    </Page>
  )
}
