import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { openObjectStore } from '../../../local/aws/object-store.ts'

const seed = 20_261_122
const folder = join(mkdtempSync(join(tmpdir(), 'kamohelo-objects-')), 'inside')
afterAll(() => rmSync(dirname(folder), { recursive: true, force: true }))
const store = openObjectStore(folder)
let bucketNumber = 0

const segment = fc.oneof(fc.constantFrom('..', '.', '', '=', '%', 'a'), fc.string({ unit: 'binary', maxLength: 6 }))
const key = fc.array(segment, { minLength: 1, maxLength: 4 }).map(parts => parts.join('/'))

it('keeps any key apart from any other, and inside its folder', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(key, { minLength: 1, maxLength: 8 }), async keys => {
      fc.pre(keys.every(one => one !== '' && one.isWellFormed()))
      bucketNumber += 1
      const bucket = `bucket-${bucketNumber}`
      for (const one of keys) await store.put(bucket, one, Buffer.from(one), {}, false)
      for (const one of keys) {
        const found = await store.find(bucket, one)
        const size = found?.head.size ?? 0
        const body = size === 0 || found === undefined ? Buffer.alloc(0) : await buffer(found.read(0, size - 1))
        expect(body.toString()).toBe(one)
      }
      const inOrder = [...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      expect(await store.keys(bucket, '')).toEqual(inOrder)
      expect(readdirSync(dirname(folder))).toEqual(['inside'])
    }),
    { seed, numRuns: 60 },
  )
})

it('lets one of many writers make an object that is to be new', async () => {
  const writers = Array.from({ length: 20 }, (_, index) => store.put('race', 'once', Buffer.from(`${index}`), {}, true))
  const winners = (await Promise.all(writers)).filter(head => head !== undefined)
  expect(winners).toHaveLength(1)
})
