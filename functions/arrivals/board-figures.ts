/** From the board's times to what a supervisor asks: how many wait, how long, until when. Pure. */
import { type Board, type Wait, waits } from './board.ts'

/** When each person of a wait was seen or left, as the supervisor said it. */
export type Seen = Readonly<Record<Wait, readonly string[]>>
export const nobodySeen: Seen = { NURSE: [], TALK: [], SEAT: [] }

/** The pace is that of the last so many minutes; of fewer people nothing can be foretold. PROPOSAL: no source. */
const paceMinutes = 30
const paceNeeds = 3

const minutesBetween = (earlier: string, later: string): number => (Date.parse(later) - Date.parse(earlier)) / 60_000

/**
 * Minutes until `left` more are done at the pace of `doneAt`: of those done in the last half hour, the time from the
 * first to now. Nought where nobody is left; undefined where too few were done to tell, or a clock ran backwards.
 */
export function minutesLeft(left: number, doneAt: readonly string[], now: string): number | undefined {
  if (left <= 0) return 0
  const recent = [...doneAt].sort().filter(at => {
    const ago = minutesBetween(at, now)
    return ago >= 0 && ago <= paceMinutes
  })
  const [first] = recent
  if (first === undefined || recent.length < paceNeeds) return undefined
  const minutes = minutesBetween(first, now)
  // between n people lie n - 1 steps; the time since the last one counts too, since a line that stands still is slow
  return (left * Math.max(minutes, 1)) / (recent.length - 1)
}

export interface BoardFigures {
  readonly counted: number
  readonly registered: number
  /** Counted and not accounted for: in the line. Never below nought. */
  readonly inLine: number
  readonly waiting: Readonly<Record<Wait, number>>
  /** Of who waits longest, for whatever; undefined where nobody waits. */
  readonly longestMinutes: number | undefined
  /** When at this pace the last person leaves; undefined where nobody is left, or it cannot be told yet. */
  readonly lastLeavesAt: string | undefined
  readonly everybodyIsDone: boolean
}

/** First come, first seen: the longest wait of a line is that of the first one not seen. */
const firstWaiting = (since: readonly string[], seen: readonly string[]): string | undefined => since[seen.length]

export function boardFigures(board: Board, seen: Seen, now: string): BoardFigures {
  const { balance, arrivedAt, accountedAt, waitingSince } = board
  const inLine = Math.max(0, balance.difference)
  const waitingFor = (wait: Wait): number => Math.max(0, waitingSince[wait].length - seen[wait].length)
  const began = [
    ...(inLine > 0 ? [arrivedAt] : []),
    ...waits.flatMap(wait => firstWaiting(waitingSince[wait], seen[wait]) ?? []),
  ].sort()[0]
  const lines = [
    minutesLeft(inLine, accountedAt, now),
    ...waits.map(wait => minutesLeft(waitingFor(wait), seen[wait], now)),
  ]
  const known = lines.filter(minutes => minutes !== undefined)
  const isDone = lines.every(minutes => minutes === 0)
  return {
    counted: balance.headcount,
    registered: balance.outcomes.REGISTERED ?? 0,
    inLine,
    waiting: { NURSE: waitingFor('NURSE'), TALK: waitingFor('TALK'), SEAT: waitingFor('SEAT') },
    longestMinutes: began === undefined ? undefined : Math.max(0, Math.floor(minutesBetween(began, now))),
    // a line of which nothing can be told makes the whole a guess
    lastLeavesAt:
      isDone || known.length < lines.length
        ? undefined
        : new Date(Date.parse(now) + Math.max(...known) * 60_000).toISOString(),
    everybodyIsDone: isDone,
  }
}
