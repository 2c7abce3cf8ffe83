import { localTime } from '../i18n/local-time.ts'
import { DueBadge } from '../time/due-badge.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { type Place, taskPath } from './desk-address.ts'
import { FamilyIcon } from './family-icon.tsx'
import { typeWords } from './task-types/words.ts'
import type { TaskLine } from './use-task-lines.ts'
import { t } from './words.ts'

interface TaskCardProps {
  readonly line: TaskLine
  readonly place: Place
  readonly now: Date
  readonly busy: boolean
  readonly onClaim: () => void
}

/**
 * What a list may show of a task: a number, a council, a due date, a neutral family (domain.md 5.2); of one the officer
 * holds, also whose it is and of what kind.
 */
export const TaskCard = ({ line: { task, type, person }, place, now, busy, onClaim }: TaskCardProps) => {
  const name = task.displayNumber ?? t('task.without-number')
  // one person may have several tasks: who listens must be told one button from the next
  const which = (
    <span class="unseen">
      : {name}, {t(`family.${task.family}`)}
    </span>
  )
  return (
    <li class="task">
      <FamilyIcon family={task.family} />
      <div class="task-words">
        <p class="task-number">{name}</p>
        {person === undefined ? null : (
          <p>{[`${person.givenNames} ${person.surname}`, person.village].filter(Boolean).join(' · ')}</p>
        )}
        <p class="task-note">
          {t(`family.${task.family}`)}
          {task.council === undefined ? null : <> · {task.council}</>}
        </p>
        {type === undefined ? null : <p class="task-note">{typeWords(type).name}</p>}
        <p class="task-note">{t('task.due', { time: localTime(task.dueAt) })}</p>
        {task.mine && task.lapsesAt !== undefined ? (
          <p class="task-note">{t('task.yours-until', { time: localTime(task.lapsesAt) })}</p>
        ) : null}
      </div>
      <div class="task-foot">
        <DueBadge due={task} now={now} />
        {task.mine ? (
          <ButtonLink href={taskPath(place, task.taskId)}>
            {t('task.open')}
            {which}
          </ButtonLink>
        ) : (
          <Button busy={busy} onPress={onClaim}>
            {t('task.claim')}
            {which}
          </Button>
        )}
      </div>
    </li>
  )
}
