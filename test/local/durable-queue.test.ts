import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openDurableQueue } from '../../local/durable-queue.ts'

const folder = mkdtempSync(join(tmpdir(), 'kamohelo-queue-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('delivers after a restart what was accepted before it', async () => {
  const place = join(folder, 'restart')
  const options = { folder: place, retryAfterMilliseconds: [60_000], async onGivenUp() {} }
  const first = await openDurableQueue({
    ...options,
    async deliver() {
      throw new Error('not now')
    },
  })
  await first.push({ number: 1 })
  await first.push({ number: 2 })
  await first.stop()

  const delivered: unknown[] = []
  const second = await openDurableQueue({
    ...options,
    async deliver(message) {
      delivered.push(message)
    },
  })
  await expect.poll(() => second.waiting()).toBe(0)
  expect(delivered).toEqual([{ number: 1 }, { number: 2 }])
  expect(readdirSync(place)).toEqual([])
})

it('tries again, and gives up after the last try', async () => {
  const tried: unknown[] = []
  const givenUp: unknown[] = []
  const queue = await openDurableQueue({
    folder: join(folder, 'tries'),
    retryAfterMilliseconds: [1, 1],
    async deliver(message) {
      tried.push(message)
      throw new Error('never')
    },
    async onGivenUp(message, error) {
      givenUp.push([message, String(error)])
    },
  })
  await queue.push('poison')
  await expect.poll(() => queue.waiting()).toBe(0)
  expect(tried).toHaveLength(3)
  expect(givenUp).toEqual([['poison', 'Error: never']])
})
