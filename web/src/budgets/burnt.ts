/** How much of a line is gone. Pure. */
import type { LineFigures } from '../../../functions/budgets/shapes.ts'

export interface Burnt {
  /** Given to returnees or spent by the line, in lisente. */
  readonly used: number
  /** Whole per cent, rounded down: a hundred only when nothing is left. Undefined where nothing is allocated. */
  readonly percent: number | undefined
}

export function burnt({ issued, spent, allocated }: Pick<LineFigures, 'issued' | 'spent' | 'allocated'>): Burnt {
  const used = issued + spent
  return { used, percent: allocated > 0 ? Math.floor((used * 100) / allocated) : undefined }
}
