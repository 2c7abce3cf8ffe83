/** What a report is, beside its SQL: its columns, what must be guarded in it, its chart. Adding one is adding a file. */
import type { LocalText } from '../platform/local-text.ts'
import type { ReportColumn, ReportName } from './contract.ts'

export interface ReportDefinition {
  readonly name: ReportName
  readonly title: LocalText
  /** What is counted, and how it is to be read. */
  readonly note: LocalText
  /** In the order they are shown, by the names the SQL gives them. */
  readonly columns: readonly ReportColumn[]
  /** Columns by which people are grouped; the SQL has one row for each combination that occurs. */
  readonly dimensions: readonly [string, ...string[]]
  /** Values of a dimension that always stand in the grid: a small group hides among empty ones, and never alone. */
  readonly allValues: { readonly dimension: string; readonly values: readonly string[] }
  /** Chains of counts, each counting some of the people of the one before it; a count may begin several. */
  readonly countChains: readonly (readonly [string, ...string[]])[]
  /** Means, each over the people of a count column. */
  readonly means: readonly { readonly column: string; readonly over: string }[]
  readonly sql: string
  /** What the SQL asks for by `getvariable`. */
  readonly variables: Readonly<Record<string, string>>
  readonly chart: { readonly x: string; readonly series: readonly string[] }
}
