/**
 * Disclosure control, applied once to every report after its SQL (domain.md 7): a number of people too small to stand
 * alone is left out, and with it as many others as it takes that it cannot be worked out from the totals. Pure.
 *
 * It guards one table. What two reports tell together it cannot see: dimensions are a fixed grid, never a filter. And
 * count columns must not add up to one another (women, men, all): what adds up is a dimension.
 */
import { type CountTable, type Mask, suppressCells } from './cell-suppression.ts'

/** `donor` and `public` leave the house: fewer numbers, and rounded. */
export const audiences = {
  internal: { smallestPrinted: 5, roundedTo: 1 },
  donor: { smallestPrinted: 10, roundedTo: 5 },
  public: { smallestPrinted: 10, roundedTo: 5 },
} as const
export type Audience = keyof typeof audiences

/** One group of people: its dimensions as text, its counts as whole numbers, its means as numbers or null. */
export type ReportRow = Readonly<Record<string, string | number | null>>

export type DisclosureRules = {
  /**
   * One or more. With several, totals are given over the last one, and over all the others together. The grid is every
   * combination of the two that occurs: a group that has no row counts nobody.
   */
  readonly dimensions: readonly [string, ...string[]]
  /** Columns that count people. */
  readonly countColumns: readonly string[]
  /** Each count column counts some of the people of the one before it: eligible, started, completed. */
  readonly nestedCounts?: boolean
  /** Means over the people of a count column. */
  readonly valueColumns: readonly { readonly column: string; readonly over: string }[]
  readonly audience: Audience
}

export type DisclosedTable = {
  /** The whole grid. Null: left out, or a mean of nobody. Columns that the rules do not name are not in it. */
  readonly rows: readonly ReportRow[]
  /** Totals by the last dimension and by the others; the dimensions summed over are null. None for one dimension. */
  readonly totals: readonly ReportRow[]
  /** Always printed. */
  readonly national: ReportRow
  /** Counts left out of `rows`. */
  readonly suppressedCells: number
}

type Group = {
  readonly labels: ReportRow
  readonly rows: readonly ReportRow[]
  readonly isHidden: (count: number) => boolean
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

function labelIn(row: ReportRow, dimension: string): string {
  const label = row[dimension]
  if (typeof label !== 'string') throw new Error(`no label in dimension ${dimension}`)
  return label
}

function countIn(row: ReportRow | undefined, column: string): number {
  const count = row === undefined ? 0 : row[column]
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0) throw new Error(`no count in ${column}`)
  return count
}

/** The rows as a grid: all dimensions but the last against the last. */
function gridOf(rows: readonly ReportRow[], dimensions: readonly string[]) {
  const isSingle = dimensions.length === 1
  const down = isSingle ? dimensions : dimensions.slice(0, -1)
  const across = isSingle ? [] : dimensions.slice(-1)
  const keyOf = (row: ReportRow, of: readonly string[]) => JSON.stringify(of.map(dimension => labelIn(row, dimension)))
  const labelsOf = (of: readonly string[]) => {
    const labels = new Map<string, ReportRow>()
    for (const row of rows) {
      const key = keyOf(row, of)
      if (!labels.has(key))
        labels.set(key, Object.fromEntries(of.map(dimension => [dimension, labelIn(row, dimension)])))
    }
    return labels
  }
  const byKey = new Map<string, ReportRow>()
  for (const row of rows) {
    const key = keyOf(row, [...down, ...across])
    if (byKey.has(key)) throw new Error('two rows for one group')
    byKey.set(key, row)
  }
  const columns = [...labelsOf(across).values()]
  return {
    hasRowTotals: !isSingle,
    rowLabels: [...labelsOf(down).values()],
    columnLabels: columns,
    at: (rowLabels: ReportRow, columnLabels: ReportRow) =>
      byKey.get(keyOf({ ...rowLabels, ...columnLabels }, [...down, ...across])),
  }
}

/**
 * Digits behind the point. All sixteen would tell more of a small group than its mean, and the last of them change with
 * the order in which the lake is read.
 */
const meanDigits = 4

/** The mean over the people of all rows. */
function meanOf(rows: readonly ReportRow[], column: string, over: string): number {
  const parts = rows.flatMap(row => {
    const [people, mean] = [countIn(row, over), row[column]]
    if (people === 0) return []
    if (typeof mean !== 'number') throw new Error(`no mean in ${column}`)
    return [{ people, mean }]
  })
  const [first] = parts
  if (first !== undefined && parts.length === 1) return first.mean
  return sum(parts.map(part => part.mean * part.people)) / sum(parts.map(part => part.people))
}

/** One printed row: counts as the mask allows, means as far as the people they are over may be printed. */
function disclosed(group: Group, rules: DisclosureRules, isNational: boolean): ReportRow {
  const { smallestPrinted, roundedTo } = audiences[rules.audience]
  const total = (column: string) => sum(group.rows.map(row => countIn(row, column)))
  const isHidden = (column: string) => group.isHidden(rules.countColumns.indexOf(column))
  const counts = rules.countColumns.map(column => {
    const printed = Math.round(total(column) / roundedTo) * roundedTo
    return [column, !isNational && isHidden(column) ? null : printed] as const
  })
  const means = rules.valueColumns.map(({ column, over }) => {
    const people = total(over)
    if (people < smallestPrinted || isHidden(over)) return [column, null] as const
    return [column, Number(meanOf(group.rows, column, over).toFixed(meanDigits))] as const
  })
  const blank = Object.fromEntries(rules.dimensions.map(dimension => [dimension, null]))
  return { ...blank, ...group.labels, ...Object.fromEntries([...counts, ...means]) }
}

/** A table as it may be shown to the audience. Throws on rows that are no counts, since only our own SQL makes them. */
export function suppressTable(rows: readonly ReportRow[], rules: DisclosureRules): DisclosedTable {
  const grid = gridOf(rows, rules.dimensions)
  const tables: readonly CountTable[] = rules.countColumns.map(count => ({
    cells: grid.rowLabels.map(row => grid.columnLabels.map(column => countIn(grid.at(row, column), count))),
    hasRowTotals: grid.hasRowTotals,
  }))
  const masks = suppressCells(tables, {
    smallestPrinted: audiences[rules.audience].smallestPrinted,
    nested: rules.nestedCounts ?? false,
  })
  const hiddenIn = (pick: (mask: Mask) => boolean | undefined) => (count: number) => {
    const mask = masks[count]
    return mask === undefined || pick(mask) !== false
  }
  const present = (groups: readonly (ReportRow | undefined)[]) => groups.filter(row => row !== undefined)
  const show = (group: Group) => disclosed(group, rules, false)

  const cells = grid.rowLabels.flatMap((row, r) =>
    grid.columnLabels.map((column, c) =>
      show({
        labels: { ...row, ...column },
        rows: present([grid.at(row, column)]),
        isHidden: hiddenIn(mask => mask.cells[r]?.[c]),
      }),
    ),
  )
  const rowTotals = grid.rowLabels.map((row, r) =>
    show({
      labels: row,
      rows: present(grid.columnLabels.map(column => grid.at(row, column))),
      isHidden: hiddenIn(mask => mask.rowTotals[r]),
    }),
  )
  const columnTotals = grid.columnLabels.map((column, c) =>
    show({
      labels: column,
      rows: present(grid.rowLabels.map(row => grid.at(row, column))),
      isHidden: hiddenIn(mask => mask.columnTotals[c]),
    }),
  )
  return {
    rows: cells,
    totals: grid.hasRowTotals ? [...rowTotals, ...columnTotals] : [],
    national: disclosed({ labels: {}, rows, isHidden: () => false }, rules, true),
    suppressedCells: sum(masks.map(mask => mask.cells.flat().filter(hidden => hidden).length)),
  }
}
