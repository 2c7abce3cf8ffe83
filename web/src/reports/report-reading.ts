/** Reads a report's table by its own columns, so that a new report needs nothing new here. Pure. */
import type { ReportColumn, ReportTable } from '../../../functions/reports/contract.ts'

type Cell = ReportTable['rows'][number][number]

const at = (table: ReportTable, row: readonly Cell[], name: string): Cell => {
  const place = table.columns.findIndex(column => column.name === name)
  return row[place] ?? null
}

export interface ShownColumn {
  readonly column: ReportColumn
  readonly title: ReportColumn['title']
  /** Where its cell stands in a row. */
  readonly place: number
}

/**
 * The columns as they are read on screen. A place's code stands beside its name for files alone; on screen the name
 * stands under the code's title, which says what kind of place it is (HXL tells them apart: `#adm1+code`, `#adm1+name`).
 */
export function shownColumns({ columns }: Pick<ReportTable, 'columns'>): readonly ShownColumn[] {
  const shown = columns.map((column, place) => {
    const code = columns.find(({ hxl }) => column.hxl.endsWith('+name') && hxl === column.hxl.replace('+name', '+code'))
    return { column, place, title: (code ?? column).title, code }
  })
  const codes = new Set(shown.map(({ code }) => code))
  return shown.filter(({ column }) => !codes.has(column))
}

/** A cell in words and figures; undefined where the number is left out. A mean shows its sign: it is a change. */
export function cellText(cell: Cell, { kind }: Pick<ReportColumn, 'kind'>): string | undefined {
  if (cell === null) return undefined
  if (typeof cell === 'string' || kind !== 'mean') return String(cell)
  const text = Math.abs(cell).toFixed(2)
  if (Number(text) === 0) return text
  return `${cell < 0 ? '−' : '+'}${text}`
}

export interface ChartFilter {
  readonly column: ReportColumn
  /** The last one first. */
  readonly values: readonly string[]
}

/**
 * The dimension that must be held fast for the chart: one by which a place has several rows. A second name of the same
 * place (a district's code) is none. Undefined where each place has one row.
 */
export function chartFilter(table: ReportTable): ChartFilter | undefined {
  const rowsByPlace = Map.groupBy(table.rows, row => at(table, row, table.chart.x))
  const column = table.columns.find(
    ({ kind, name }) =>
      kind === 'dimension' &&
      name !== table.chart.x &&
      [...rowsByPlace.values()].some(rows => new Set(rows.map(row => at(table, row, name))).size > 1),
  )
  if (column === undefined) return undefined
  const values = new Set(table.rows.flatMap(row => at(table, row, column.name) ?? []).map(String))
  return { column, values: [...values].sort().reverse() }
}

export interface Bar {
  readonly place: string
  readonly series: string
  /** Null where the number is left out. */
  readonly value: number | null
}

/** The bars of the chart in the table's order; with a filter, of the rows that have its value. */
export function chartBars(
  table: ReportTable,
  filter?: { readonly name: string; readonly value: string },
): readonly Bar[] {
  const rows = table.rows.filter(row => filter === undefined || at(table, row, filter.name) === filter.value)
  return rows.flatMap(row =>
    table.chart.series.map(series => {
      const value = at(table, row, series)
      return {
        place: String(at(table, row, table.chart.x) ?? ''),
        series,
        value: typeof value === 'number' ? value : null,
      }
    }),
  )
}
