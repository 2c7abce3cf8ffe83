/** What may be done with a line's money, by what its project and its figures say; the server decides all the same. Pure. */
import type { ProjectState } from '../../../functions/budgets/project-states.ts'
import type { BudgetMove, LineFigures } from '../../../functions/budgets/shapes.ts'
import { isMaskedLine } from '../../../functions/supplies/lot-name.ts'

export const moves = [
  'ALLOCATE',
  'FUND',
  'HAND_BACK',
  'SPEND',
  'SETTLE',
  'RELEASE',
] as const satisfies readonly BudgetMove['does'][]
export type Does = (typeof moves)[number]

interface Row {
  /** A store is named, or the reason. */
  readonly asks: 'place' | 'reason'
  readonly states: readonly ProjectState[]
  /** Lisente that it can be taken from; undefined where it comes from outside. */
  readonly from: (figures: LineFigures) => number | undefined
  /** What takes it back, where anything does. */
  readonly undo: Does | undefined
}

const always = ['OPEN', 'NOT_BEGUN', 'ENDED', 'CLOSED'] as const

export const moveRows: Readonly<Record<Does, Row>> = {
  ALLOCATE: { asks: 'reason', states: ['OPEN', 'NOT_BEGUN'], from: () => undefined, undo: 'RELEASE' },
  FUND: { asks: 'place', states: ['OPEN'], from: ({ available }) => available, undo: 'HAND_BACK' },
  HAND_BACK: { asks: 'place', states: always, from: ({ leased }) => leased, undo: 'FUND' },
  SPEND: { asks: 'reason', states: ['OPEN'], from: ({ available }) => available, undo: undefined },
  SETTLE: { asks: 'reason', states: always, from: ({ issued, settled }) => issued - settled, undo: undefined },
  RELEASE: { asks: 'reason', states: always, from: ({ available }) => available, undo: 'ALLOCATE' },
}

/** Those that have something to be taken from; of a masked line nothing goes to a store. */
export const openMoves = (state: ProjectState, lineCode: string, figures: LineFigures): readonly Does[] =>
  moves.filter(
    does =>
      moveRows[does].states.includes(state) &&
      (moveRows[does].from(figures) ?? 1) > 0 &&
      !(does === 'FUND' && isMaskedLine(lineCode)),
  )

/** What takes a move back while its project is in this state. */
export function undoOf(does: Does, state: ProjectState): Does | undefined {
  const { undo } = moveRows[does]
  return undo !== undefined && moveRows[undo].states.includes(state) ? undo : undefined
}
