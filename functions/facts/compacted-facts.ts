/**
 * The compacted lake: one Parquet file with the highest revision of every fact, which also names what it was made of.
 * One object, so that facts and names are there together or not at all (docs/adr/0009-lake-compaction.md).
 */
import * as z from 'zod/mini'
import { lakePrefixes } from '../platform/lake.ts'
import { quoted, withDuckDb, withFactTable } from './fact-table.ts'

/** Always this one: the bucket keeps what it replaced as older versions, and never lets the newest go. */
export const compactedName = `${lakePrefixes.compacted}facts.parquet`

const key = 'kamohelo'

/** Fingerprints of the objects of JSON lines whose facts are in the file. */
const MadeOf = z.strictObject({ version: z.literal(1), objects: z.array(z.string()) })

/** Writes the facts of the files as one Parquet file made of these objects. How many facts it holds. */
export const writeCompacted = (
  target: string,
  files: readonly string[],
  objects: readonly string[],
): Promise<{ readonly facts: number }> =>
  withFactTable(files, async connection => {
    const madeOf = JSON.stringify({ version: 1, objects: [...objects] } satisfies z.infer<typeof MadeOf>)
    // In one order, so that the same facts are the same bytes.
    const { rowsChanged } = await connection.run(
      `COPY (SELECT * FROM facts ORDER BY kind, id) TO ${quoted(target)}
       (FORMAT parquet, COMPRESSION zstd, KV_METADATA {${key}: ${quoted(madeOf)}})`,
    )
    return { facts: rowsChanged }
  })

/** What the file was made of. Faults on a file that is not ours: taken for whole, it would hide what it lacks. */
export const readMadeOf = (file: string): Promise<readonly string[]> =>
  withDuckDb(async connection => {
    const found = await connection.runAndReadAll(
      `SELECT decode(value) AS madeOf FROM parquet_kv_metadata(${quoted(file)}) WHERE decode(key) = ${quoted(key)}`,
    )
    const { madeOf } = z.object({ madeOf: z.string() }).parse(found.getRowObjectsJson()[0])
    return MadeOf.parse(JSON.parse(madeOf)).objects
  })
