import type { LineFigures } from '../../../functions/budgets/shapes.ts'
import { burnt } from './burnt.ts'
import { money } from './said.ts'
import { t } from './words.ts'

/** What was given and spent, of what is allocated: its number in words, and the same for the eye. */
export function BurnBar({ figures }: { figures: LineFigures }) {
  const { used, percent } = burnt(figures)
  if (percent === undefined) return <p class="burn quiet">{t('burn.none')}</p>
  return (
    <div class="burn">
      <p>{t('burn', { percent, used: money(used), allocated: money(figures.allocated) })}</p>
      <svg class="burn-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        <rect width={Math.min(100, percent)} height="1" />
      </svg>
    </div>
  )
}
