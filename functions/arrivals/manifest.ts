/**
 * Reads a removal manifest as a sending facility typed it. Pure: tablet and server read the same text to the same rows.
 * Nothing is silently dropped or guessed: every row is accepted or rejected for a named reason, and what an officer
 * should look at is noted beside it.
 */
import { type LineReading, readLine } from './manifest-line.ts'
import { namesLookSwapped } from './manifest-names.ts'
import { repeatOf } from './manifest-repeats.ts'
import type { ManifestNote, ReadRow } from './manifest-row.ts'
import { isBlankLine, type TableRefusal, tableOf } from './manifest-table.ts'

export { ManifestNote, ManifestPerson, ManifestReason, ReadRow } from './manifest-row.ts'

/** Refused as a whole: more than 2,000 rows or 1,000,000 bytes; no headings with a name among them; no row. */
export type ManifestReading =
  | { readonly refusal: TableRefusal }
  | {
      readonly rows: ReadRow[]
      /** Headings of the columns that were left out: unknown ones, and those nobody at reception may ask about. */
      readonly columnsNotKept: readonly string[]
      readonly linesBeforeHeadings: number
      /** Lines without any cell filled: they are no rows, but they count in the numbering of rows. */
      readonly blankLines: number
    }

/** More rows than this add nothing to the question whether somebody is listed twice. */
const mostRepeatsNamed = 5

/** `arrivedOn` is the day of arrival in Lesotho, `YYYY-MM-DD`: ages were true on it, and nobody was born after it. */
export function readManifest(text: string, { arrivedOn }: { arrivedOn: string }): ManifestReading {
  const table = tableOf(text)
  if ('refusal' in table) return table
  const numbered = table.lines.map((cells, index) => ({ row: index + 1, cells }))
  const filled = numbered.filter(({ cells }) => !isBlankLine(cells))
  const lines = filled.map(({ row, cells }) => readLine(row, cells, table, arrivedOn))
  const { columnsNotKept, linesBeforeHeadings } = table
  return { rows: rowsOf(lines), columnsNotKept, linesBeforeHeadings, blankLines: numbered.length - filled.length }
}

/** The lines compared with each other: repeats and swapped names show only so. */
function rowsOf(lines: readonly LineReading[]): ReadRow[] {
  const swapped = namesLookSwapped(lines.map(({ person }) => person))
  const { possible, certain } = repeatsAmong(lines.filter(({ reason }) => reason === undefined))
  return lines.map(({ row, typed, notes, reason, person }, index) => {
    const repeats = certain.get(row)
    if (reason !== undefined) return { row, typed, status: 'REJECTED', reason, notes: [...notes] }
    if (repeats !== undefined)
      return { row, typed, status: 'REJECTED', reason: 'REPEATED_ROW', repeats, notes: [...notes] }
    const rows = possible.get(row) ?? []
    const seenTogether: ManifestNote[] = [
      ...(swapped[index] === true ? [{ note: 'NAMES_MAYBE_SWAPPED' as const }] : []),
      ...(rows.length === 0 ? [] : [{ note: 'POSSIBLE_REPEAT' as const, rows: [...rows] }]),
    ]
    return { row, typed, status: 'ACCEPTED', notes: [...notes, ...seenTogether], person }
  })
}

interface Repeats {
  /** Both rows name each other. */
  readonly possible: ReadonlyMap<number, readonly number[]>
  /** The later row names the earlier one, which stays. */
  readonly certain: ReadonlyMap<number, number>
}

function repeatsAmong(lines: readonly LineReading[]): Repeats {
  const possible = new Map<number, number[]>()
  const certain = new Map<number, number>()
  const name = (row: number, other: number): void => {
    const named = possible.get(row) ?? []
    if (named.length < mostRepeatsNamed) possible.set(row, [...named, other])
  }
  const kept: LineReading[] = []
  for (const line of lines) {
    const same = kept.find(earlier => repeatOf(line, earlier) === 'certain')
    if (same !== undefined) {
      certain.set(line.row, same.row)
      continue
    }
    for (const earlier of kept) {
      if (repeatOf(line, earlier) !== 'possible') continue
      name(line.row, earlier.row)
      name(earlier.row, line.row)
    }
    kept.push(line)
  }
  return { possible, certain }
}
