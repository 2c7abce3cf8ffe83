/**
 * Objects of a bucket as files: one line of JSON that describes the object, then its bytes. One file an object,
 * so that it is there whole or not at all. Key segments become folders; names that could escape are encoded.
 */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type Dirent } from 'node:fs'
import { link, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import * as z from 'zod/mini'

const Head = z.object({
  size: z.number(),
  etag: z.string(),
  lastModified: z.string(),
  /** Content type, encoding, disposition, language, cache and `x-amz-meta-*` as given. */
  headers: z.record(z.string(), z.string()),
})
export type ObjectHead = z.infer<typeof Head>

export interface StoredObject {
  readonly head: ObjectHead
  /** Bytes `start` to `end`, both included. */
  read(start: number, end: number): Readable
}

export interface ObjectStore {
  find(bucket: string, key: string): Promise<StoredObject | undefined>
  /** Undefined, and nothing changed, where it was to be new and is there already. */
  put(
    bucket: string,
    key: string,
    body: Buffer,
    headers: Record<string, string>,
    onlyNew: boolean,
  ): Promise<ObjectHead | undefined>
  remove(bucket: string, key: string): Promise<void>
  /** All keys with that prefix, in the order S3 lists them. */
  keys(bucket: string, prefix: string): Promise<string[]>
}

const newline = '\n'.charCodeAt(0)
/** S3 allows 2 kB of metadata in all. */
const longestHead = 8192

/** A file begins with `=`, which no encoded segment does, so a key may also be the beginning of another. */
const encodeSegment = (segment: string): string =>
  segment === '' ? '%00' : encodeURIComponent(segment).replace(/^\.+$/, dots => dots.replaceAll('.', '%2E'))
const decodeSegment = (segment: string): string => (segment === '%00' ? '' : decodeURIComponent(segment))

const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other))
const isExisting = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST'

async function readHead(file: string): Promise<{ head: ObjectHead; bodyAt: number } | undefined> {
  const handle = await open(file).catch(() => undefined)
  if (handle === undefined) return undefined
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(longestHead), 0, longestHead, 0)
    const end = buffer.subarray(0, bytesRead).indexOf(newline)
    return { head: Head.parse(JSON.parse(buffer.toString('utf8', 0, end))), bodyAt: end + 1 }
  } finally {
    await handle.close()
  }
}

export function openObjectStore(folder: string): ObjectStore {
  function fileOf(bucket: string, key: string): string {
    const segments = key.split('/').map(encodeSegment)
    const name = segments.pop() ?? ''
    return join(folder, encodeSegment(bucket), ...segments, `=${name}`)
  }

  async function walk(directory: string, path: readonly string[]): Promise<string[]> {
    const entries: Dirent[] = await readdir(directory, { withFileTypes: true }).catch(() => [])
    const found = await Promise.all(
      entries.map(entry => {
        if (entry.isDirectory()) return walk(join(directory, entry.name), [...path, decodeSegment(entry.name)])
        return entry.name.startsWith('=') ? [[...path, decodeSegment(entry.name.slice(1))].join('/')] : []
      }),
    )
    return found.flat()
  }

  return {
    async find(bucket, key) {
      const file = fileOf(bucket, key)
      const found = await readHead(file)
      if (found === undefined) return undefined
      const { head, bodyAt } = found
      return { head, read: (start, end) => createReadStream(file, { start: bodyAt + start, end: bodyAt + end }) }
    },
    async put(bucket, key, body, headers, onlyNew) {
      const file = fileOf(bucket, key)
      const etag = createHash('md5').update(body).digest('hex')
      const head: ObjectHead = { size: body.length, etag, lastModified: new Date().toISOString(), headers }
      const unfinished = join(dirname(file), `%unfinished-${randomUUID()}`)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(unfinished, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]))
      try {
        if (onlyNew) await link(unfinished, file)
        else await rename(unfinished, file)
        return head
      } catch (error) {
        if (onlyNew && isExisting(error)) return undefined
        throw error
      } finally {
        await rm(unfinished, { force: true })
      }
    },
    async remove(bucket, key) {
      await rm(fileOf(bucket, key), { force: true })
    },
    async keys(bucket, prefix) {
      const segments = prefix.split('/').slice(0, -1)
      const keys = await walk(join(folder, encodeSegment(bucket), ...segments.map(encodeSegment)), segments)
      return keys.filter(key => key.startsWith(prefix)).sort(byBytes)
    },
  }
}
