/**
 * Moves of a project's line (domain.md 4.4). Each is one entry of the ledger with the balances it changes; where they would
 * not bear it, it is refused with a word and nothing is written.
 */
import type { DayBookStore } from '../day-book/day-book-store.ts'
import { nothingGiven } from '../day-book/given-record.ts'
import { ledgerKeys } from '../platform/tables.ts'
import { type GuardedWrite, type TransactWriteItem, unchanged } from '../platform/transaction.ts'
import { lineOf, type MoveKind, storeOf } from '../supplies/accounts.ts'
import type { Posting } from '../supplies/ledger-entry.ts'
import { putIn, takenOut } from '../supplies/lot-balance.ts'
import { fundOfLine, isMaskedFund, lotName } from '../supplies/lot-name.ts'
import { entryOf, type Ledger, type Moved, said, type Told, unlessStored } from '../supplies/stock-moves.ts'
import { money } from '../support/items.ts'
import type { BudgetsStore } from './budgets-store.ts'
import { type Line, type LineFigure, lineMoved, type Project } from './project-record.ts'
import { projectState } from './project-states.ts'
import type { BudgetMove } from './shapes.ts'

/** How often somebody else may move the same line before the officer is asked to try again. */
const tries = 6

interface Row {
  readonly kind: MoveKind
  readonly figure: LineFigure
  /** What it does to what the line has left. */
  readonly left: -1 | 0 | 1
  /** Nothing more is charged to a project that is not open; what is out may always come back. */
  readonly needsOpen: boolean
  /** It is judged by the line's other figures, and so holds only while they stand. */
  readonly restsOnFigures: boolean
}

/** The one table of a line's moves. */
const rows = {
  ALLOCATE: { kind: 'ALLOCATED', figure: 'allocated', left: 1, needsOpen: true, restsOnFigures: false },
  RELEASE: { kind: 'RELEASED', figure: 'released', left: -1, needsOpen: false, restsOnFigures: false },
  FUND: { kind: 'FUNDED', figure: 'funded', left: -1, needsOpen: true, restsOnFigures: false },
  HAND_BACK: { kind: 'HANDED_BACK', figure: 'handedBack', left: 1, needsOpen: false, restsOnFigures: true },
  SPEND: { kind: 'SPENT', figure: 'spent', left: -1, needsOpen: true, restsOnFigures: false },
  SETTLE: { kind: 'SETTLED', figure: 'settled', left: 0, needsOpen: false, restsOnFigures: true },
} as const satisfies Record<BudgetMove['does'], Row>

export interface Budgets {
  readonly ledger: Ledger
  readonly budgets: BudgetsStore
  readonly book: Pick<DayBookStore, 'givenOf'>
}

/** Money granted to a project that has not begun yet may be written down before its first day. */
const mayBeCharged = (project: Project, does: BudgetMove['does'], today: string): boolean => {
  const state = projectState(project, today)
  return state === 'OPEN' || (state === 'NOT_BEGUN' && does === 'ALLOCATE')
}

/** Without a last day of its own: the project's may be moved (`../supplies/money-term.ts`). */
function postingOf(fund: string, move: BudgetMove): Posting {
  const line = lineOf(fund)
  const part = { lot: lotName(undefined, fund), expiresOn: undefined, quantity: move.amount }
  switch (move.does) {
    case 'ALLOCATE':
      return { from: 'DONOR', to: line, ...part }
    case 'RELEASE':
      return { from: line, to: 'DONOR', ...part }
    case 'FUND':
      return { from: line, to: storeOf(move.place), ...part }
    case 'HAND_BACK':
      return { from: storeOf(move.place), to: line, ...part }
    case 'SPEND':
      return { from: line, to: 'SETTLED', ...part }
    case 'SETTLE':
      return { from: 'RETURNEE', to: 'SETTLED', ...part }
  }
}

/** The other side of a move between the line and a store. */
function storeWrite(table: string, move: BudgetMove, { lot, expiresOn, quantity }: Posting) {
  if (move.does === 'FUND') return [putIn(table, { place: move.place, item: money }, { lot, expiresOn, quantity })]
  if (move.does === 'HAND_BACK')
    return [takenOut(table, { place: move.place, item: money }, { lot, expiresOn, quantity })]
  return []
}

interface LineMoved {
  readonly projectCode: string
  readonly lineCode: string
  readonly move: BudgetMove
}

/** What it rests on, of what the line and the day book say; what rests on neither is guarded by the line's own floor. */
async function bears({ book }: Budgets, line: Line, { projectCode, lineCode, move }: LineMoved): Promise<boolean> {
  // what the line gave to stores and did not get back: more of it cannot have gone to anybody
  const inStores = line.funded - line.handedBack
  if (move.does === 'HAND_BACK') return line.settled === 0 || line.settled <= inStores - move.amount
  if (move.does !== 'SETTLE') return true
  const { issued, reversed } = (await book.givenOf(projectCode)).get(lineCode) ?? nothingGiven
  return line.settled + move.amount <= Math.min(issued - reversed, inStores)
}

type LineRefusal =
  | 'project-unknown'
  | 'project-closed'
  | 'line-not-for-stores'
  | 'stock-exhausted'
  | 'budget-exhausted'
  | 'try-again'

/**
 * Refuses `project-unknown` (or its line), `project-closed` (by somebody, or by its dates), `line-not-for-stores` (a
 * sensitive line's money would stand there beside whom it helped), `stock-exhausted` (the store
 * holds less of this line's money), `budget-exhausted` (the line has less, less was given than is to be settled, or what is
 * to be handed back was settled). `try-again` where others kept moving the line.
 */
export async function moveLine(
  parts: Budgets,
  told: Told,
  which: LineMoved,
  audit: TransactWriteItem,
): Promise<Moved<LineRefusal>> {
  const { ledger, budgets } = parts
  const { projectCode, lineCode, move } = which
  const { kind, figure, left, needsOpen, restsOnFigures } = rows[move.does]
  const { table } = ledger
  const fund = fundOfLine(projectCode, lineCode)
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const [project, line] = await Promise.all([
      budgets.findProject(projectCode),
      budgets.findLine(projectCode, lineCode),
    ])
    if (project === undefined || line === undefined) return unlessStored(ledger, told, 'project-unknown')
    if (needsOpen && !mayBeCharged(project, move.does, told.today)) return unlessStored(ledger, told, 'project-closed')
    if (move.does === 'FUND' && isMaskedFund(fund)) return unlessStored(ledger, told, 'line-not-for-stores')
    if (!(await bears(parts, line, which))) return unlessStored(ledger, told, 'budget-exhausted')
    const posting = postingOf(fund, move)
    const seen = restsOnFigures ? line.revision : undefined
    const writes: GuardedWrite<'project' | 'line' | 'store'>[] = [
      // changed meanwhile, it is looked at again
      ...(needsOpen
        ? [{ guard: 'project' as const, write: unchanged(table, ledgerKeys.project(projectCode), project.revision) }]
        : []),
      { guard: 'line', write: lineMoved(table, line, { figure, amount: move.amount, left, seen }) },
      ...storeWrite(table, move, posting).map(write => ({ guard: 'store' as const, write })),
    ]
    const outcome = await ledger.store.commit(
      entryOf(told, { kind, item: money, postings: [posting], reason: 'reason' in move ? move.reason : undefined }),
      writes,
      audit,
    )
    const failed = 'failed' in outcome ? outcome.failed[0] : undefined
    // closed, the next look says so; made longer meanwhile, it is charged all the same
    const lostRace = failed === 'project' || (failed === 'line' && restsOnFigures)
    if (!lostRace)
      return said(outcome, { project: 'project-closed', line: 'budget-exhausted', store: 'stock-exhausted' })
  }
  return { refusal: 'try-again' }
}
