/**
 * A copy of the lake under /tmp, where DuckDB can read it: it cannot read S3 without downloading an extension, and takes
 * milliseconds for each of many small files. A warm function fetches only what is new.
 */
import { appendFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bucket, StoredObject } from '../platform/bucket.ts'
import { lakePrefixes } from '../platform/lake.ts'
import { compactedName, readMadeOf } from './compacted-facts.ts'

const fetchedAtOnce = 64

export interface LakeFiles {
  /** Together every fact there is: what was compacted, and the lines of what came since. */
  readonly files: readonly string[]
  /** Fingerprints of all objects of JSON lines that the lake has: their facts are in the files. */
  readonly objects: readonly string[]
  /** How many of those the compacted file does not name. */
  readonly uncompacted: number
}

interface Copied {
  /** Fingerprint of the compacted file; undefined where the lake has none yet. */
  readonly compacted: string | undefined
  /** What the compacted file was made of. */
  readonly named: ReadonlySet<string>
  /** The objects whose lines are in our file. */
  readonly fetched: Set<string>
}

export const lakeCopy = (bucket: Bucket, folder: string) => {
  const compactedFile = join(folder, 'compacted.parquet')
  const linesFile = join(folder, 'facts.jsonl')
  let copied: Copied | undefined
  let turn: Promise<unknown> = Promise.resolve()

  async function startAnew(compacted: string | undefined): Promise<Copied> {
    await mkdir(folder, { recursive: true })
    await writeFile(linesFile, '')
    if (compacted === undefined) return { compacted, named: new Set(), fetched: new Set() }
    await writeFile(compactedFile, await bucket.get(compactedName))
    return { compacted, named: new Set(await readMadeOf(compactedFile)), fetched: new Set() }
  }

  async function fetchLines(objects: readonly StoredObject[], fetched: Set<string>): Promise<void> {
    for (let start = 0; start < objects.length; start += fetchedAtOnce) {
      const some = objects.slice(start, start + fetchedAtOnce)
      await appendFile(linesFile, Buffer.concat(await Promise.all(some.map(({ name }) => bucket.get(name)))))
      for (const { etag } of some) fetched.add(etag)
    }
  }

  /**
   * The lines are of what the lake holds and the compacted file does not name: they are fetched anew where the night has
   * compacted, and where an object was written over or taken away.
   */
  async function bringUpToDate(): Promise<LakeFiles> {
    const [listed, compacted] = await Promise.all([bucket.list(lakePrefixes.facts), bucket.list(compactedName)])
    const newest = compacted.find(({ name }) => name === compactedName)
    const objects = new Map(listed.map(object => [object.etag, object]))
    const isCurrent = ({ compacted, fetched }: Copied): boolean =>
      compacted === newest?.etag && [...fetched].every(etag => objects.has(etag))

    const before = copied
    copied = undefined // half a copy is worth nothing
    const { named, fetched } = before && isCurrent(before) ? before : await startAnew(newest?.etag)
    const uncompacted = [...objects.values()].filter(({ etag }) => !named.has(etag))
    await fetchLines(
      uncompacted.filter(({ etag }) => !fetched.has(etag)),
      fetched,
    )
    copied = { compacted: newest?.etag, named, fetched }
    return {
      files: newest === undefined ? [linesFile] : [compactedFile, linesFile],
      objects: [...objects.keys()],
      uncompacted: uncompacted.length,
    }
  }

  return {
    /** Hands over the whole lake as files. One use at a time, so that nobody reads a file that is being written. */
    withFiles<T>(use: (lake: LakeFiles) => Promise<T>): Promise<T> {
      const mine = turn.then(async () => use(await bringUpToDate()))
      turn = mine.catch(() => undefined)
      return mine
    },
  }
}
export type LakeCopy = ReturnType<typeof lakeCopy>
