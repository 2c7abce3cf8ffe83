/**
 * Brings the lake to one file under /tmp, where DuckDB can read it: it cannot read S3 without downloading an extension,
 * and takes milliseconds for each of many small files. A warm function fetches only what is new.
 */
import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { factsPrefix } from '../facts/lake-gateway.ts'
import type { Bucket, StoredObject } from '../platform/bucket.ts'
import type { Scope } from '../platform/permissions.ts'

const fetchedAtOnce = 64

export const lakeGateway = (bucket: Bucket, folder: string) => {
  const file = join(folder, 'facts.jsonl')
  /** By fingerprint: the objects whose lines are in the file. */
  const held = new Set<string>()
  let turn: Promise<unknown> = Promise.resolve()

  async function startAnew(): Promise<void> {
    held.clear()
    await rm(file, { force: true })
    await mkdir(folder, { recursive: true })
    await writeFile(file, '')
  }

  async function append(objects: readonly StoredObject[]): Promise<void> {
    for (let start = 0; start < objects.length; start += fetchedAtOnce) {
      const some = objects.slice(start, start + fetchedAtOnce)
      await appendFile(file, Buffer.concat(await Promise.all(some.map(({ name }) => bucket.get(name)))))
      for (const { etag } of some) held.add(etag)
    }
  }

  /** The file holds what the lake holds: where an object was written over or taken away, it is made anew. */
  async function bringUpToDate(): Promise<void> {
    const objects = new Map((await bucket.list(factsPrefix)).map(object => [object.etag, object]))
    if (held.size === 0 || [...held].some(etag => !objects.has(etag))) await startAnew()
    await append([...objects.values()].filter(({ etag }) => !held.has(etag)))
  }

  return {
    /**
     * Hands over a file with every fact there is, as JSON lines; none where the scope sees none. One use at a time, so
     * that nobody reads a file that is being written.
     */
    withFacts<T>(scope: Scope, use: (files: readonly string[]) => Promise<T>): Promise<T> {
      const mine = turn.then(async () => {
        if (scope.reach !== 'everywhere') return use([])
        try {
          await bringUpToDate()
        } catch (error) {
          held.clear() // half a file is worth nothing
          throw error
        }
        return use([file])
      })
      turn = mine.catch(() => undefined)
      return mine
    },
  }
}
export type LakeGateway = ReturnType<typeof lakeGateway>
