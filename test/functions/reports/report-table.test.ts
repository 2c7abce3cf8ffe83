import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { districtCodes } from '../../../functions/platform/places.ts'
import type { ReportTable } from '../../../functions/reports/contract.ts'
import { livelihoodFunnel } from '../../../functions/reports/livelihood-funnel.ts'
import { reportTable } from '../../../functions/reports/report-table.ts'

const asOf = new Date('2026-11-22T10:00:00.000Z')

interface Counts {
  readonly district: string
  readonly quarter: string
  readonly eligible: number
  readonly started: number
  readonly completed: number
  readonly surveyed: number
}
const aRow = (override: Partial<Counts> = {}): Counts & { meanChange: number | null } => {
  const row = {
    district: 'LS-C',
    quarter: '2026-Q4',
    eligible: 40,
    started: 30,
    completed: 20,
    surveyed: 10,
    ...override,
  }
  return { ...row, meanChange: row.surveyed === 0 ? null : 0.125 }
}
const tableOf = (rows: readonly Counts[]) =>
  reportTable(
    livelihoodFunnel,
    rows.map(row => ({ ...row, meanChange: row.surveyed === 0 ? null : 0.125 })),
    asOf,
  )
const column = (table: ReportTable, name: string) => table.columns.findIndex(each => each.name === name)
const printed = (table: ReportTable, { district, quarter }: Counts, name: string) =>
  table.rows.find(row => row[column(table, 'district')] === district && row[column(table, 'quarter')] === quarter)?.[
    column(table, name)
  ]

describe('the table', () => {
  it('of an empty lake has no rows, and a total of zeros', () => {
    expect(tableOf([])).toMatchObject({
      rows: [],
      total: ['LS', 'Lesotho', 'all', 0, 0, 0, 0, null],
      suppressedCells: 0,
      asOf: '2026-11-22T10:00:00.000Z',
    })
  })

  it('shows large numbers as they are, places by name, in order of time', () => {
    const table = tableOf([aRow({ quarter: '2027-Q1', district: 'LS-H' }), aRow(), aRow({ district: 'LS-A' })])
    expect(table.rows).toEqual([
      ['LS-A', 'Maseru', '2026-Q4', 40, 30, 20, 10, 0.125],
      ['LS-C', 'Leribe', '2026-Q4', 40, 30, 20, 10, 0.125],
      ['LS-H', "Qacha's Nek", '2027-Q1', 40, 30, 20, 10, 0.125],
    ])
    expect(table.total).toEqual(['LS', 'Lesotho', 'all', 120, 90, 60, 30, 0.125])
    expect(table.suppressedCells).toBe(0)
  })

  it('always prints the national total, also of very few, and never where they are', () => {
    const few = aRow({ eligible: 3, started: 2, completed: 1, surveyed: 1 })
    const table = tableOf([few])
    expect(table.rows.length).toBeGreaterThan(1)
    for (const row of table.rows) expect(row.slice(3).every(cell => cell === null || cell === 0)).toBe(true)
    expect(printed(table, few, 'eligible')).toBeNull()
    expect(table.total).toEqual(['LS', 'Lesotho', 'all', 3, 2, 1, 1, null])
  })

  it('never prints the mean of fewer than five', () => {
    const table = tableOf([aRow({ surveyed: 4 }), aRow({ district: 'LS-A', surveyed: 30 })])
    expect(printed(table, aRow(), 'surveyed')).toBeNull()
    expect(printed(table, aRow(), 'meanChange')).toBeNull()
  })

  it('leaves out a second number where the first could be had from the total', () => {
    const small = aRow({ completed: 2 })
    const rows = [small, aRow({ district: 'LS-A' }), aRow({ district: 'LS-K' })]
    const table = tableOf(rows)
    expect(printed(table, small, 'completed')).toBeNull()
    const leftOut = rows.filter(row => printed(table, row, 'completed') === null)
    expect(leftOut.length).toBeGreaterThan(1)
    expect(table.suppressedCells).toBeGreaterThan(1)
  })

  it('leaves out zeros of places where nobody was counted at all', () => {
    const table = tableOf([aRow(), aRow({ district: 'LS-A', quarter: '2027-Q1' })])
    expect(table.rows.map(row => row.slice(0, 3))).toEqual([
      ['LS-C', 'Leribe', '2026-Q4'],
      ['LS-A', 'Maseru', '2027-Q1'],
    ])
  })
})

describe('an attack on what is printed', () => {
  const names = ['eligible', 'started', 'completed', 'surveyed'] as const
  type Name = (typeof names)[number]
  const isPossible = (row: Counts) =>
    row.completed >= 0 &&
    row.surveyed >= 0 &&
    row.completed <= row.started &&
    row.started <= row.eligible &&
    row.surveyed <= row.eligible

  /** One person more here and one less there, in one column: the national total stays. */
  const moved = (rows: readonly Counts[], name: Name, to: number, from: number): readonly Counts[] =>
    rows.map((row, at) => (at === to || at === from ? { ...row, [name]: row[name] + (at === to ? 1 : -1) } : row))

  /** True where moving people among the numbers left out mends every row that is not possible, in so many moves. */
  function canBeMended(rows: readonly Counts[], isHidden: (at: number, name: Name) => boolean, moves: number): boolean {
    const broken = rows.findIndex(row => !isPossible(row))
    if (broken < 0) return true
    if (moves === 0) return false
    return names.some(
      name =>
        isHidden(broken, name) &&
        rows.some(
          (_, other) =>
            other !== broken &&
            isHidden(other, name) &&
            (canBeMended(moved(rows, name, broken, other), isHidden, moves - 1) ||
              canBeMended(moved(rows, name, other, broken), isHidden, moves - 1)),
        ),
    )
  }

  /** Another table that prints the same, with another number in this place. */
  function hasAnother(table: ReportTable, rows: readonly Counts[], at: number, name: Name): boolean {
    const hidden = rows.map(row => names.filter(each => printed(table, row, each) === null))
    const isHidden = (row: number, each: Name) => hidden[row]?.includes(each) === true
    return rows.some(
      (_, other) =>
        other !== at &&
        isHidden(other, name) &&
        [moved(rows, name, at, other), moved(rows, name, other, at)].some(changed => canBeMended(changed, isHidden, 3)),
    )
  }

  /** Every district in each quarter that occurs: a place that is not printed is known to be empty. */
  const wholeGrid = (rows: readonly Counts[]): readonly Counts[] =>
    districtCodes.flatMap(district =>
      [...new Set(rows.map(({ quarter }) => quarter))].map(
        quarter =>
          rows.find(row => row.district === district && row.quarter === quarter) ?? { district, quarter, ...nobody },
      ),
    )
  const nobody = { eligible: 0, started: 0, completed: 0, surveyed: 0 }
  const isPrinted = (table: ReportTable, row: Counts): boolean => printed(table, row, 'eligible') !== undefined

  const some = fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12), fc.nat(12)).map(([base, one, two, three]) => ({
    eligible: base + 1,
    started: Math.min(one, base + 1),
    completed: Math.min(two, one, base + 1),
    surveyed: Math.min(three, base + 1),
  }))

  it('never finds a number that was left out', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            district: fc.constantFrom('LS-A', 'LS-B', 'LS-C', 'LS-D'),
            quarter: fc.constantFrom('2026-Q3', '2026-Q4', '2027-Q1'),
            counts: some,
          }),
          { minLength: 1, maxLength: 9, selector: ({ district, quarter }) => district + quarter },
        ),
        generated => {
          const rows = generated.map(({ district, quarter, counts }) => ({ district, quarter, ...counts }))
          const table = tableOf(rows)
          for (const [at, row] of wholeGrid(rows).entries())
            for (const name of names) {
              const shown = isPrinted(table, row) ? printed(table, row, name) : 0
              if (shown === null) expect(hasAnother(table, wholeGrid(rows), at, name)).toBe(true)
              else expect([shown, row[name] === 0 || row[name] >= 5]).toEqual([row[name], true])
            }
        },
      ),
      { seed: 70_105, numRuns: 300 },
    )
  })
})
