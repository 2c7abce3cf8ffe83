import type { ComponentChildren } from 'preact'
import { type Board, type Wait, waits } from '../../../functions/arrivals/board.ts'
import { type BoardFigures, boardFigures } from '../../../functions/arrivals/board-figures.ts'
import { localClock } from '../i18n/local-time.ts'
import { Button } from '../ui/button.tsx'
import { minutesOfDay } from './hand-over.ts'
import type { SeenKeeper } from './seen.ts'
import { t } from './words.ts'

/** A taxi takes fifteen; a nurse and an interviewer see one at a time. */
const steps: Readonly<Record<Wait, readonly number[]>> = { NURSE: [1], TALK: [1], SEAT: [1, 5, 15] }

const Tile = ({ words, children, tone = '' }: { words: string; children: ComponentChildren; tone?: string }) => (
  <div class={`tile ${tone}`}>
    <dt>{words}</dt>
    <dd>{children}</dd>
  </div>
)

/** What is no figure, in letters that a narrow tile has room for. */
const InWords = ({ children }: { children: string }) => <span class="tile-words">{children}</span>

/** `45 min`, `1 h 05`: the same in both languages. Who was never ticked off by the next day is told in days. */
function Duration({ minutes }: { minutes: number }) {
  if (minutes >= 2 * minutesOfDay)
    return <InWords>{t('longest.days', { count: Math.floor(minutes / minutesOfDay) })}</InWords>
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`
}

function LastLeaves({ figures }: { figures: BoardFigures }) {
  if (figures.everybodyIsDone)
    return (
      <Tile words={t('last')}>
        <InWords>{t('last.nobody')}</InWords>
      </Tile>
    )
  return (
    <Tile words={t('last')}>
      {figures.lastLeavesAt === undefined ? (
        <InWords>{t('last.untold')}</InWords>
      ) : (
        t('last.about', { time: localClock(figures.lastLeavesAt) })
      )}
    </Tile>
  )
}

interface WaitLineProps {
  readonly wait: Wait
  readonly count: number
  readonly keeper: SeenKeeper
}

/** How many wait, and one press for each who waits no more. */
function WaitLine({ wait, count, keeper }: WaitLineProps) {
  const seenCount = keeper.seen.value[wait].length
  return (
    <li class="wait">
      <span class="wait-count">{count}</span>
      <span class="wait-words">
        {t(`wait.${wait}`)}
        {seenCount === 0 ? null : <span class="quiet small"> {t(`seen.${wait}`, { count: seenCount })}</span>}
      </span>
      <span class="wait-steps">
        {steps[wait].map(step => (
          <Button
            key={step}
            disabled={step > count}
            label={t(`say.${wait}`, { count: step })}
            onPress={() => keeper.say(wait, step)}
          >
            {t(`say.${wait}.short`, { count: step })}
          </Button>
        ))}
        <Button kind="quiet" disabled={seenCount === 0} onPress={() => keeper.undo(wait)}>
          {t('undo')}
        </Button>
      </span>
    </li>
  )
}

interface BoardViewProps {
  /** The server's, or a tablet's own merged one. */
  readonly board: Board
  readonly keeper: SeenKeeper
  /** UTC. */
  readonly now: string
}

/** How one arrival stands: who waits, how long, and until when, to be read at arm's length. */
export function BoardView({ board, keeper, now }: BoardViewProps) {
  const figures = boardFigures(board, keeper.seen.value, now)
  const isTooMany = board.balance.difference < 0
  return (
    <>
      <dl class="tiles">
        <Tile words={t(board.batch.heads === undefined ? 'announced' : 'counted')}>{figures.counted}</Tile>
        <Tile words={t('registered')} tone="tile-green">
          {figures.registered}
        </Tile>
        <Tile words={t(isTooMany ? 'too-many' : 'in-line')} tone={figures.inLine === 0 ? '' : 'tile-blue'}>
          {isTooMany ? -board.balance.difference : figures.inLine}
        </Tile>
        <Tile words={t('longest')}>
          {figures.longestMinutes === undefined ? (
            <InWords>{t('longest.nobody')}</InWords>
          ) : (
            <Duration minutes={figures.longestMinutes} />
          )}
        </Tile>
        <LastLeaves figures={figures} />
      </dl>
      <ul class="waits">
        {waits.map(wait => (
          <WaitLine key={wait} wait={wait} count={figures.waiting[wait]} keeper={keeper} />
        ))}
      </ul>
    </>
  )
}
