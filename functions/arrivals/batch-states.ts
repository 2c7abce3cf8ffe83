/** What a batch's state allows (domain.md 1.1, 2.9). Pure: no clock, no network, no AWS. */
import type { TransitionTable } from '../platform/transitions.ts'
import type { batchStates } from './batch.ts'

export type BatchState = (typeof batchStates)[number]
export type BatchAction =
  | 'countHeads'
  | 'tallyNeeds'
  | 'importManifest'
  | 'recordOutcome'
  | 'close'
  | 'closeUnexplained'

/**
 * A closed batch takes no count, list or outcome any more. A late intake is another matter: somebody stood at the desk
 * and was received, so the intake asks for no state, and the live balance shows it.
 */
export const batchTransitions = {
  countHeads: { from: ['EXPECTED', 'ARRIVED'], to: 'ARRIVED' },
  tallyNeeds: { from: ['EXPECTED', 'ARRIVED'], to: 'UNCHANGED' },
  importManifest: { from: ['EXPECTED', 'ARRIVED'], to: 'UNCHANGED' },
  recordOutcome: { from: ['EXPECTED', 'ARRIVED'], to: 'UNCHANGED' },
  close: { from: ['EXPECTED', 'ARRIVED'], to: 'CLOSED' },
  closeUnexplained: { from: ['EXPECTED', 'ARRIVED'], to: 'CLOSED_UNEXPLAINED' },
} as const satisfies TransitionTable<BatchState, BatchAction>
