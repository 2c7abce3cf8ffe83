/** Whether a batch may be closed: its count must balance to zero (domain.md 1.1, 2.9). Pure: no clock, no network, no AWS. */
import type { CountedOutcome } from '../registration/code-lists.ts'
import type { Balance, Heads } from './batch.ts'

export interface Expected {
  readonly declaredHeadcount: number
  readonly heads?: Heads | undefined
}

/** Heads counted as they stepped off; what was declared as long as nobody has counted. Minus every outcome. */
export function balanceOf({ declaredHeadcount, heads }: Expected, counted: readonly CountedOutcome[]): Balance {
  const headcount = heads ? heads.men + heads.women + heads.children : declaredHeadcount
  const outcomes: Balance['outcomes'] = {}
  for (const outcome of counted) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  return { headcount, outcomes, difference: headcount - counted.length }
}

export type ClosingDecision =
  | { readonly action: 'close' | 'closeUnexplained' }
  | { readonly refusal: 'headcount-unbalanced' | 'reason-needed' }

/**
 * A batch that balances is closed by anybody who may close one. Refuses `headcount-unbalanced` to all but those who
 * may leave a difference unexplained (a supervisor of the post), and `reason-needed` to these without a reason.
 */
export function decideClosing(
  { difference }: Balance,
  { mayLeaveUnexplained, reason }: { mayLeaveUnexplained: boolean; reason: string | undefined },
): ClosingDecision {
  if (difference === 0) return { action: 'close' }
  if (!mayLeaveUnexplained) return { refusal: 'headcount-unbalanced' }
  return reason === undefined ? { refusal: 'reason-needed' } : { action: 'closeUnexplained' }
}
