/**
 * Somebody who holds a printed table and works out what was left out: tries every whole number, and keeps those that
 * some table fits which agrees with everything printed. Shares nothing with the code under test. For small tables.
 */
export type PrintedTable = {
  /** Null: left out. */
  readonly cells: readonly (readonly (number | null)[])[]
  /** Absent for a table of one dimension. */
  readonly rowTotals?: readonly (number | null)[]
  readonly columnTotals: readonly (number | null)[]
  readonly national: number
  /** Least and most that a cell can be, from what else is printed. */
  readonly bounds?: readonly (readonly { readonly lowest: number; readonly highest: number }[])[]
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** Whether some table agrees with everything printed and pleases `fits` as well. */
function someTable(printed: PrintedTable, fits: (cells: readonly (readonly number[])[]) => boolean): boolean {
  const rows = printed.cells.length
  const columns = printed.cells[0]?.length ?? 0
  const cells = printed.cells.map(row => row.map(cell => cell ?? -1))
  const place = (index: number): boolean => {
    if (index === rows * columns) {
      const columnSums = cells[0]?.map((_, column) => sum(cells.map(row => row[column] ?? 0))) ?? []
      const agrees = printed.columnTotals.every((total, column) => total === null || total === columnSums[column])
      return agrees && sum(columnSums) === printed.national && fits(cells)
    }
    const [row, column] = [Math.floor(index / columns), index % columns]
    const line = cells[row] ?? []
    const known = printed.cells[row]?.[column] ?? null
    const { lowest, highest } = printed.bounds?.[row]?.[column] ?? { lowest: 0, highest: printed.national }
    const placed = sum(cells.flat().slice(0, index))
    const tries: number[] = known === null ? [] : [known]
    if (known === null)
      for (let value = lowest; value <= Math.min(highest, printed.national - placed); value += 1) tries.push(value)
    for (const value of tries) {
      line[column] = value
      const total = printed.rowTotals?.[row] ?? null
      const rowDone = column === columns - 1
      if (total !== null && (rowDone ? sum(line) !== total : sum(line.slice(0, column + 1)) > total)) continue
      if (place(index + 1)) return true
    }
    line[column] = known ?? -1
    return false
  }
  return place(0)
}

/** What was left out and can be worked out all the same, as `row,column`, `row,*` or `*,column`. */
export function workedOut(printed: PrintedTable, truth: readonly (readonly number[])[]): string[] {
  const rowSums = truth.map(row => sum(row))
  const columnSums = truth[0]?.map((_, column) => sum(truth.map(row => row[column] ?? 0))) ?? []
  const found: string[] = []
  const attack = (
    name: string,
    valueIn: (cells: readonly (readonly number[])[]) => number | undefined,
    value: number | undefined,
  ) => {
    if (!someTable(printed, cells => valueIn(cells) !== value)) found.push(name)
  }
  for (const [r, row] of truth.entries())
    for (const [c, value] of row.entries())
      if (printed.cells[r]?.[c] === null) attack(`${r},${c}`, cells => cells[r]?.[c], value)
  for (const [r, total] of (printed.rowTotals ?? []).entries())
    if (total === null) attack(`${r},*`, cells => sum(cells[r] ?? []), rowSums[r])
  for (const [c, total] of printed.columnTotals.entries())
    if (total === null) attack(`*,${c}`, cells => sum(cells.map(row => row[c] ?? 0)), columnSums[c])
  return found
}
