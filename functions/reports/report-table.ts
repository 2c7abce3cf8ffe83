/** A report as it is shown: what its SQL found, after disclosure control, in the order of its columns. Pure. */
import { districts } from '../platform/places.ts'
import type { ReportTable } from './contract.ts'
import { type DisclosedTable, type ReportRow, suppressTable } from './disclosure.ts'
import type { ReportDefinition } from './report-definition.ts'

const districtNames = new Map<unknown, string>(districts.map(({ code, name }) => [code, name]))
const whole = { district: 'LS', districtName: 'Lesotho', quarter: 'all' }

/** A count that begins several chains is shown only where each of them may show it. */
function merged(rows: readonly ReportRow[]): ReportRow {
  const shown: Record<string, string | number | null> = {}
  for (const row of rows)
    for (const [column, value] of Object.entries(row))
      shown[column] = Object.hasOwn(shown, column) && shown[column] === null ? null : value
  return shown
}

const placeOf = (row: ReportRow, { dimensions }: ReportDefinition): string =>
  JSON.stringify(dimensions.map(dimension => row[dimension]))

/** The rows, and one of nobody for each value that none of them has. */
function withEveryValue(rows: readonly ReportRow[], report: ReportDefinition): readonly ReportRow[] {
  const [first] = rows
  if (first === undefined) return rows
  const { dimension, values } = report.allValues
  const nobody = {
    ...Object.fromEntries(report.countChains.flat().map(column => [column, 0])),
    ...Object.fromEntries(report.means.map(({ column }) => [column, null])),
  }
  const present = new Set(rows.map(row => row[dimension]))
  const missing = values.filter(value => !present.has(value))
  return [...rows, ...missing.map(value => ({ ...first, ...nobody, [dimension]: value }))]
}

/** The chains of a report, each guarded by itself, laid side by side. */
function disclose(found: readonly ReportRow[], report: ReportDefinition): Pick<DisclosedTable, 'rows' | 'national'> {
  const rows = withEveryValue(found, report)
  const chains = report.countChains.map(countColumns =>
    suppressTable(rows, {
      dimensions: report.dimensions,
      countColumns,
      nestedCounts: true,
      valueColumns: report.means.filter(({ over }) => countColumns.includes(over)),
      audience: 'internal',
    }),
  )
  const byPlace = Map.groupBy(
    chains.flatMap(chain => chain.rows),
    row => placeOf(row, report),
  )
  return { rows: [...byPlace.values()].map(merged), national: merged(chains.map(({ national }) => national)) }
}

const isEmpty = (row: ReportRow, report: ReportDefinition): boolean =>
  report.countChains.flat().every(column => row[column] === 0)

/** The table for an analyst of the house. Places where nobody was counted are left out. */
export function reportTable(report: ReportDefinition, rows: readonly ReportRow[], asOf: Date): ReportTable {
  const { rows: disclosed, national } = disclose(rows, report)
  const shown = disclosed
    .filter(row => !isEmpty(row, report))
    .toSorted((one, other) => sortKey(one).localeCompare(sortKey(other)))
  const cellsOf = (row: ReportRow, labels: ReportRow) =>
    report.columns.map(({ name }) => labels[name] ?? row[name] ?? null)
  const counts = new Set(report.countChains.flat())
  return {
    name: report.name,
    title: report.title,
    note: report.note,
    columns: [...report.columns],
    rows: shown.map(row => cellsOf(row, { districtName: districtNames.get(row['district']) ?? null })),
    total: cellsOf(national, whole),
    suppressedCells: shown.reduce((sum, row) => sum + [...counts].filter(column => row[column] === null).length, 0),
    asOf: asOf.toISOString(),
    chart: { x: report.chart.x, series: [...report.chart.series] },
  }
}

const sortKey = (row: ReportRow): string => `${row['quarter']} ${row['district']}`
