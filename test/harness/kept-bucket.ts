/** A bucket in memory, and how often it was asked. */
import { createHash } from 'node:crypto'
import type { Bucket } from '../../functions/platform/bucket.ts'

export function keptBucket() {
  const objects = new Map<string, Uint8Array>()
  const asked = { lists: 0, gets: 0 }
  const state = { isAway: false }
  const bucket: Bucket = {
    async put(name, content) {
      objects.set(name, Uint8Array.from(content))
    },
    async list(prefix) {
      if (state.isAway) throw new Error('the bucket is away')
      asked.lists += 1
      return [...objects]
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, content]) => ({ name, etag: createHash('md5').update(content).digest('hex') }))
    },
    async get(name) {
      asked.gets += 1
      const content = objects.get(name)
      if (content === undefined) throw new Error(`no object ${name}`)
      return content
    },
    async remove(name) {
      objects.delete(name)
    },
  }
  const lines = (name: string): unknown[] =>
    new TextDecoder()
      .decode(objects.get(name))
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line))
  return {
    bucket,
    objects,
    asked,
    lines,
    set isAway(isAway: boolean) {
      state.isAway = isAway
    },
  }
}
