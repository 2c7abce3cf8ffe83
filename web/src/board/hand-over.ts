/** What one shift tells the next, as sentences to read out: the open things alone, in the order of their hurry. Pure. */
import type { Board } from '../../../functions/arrivals/board.ts'
import { boardFigures, type Seen } from '../../../functions/arrivals/board-figures.ts'

export type HandOverKey =
  | 'hand.in-line'
  | 'hand.too-many'
  | 'hand.nurse'
  | 'hand.talk'
  | 'hand.seat'
  | 'hand.longest'
  | 'hand.longest.hours'
  | 'hand.longest.days'
  | 'hand.all-done'

export interface HandOverLine {
  readonly key: HandOverKey
  readonly count: number
}

const minutesOfHour = 60
export const minutesOfDay = 24 * minutesOfHour

/** In the unit in which somebody would say it. */
function longestLine(minutes: number): HandOverLine {
  if (minutes >= 2 * minutesOfDay) return { key: 'hand.longest.days', count: Math.floor(minutes / minutesOfDay) }
  if (minutes >= 2 * minutesOfHour) return { key: 'hand.longest.hours', count: Math.floor(minutes / minutesOfHour) }
  return { key: 'hand.longest', count: minutes }
}

/** The sentences on one arrival; of one that has nothing open, that it may be closed. */
export function handOverLines(board: Board, seen: Seen, now: string): readonly HandOverLine[] {
  const { inLine, waiting, longestMinutes, everybodyIsDone } = boardFigures(board, seen, now)
  const { difference } = board.balance
  if (everybodyIsDone && difference >= 0) return [{ key: 'hand.all-done', count: 0 }]
  const lines: readonly HandOverLine[] = [
    { key: 'hand.nurse', count: waiting.NURSE },
    { key: 'hand.talk', count: waiting.TALK },
    { key: 'hand.seat', count: waiting.SEAT },
    { key: 'hand.in-line', count: inLine },
    { key: 'hand.too-many', count: Math.max(0, -difference) },
    longestLine(longestMinutes ?? 0),
  ]
  return lines.filter(({ count }) => count > 0)
}
