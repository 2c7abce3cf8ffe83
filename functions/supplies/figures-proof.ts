/**
 * The proof of what lines and leases say of themselves besides what they hold: each figure is the sum of the entries that
 * move it, and no line gave or settled more than it put into stores. It keeps a few sums for each line and each lease ever
 * made out, and none for an entry. Pure.
 */
import type { Line, LineFigure } from '../budgets/project-record.ts'
import type { Given } from '../day-book/given-record.ts'
import { money } from '../support/items.ts'
import type { Entitlement } from '../support/ledger-entries.ts'
import { type AccountKind, kindOf, lineOf, type MoveKind } from './accounts.ts'
import { deskLease, type Lease } from './lease-record.ts'
import type { Move } from './ledger-entry.ts'
import type { Flaw } from './ledger-flaw.ts'
import { fundOf, fundOfLine } from './lot-name.ts'

/** `beyond`: of what was given, that the books said was not there, and a supervisor accepted. */
type LineSum = LineFigure | 'missing' | 'issued' | 'reversed' | 'beyond'
type LeaseSum = 'received' | 'drawn' | 'returned' | 'drawCount'

const ofKind: Partial<Record<MoveKind, LineSum>> = {
  ...{ ALLOCATED: 'allocated', RELEASED: 'released', FUNDED: 'funded', HANDED_BACK: 'handedBack' },
  ...{ SPENT: 'spent', SETTLED: 'settled', ACCEPTED: 'issued', REVERSED: 'reversed', DAMAGED: 'missing' },
  ...{ LOST: 'missing', WRITTEN_OFF: 'missing' },
}

/** What a posting adds to, and with which sign. */
function lineSums(kind: MoveKind, from: AccountKind, to: AccountKind): readonly (readonly [LineSum, 1 | -1])[] {
  if (kind === 'COUNT_ADJUST') return [['missing', to === 'COUNT' ? 1 : -1]]
  if (kind === 'TRANSFERRED_IN') return to === 'LOST' ? [['missing', 1]] : []
  if (kind === 'REJECTED') return to === 'LOST' ? [['missing', 1]] : []
  const sum = ofKind[kind]
  if (sum === undefined) return []
  const given = [sum, 1] as const
  if (kind !== 'ACCEPTED' || from === 'DISPUTED') return [given]
  return from === 'LOST' ? [given, ['missing', -1]] : [given, ['beyond', 1]]
}

const ofLine = ['allocated', 'released', 'funded', 'handedBack', 'spent', 'settled', 'missing'] as const
const ofLease = ['received', 'drawn', 'returned', 'drawCount'] as const satisfies readonly LeaseSum[]

/** By whose they are, then by their names. */
function sumsOf<Name extends string>() {
  const all = new Map<string, Map<Name, number>>()
  return {
    add(whose: string, name: Name, quantity: number): void {
      const sums = all.get(whose) ?? new Map<Name, number>()
      sums.set(name, (sums.get(name) ?? 0) + quantity)
      all.set(whose, sums)
    },
    of: (whose: string, name: Name): number => all.get(whose)?.get(name) ?? 0,
  }
}

const leaseKeyOf = (holder: string, item: string, leaseId: string): string => JSON.stringify([holder, item, leaseId])

const differing = (account: string, item: string, figure: string, entries: number, balance: number): Flaw[] =>
  entries === balance ? [] : [{ flaw: 'differs', account, item, figure, entries, balance }]

export function figuresProof() {
  const lines = sumsOf<LineSum>()
  const leases = sumsOf<LeaseSum>()
  /** What is held against the sums once all of them are there. */
  const checks: (() => readonly Flaw[])[] = []

  const leaseMoved = ({ kind, item, leaseId = deskLease, postings }: Move): void => {
    for (const { from, to, quantity } of postings) {
      if (kind === 'LEASED') leases.add(leaseKeyOf(to, item, leaseId), 'received', quantity)
      if (kind === 'RECEIVED' && kindOf(to) === 'DESK') leases.add(leaseKeyOf(to, item, leaseId), 'received', quantity)
      if (kind === 'RETURNED') leases.add(leaseKeyOf(from, item, leaseId), 'returned', quantity)
    }
  }

  return {
    takeMove(move: Move): void {
      leaseMoved(move)
      if (move.item !== money) return
      for (const { from, to, lot, quantity } of move.postings) {
        const fund = fundOf(lot)
        if (fund === undefined) continue
        for (const [sum, sign] of lineSums(move.kind, kindOf(from), kindOf(to))) lines.add(fund, sum, sign * quantity)
      }
    },

    /** Of what was drawn from a lease; what of it is disputed was not given yet. */
    takeEntitlement({ from, item, leaseId, quantity, lots, state }: Entitlement): void {
      const key = leaseKeyOf(from, item, leaseId)
      leases.add(key, 'drawn', quantity)
      leases.add(key, 'drawCount', 1)
      if (item !== money || state === 'DISPUTED') return
      for (const { lot, quantity: part } of lots) {
        const fund = fundOf(lot)
        if (fund !== undefined) lines.add(fund, 'issued', part)
      }
    },

    takeLine(line: Line): void {
      const fund = fundOfLine(line.projectCode, line.lineCode)
      const account = lineOf(fund)
      checks.push(() => {
        const inStores = lines.of(fund, 'funded') - lines.of(fund, 'handedBack')
        const given = lines.of(fund, 'issued') - lines.of(fund, 'reversed') - lines.of(fund, 'beyond')
        const gone = { issued: given, settled: lines.of(fund, 'settled') }
        return [
          ...ofLine.flatMap(figure => differing(account, money, figure, lines.of(fund, figure), line[figure])),
          ...Object.entries(gone).flatMap(([figure, entries]): Flaw[] =>
            entries > inStores ? [{ flaw: 'overspent', account, item: money, figure, entries, balance: inStores }] : [],
          ),
        ]
      })
    },

    takeLease({ holder, item, leaseId, received, drawn, returned, drawCount }: Lease): void {
      const figures = { received, drawn, returned, drawCount }
      const key = leaseKeyOf(holder, item, leaseId)
      checks.push(() =>
        ofLease.flatMap(figure => differing(holder, item, figure, leases.of(key, figure), figures[figure])),
      )
    },

    /** A copy, some seconds behind: less is no flaw, more was given by no entry. */
    takeGiven(fund: string, given: Given): void {
      checks.push(() =>
        (['issued', 'reversed'] as const).flatMap(figure => {
          const entries = lines.of(fund, figure)
          return given[figure] > entries ? differing(`GIVEN#${fund}`, money, figure, entries, given[figure]) : []
        }),
      )
    },

    flaws: (): readonly Flaw[] => checks.flatMap(check => check()),
  }
}
