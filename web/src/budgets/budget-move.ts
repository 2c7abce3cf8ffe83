import type { BudgetMove } from '../../../functions/budgets/shapes.ts'
import type { StorePlace } from '../../../functions/supplies/store-place.ts'
import type { Does } from './line-moves.ts'

export interface MoveParts {
  readonly amount: number
  readonly place: StorePlace | undefined
  readonly reason: string
}

/** What is sent; undefined where the move asks for a store or a reason and has none. */
export function budgetMove(does: Does, { amount, place, reason }: MoveParts): BudgetMove | undefined {
  if (does === 'FUND' || does === 'HAND_BACK') return place === undefined ? undefined : { does, amount, place }
  return reason === '' ? undefined : { does, amount, reason }
}
