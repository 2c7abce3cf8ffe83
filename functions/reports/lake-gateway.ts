/** Brings the lake's objects to /tmp, where DuckDB can read them: it cannot read S3 without downloading an extension. */
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { factsPrefix } from '../facts/lake-gateway.ts'
import type { Bucket, StoredObject } from '../platform/bucket.ts'
import type { Scope } from '../platform/permissions.ts'

const fetchedAtOnce = 32

/** By its content, so that an object fetched once is never fetched again, by whomever it was. */
const fileNameOf = ({ etag }: StoredObject): string => {
  const digest = etag.replace(/[^A-Za-z0-9-]/g, '')
  if (digest === '') throw new Error('an object without a fingerprint')
  return `${digest}.jsonl`
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  )

export const lakeGateway = (bucket: Bucket, folder: string) => ({
  /** Files with every fact there is, each a few lines of JSON. */
  async fetchFacts(scope: Scope): Promise<string[]> {
    if (scope.reach !== 'everywhere') return []
    await mkdir(folder, { recursive: true })
    const wanted = new Map((await bucket.list(factsPrefix)).map(object => [join(folder, fileNameOf(object)), object]))
    const missing: [string, StoredObject][] = []
    for (const [file, object] of wanted) if (!(await exists(file))) missing.push([file, object])
    for (let start = 0; start < missing.length; start += fetchedAtOnce)
      await Promise.all(
        missing.slice(start, start + fetchedAtOnce).map(async ([file, object]) => {
          const arriving = `${file}.${process.pid}.${start}`
          await writeFile(arriving, await bucket.get(object.name))
          await rename(arriving, file) // whole or not at all
        }),
      )
    return [...wanted.keys()]
  },
})
export type LakeGateway = ReturnType<typeof lakeGateway>
