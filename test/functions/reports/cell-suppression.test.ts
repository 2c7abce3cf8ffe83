import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountTable, type Mask, suppressCells } from '../../../functions/reports/cell-suppression.ts'
import { type PrintedTable, workedOut } from '../../harness/table-attacker.ts'

const seed = 7_005
const smallestPrinted = 5
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
const table = (cells: readonly (readonly number[])[], hasRowTotals = true): CountTable => ({ cells, hasRowTotals })
const columnOf = (cells: readonly (readonly number[])[], column: number) => cells.map(row => row[column] ?? 0)
const columnsOf = (cells: readonly (readonly number[])[]) => cells[0]?.map((_, column) => columnOf(cells, column)) ?? []

const maskOf = (cells: readonly (readonly number[])[], hasRowTotals = true): Mask => {
  const [mask] = suppressCells([table(cells, hasRowTotals)], { smallestPrinted, nested: false })
  if (mask === undefined) throw new Error('no mask')
  return mask
}
const printedOf = ({ cells, hasRowTotals }: CountTable, mask: Mask): PrintedTable => {
  const shown = (value: number, hidden: boolean | undefined) => (hidden ? null : value)
  return {
    cells: cells.map((row, r) => row.map((value, c) => shown(value, mask.cells[r]?.[c]))),
    ...(hasRowTotals ? { rowTotals: cells.map((row, r) => shown(sum(row), mask.rowTotals[r])) } : {}),
    columnTotals: columnsOf(cells).map((column, c) => shown(sum(column), mask.columnTotals[c])),
    national: sum(cells.flat()),
  }
}
const smallNumber = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 5, max: 9 }) },
)
const tableOf = (rows: number, columns: number) =>
  fc.array(fc.array(smallNumber, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
const smallTable = fc
  .constantFrom([1, 3], [3, 1], [2, 2], [2, 3], [3, 2], [3, 3])
  .chain(([rows, columns]) => tableOf(rows ?? 1, columns ?? 1))

describe('the attacker', () => {
  it('works out a number that only primary suppression hides', () => {
    const cells = [
      [3, 9],
      [8, 7],
    ]
    const primary: Mask = {
      cells: [
        [true, false],
        [false, false],
      ],
      rowTotals: [false, false],
      columnTotals: [false, false],
    }
    expect(workedOut(printedOf(table(cells), primary), cells)).toEqual(['0,0'])
  })

  it('works out two hidden ones from their sum, where nothing else fits', () => {
    const cells = [[0, 0, 9]]
    const hidden: Mask = { cells: [[true, true, false]], rowTotals: [false], columnTotals: [false, false, false] }
    expect(workedOut(printedOf(table(cells, false), { ...hidden, columnTotals: [true, true, false] }), cells)).toEqual([
      '0,0',
      '0,1',
      '*,0',
      '*,1',
    ])
  })
})

describe('the numbers left out', () => {
  it('are none where every number is nobody or enough', () => {
    const mask = maskOf([
      [0, 5],
      [12, 7],
    ])
    expect([mask.cells.flat(), mask.rowTotals, mask.columnTotals].flat()).not.toContain(true)
  })

  it('are a small one, and one beside it in its row, its column and where those cross', () => {
    const { cells, rowTotals, columnTotals } = maskOf([
      [3, 20, 30],
      [40, 6, 50],
      [60, 70, 80],
    ])
    expect(cells).toEqual([
      [true, true, false],
      [true, true, false],
      [false, false, false],
    ])
    expect([...rowTotals, ...columnTotals]).not.toContain(true)
  })

  it('are two of one dimension, the second the least that serves', () => {
    expect(maskOf([[3], [20], [6], [30]], false).cells.flat()).toEqual([true, false, true, false])
  })

  it('are a total too, where it is small itself', () => {
    const { rowTotals } = maskOf([
      [1, 2],
      [30, 40],
      [50, 60],
    ])
    expect(rowTotals[0]).toBe(true)
    expect(rowTotals.filter(hidden => hidden).length).toBeGreaterThan(1)
  })

  it('hold every number of people below five', () => {
    fc.assert(
      fc.property(tableOf(4, 5), cells => {
        const mask = maskOf(cells)
        const small = (value: number) => value > 0 && value < smallestPrinted
        const wronglyPrinted = [
          ...cells.flatMap((row, r) => row.filter((value, c) => small(value) && mask.cells[r]?.[c] !== true)),
          ...cells.map(sum).filter((total, r) => small(total) && mask.rowTotals[r] !== true),
          ...columnsOf(cells)
            .map(sum)
            .filter((total, c) => small(total) && mask.columnTotals[c] !== true),
        ]
        expect(wronglyPrinted).toEqual([])
      }),
      { seed, numRuns: 200 },
    )
  })

  it('cannot be worked out from all that is printed', () => {
    fc.assert(
      fc.property(smallTable, cells => {
        expect(workedOut(printedOf(table(cells), maskOf(cells)), cells)).toEqual([])
      }),
      { seed, numRuns: 400 },
    )
  })

  it('cannot be worked out in a table of one dimension', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }).chain(rows => tableOf(rows, 1)),
        cells => {
          expect(workedOut(printedOf(table(cells, false), maskOf(cells, false)), cells)).toEqual([])
        },
      ),
      { seed, numRuns: 300 },
    )
  })

  it('add up, in each line whose total is printed, to enough people or to nobody', () => {
    fc.assert(
      fc.property(tableOf(4, 6), cells => {
        fc.pre(sum(cells.flat()) >= smallestPrinted)
        const mask = maskOf(cells)
        const hiddenSum = (values: readonly number[], hidden: readonly (boolean | undefined)[]) =>
          sum(values.filter((_, index) => hidden[index]))
        const lines = [
          ...cells.map((row, r) => (mask.rowTotals[r] ? 0 : hiddenSum(row, mask.cells[r] ?? []))),
          ...columnsOf(cells).map((column, c) =>
            mask.columnTotals[c]
              ? 0
              : hiddenSum(
                  column,
                  mask.cells.map(row => row[c]),
                ),
          ),
          hiddenSum(cells.map(sum), mask.rowTotals),
          hiddenSum(columnsOf(cells).map(sum), mask.columnTotals),
        ]
        expect(lines.filter(total => total > 0 && total < smallestPrinted)).toEqual([])
      }),
      { seed, numRuns: 300 },
    )
  })

  it('leave in a table of ten districts by twelve quarters no line with a single one', () => {
    fc.assert(
      fc.property(tableOf(10, 12), cells => {
        const mask = maskOf(cells)
        const hiddenIn = (line: readonly (boolean | undefined)[]) => line.filter(hidden => hidden).length
        const lines = [
          ...mask.cells.map((row, r) => hiddenIn([...row, mask.rowTotals[r]])),
          ...columnsOf(cells).map((_, c) => hiddenIn([...mask.cells.map(row => row[c]), mask.columnTotals[c]])),
          hiddenIn(mask.rowTotals),
          hiddenIn(mask.columnTotals),
        ]
        expect(lines).not.toContain(1)
      }),
      { seed, numRuns: 30 },
    )
  })

  it('are not the one cell of a table that is its own national total', () => {
    expect(maskOf([[3]]).cells).toEqual([[false]])
  })

  it('are few where few are small: a tenth of small numbers hides less than half of a table', () => {
    const cells = Array.from({ length: 10 }, (_, row) =>
      Array.from({ length: 12 }, (_, column) => (column === row ? 2 : 20 + ((row * 7 + column * 3) % 11))),
    )
    const hidden = maskOf(cells).cells.flat().filter(Boolean).length
    expect(hidden).toBeLessThan(60)
    expect(hidden).toBeGreaterThan(10)
  })
})

describe('tables of which each counts some of the people of the one before', () => {
  const funnel = tableOf(2, 3).chain(eligible =>
    fc
      .array(fc.array(fc.nat({ max: 2 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 })
      .map(shares => [
        eligible,
        eligible.map((row, r) => row.map((value, c) => Math.floor((value * (shares[r]?.[c] ?? 0)) / 2))),
      ]),
  )

  it('are not worked out through one another', () => {
    fc.assert(
      fc.property(funnel, tables => {
        const masks = suppressCells(
          tables.map(cells => table(cells)),
          { smallestPrinted, nested: true },
        )
        const printed = tables.map((cells, index) => {
          const mask = masks[index]
          if (mask === undefined) throw new Error('no mask')
          return printedOf(table(cells), mask)
        })
        for (const [index, cells] of tables.entries()) {
          const [wider, narrower, own] = [printed[index - 1], printed[index + 1], printed[index]]
          if (own === undefined) throw new Error('no table')
          const bounds = cells.map((row, r) =>
            row.map((_, c) => ({
              lowest: narrower?.cells[r]?.[c] ?? 0,
              highest: wider?.cells[r]?.[c] ?? Number.POSITIVE_INFINITY,
            })),
          )
          expect(workedOut({ ...own, bounds }, cells)).toEqual([])
        }
      }),
      { seed, numRuns: 300 },
    )
  })

  it('hide no number that its printed neighbours on both sides give away', () => {
    // To hide the 3 who started, the 8 beside them would serve; but 8 could and 8 completed, so 8 started.
    const [eligible, started, completed] = suppressCells(
      [
        [8, 9, 30],
        [8, 3, 20],
        [8, 0, 20],
      ].map(cells =>
        table(
          cells.map(value => [value]),
          false,
        ),
      ),
      { smallestPrinted, nested: true },
    ).map(mask => mask.cells.flat())
    expect(started?.filter(Boolean)).toHaveLength(2)
    expect(started?.[1]).toBe(true)
    const givenAway = started?.filter((hidden, row) => hidden && row === 0 && !eligible?.[0] && !completed?.[0])
    expect(givenAway).toEqual([])
  })
})

describe('nested counts', () => {
  const eligible = tableOf(3, 3)
  const partOf = (wide: readonly (readonly number[])[], shares: readonly (readonly number[])[]) =>
    wide.map((row, r) => row.map((value, c) => Math.min(value, shares[r]?.[c] ?? 0)))

  it('leave out eight of eleven, since three who have not can be told from it', () => {
    const [wide, narrow] = suppressCells(
      [
        table([
          [11, 30],
          [40, 50],
        ]),
        table([
          [8, 20],
          [30, 40],
        ]),
      ],
      { smallestPrinted, nested: true },
    )
    expect(wide?.cells.flat()).not.toContain(true)
    expect(narrow?.cells[0]?.[0]).toBe(true)
  })

  it('print no two numbers of one group whose difference is a few people', () => {
    fc.assert(
      fc.property(eligible, eligible, eligible, (first, second, third) => {
        const chain = [first, partOf(first, second), partOf(partOf(first, second), third)]
        const masks = suppressCells(
          chain.map(cells => table(cells)),
          { smallestPrinted, nested: true },
        )
        for (const [wide, narrow] of [
          [0, 1],
          [0, 2],
          [1, 2],
        ] as const)
          for (const [r, row] of (chain[wide] ?? []).entries())
            for (const [c, value] of row.entries()) {
              const bothPrinted = !masks[wide]?.cells[r]?.[c] && !masks[narrow]?.cells[r]?.[c]
              const difference = value - (chain[narrow]?.[r]?.[c] ?? 0)
              if (bothPrinted) expect(difference === 0 || difference >= smallestPrinted).toBe(true)
            }
      }),
      { seed, numRuns: 300 },
    )
  })
})
