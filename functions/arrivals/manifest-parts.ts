/** A manifest's rows as items of a table: few enough for one transaction, each within an item's size. Pure. */
import type { ReadRow } from './manifest-row.ts'

/** An item holds 400 kB at most, and a transaction 4 MB in 100 items, some of which are not rows. */
const mostRowsOfPart = 100
const mostBytesOfPart = 250_000
const mostBytesOfManifest = 3_000_000

const encoder = new TextEncoder()
const bytesOf = (row: ReadRow): number => encoder.encode(JSON.stringify(row)).byteLength

/** The rows in order, in parts; `manifest-too-large` where they would not fit one transaction. */
export function partsOf(rows: readonly ReadRow[]): ReadRow[][] | 'manifest-too-large' {
  const parts: ReadRow[][] = []
  let current: ReadRow[] = []
  let bytes = 0
  let total = 0
  for (const row of rows) {
    const size = bytesOf(row)
    total += size
    if (current.length === mostRowsOfPart || (current.length > 0 && bytes + size > mostBytesOfPart)) {
      parts.push(current)
      current = []
      bytes = 0
    }
    current.push(row)
    bytes += size
  }
  if (current.length > 0) parts.push(current)
  return total > mostBytesOfManifest ? 'manifest-too-large' : parts
}
