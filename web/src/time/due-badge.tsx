import { type BadgeTone, StatusBadge } from '../ui/status-badge.tsx'
import { type Due, type DueGroup, dueGroup, timeLeft } from './due.ts'
import { t } from './words.ts'

const tones: Readonly<Record<DueGroup, BadgeTone>> = { over: 'sand', soon: 'blue', later: 'plain' }

/** How long is left, or by how much it is over; the words say it, the colour only helps. */
export function DueBadge({ due, now }: { due: Due; now: Date }) {
  const { isOver, unit, count } = timeLeft(due, now)
  return (
    <StatusBadge tone={tones[dueGroup(due, now)]}>{t(isOver ? `over.${unit}` : `left.${unit}`, { count })}</StatusBadge>
  )
}
