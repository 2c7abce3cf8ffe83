/** Large records in a real browser: last of all, in parts, and after a cut no more than one part goes again. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { launch } from '../desk-browser.ts'
import { serveKit } from '../kit-browser.ts'
import type { StaticServer } from '../static-server.ts'
import { type FaultyServer, startFaultyServer } from './faulty-server.ts'
import type { OutboxKit } from './outbox-kit.ts'

/** In the page. */
declare const outboxKit: OutboxKit

const palesa = 'officer-1'
/** Of the issue: at most one chunk of 32 kB is sent again per cut. */
const oneChunk = 32_768
const photoBytes = 150_000
const partCount = 5

let browser: Browser
let files: StaticServer
let server: FaultyServer
beforeAll(async () => {
  ;[browser, files] = await Promise.all([launch(), serveKit(join(import.meta.dirname, 'outbox-kit.ts'))])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await files?.stop()
})
beforeEach(async () => {
  server = await startFaultyServer(files.origin)
})
afterEach(() => server.stop())

const ready = (page: Page) => page.waitForFunction(() => 'outboxKit' in globalThis)

async function tablet(): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(server.origin)
  await ready(page)
  await page.evaluate(officer => outboxKit.signOn(officer, 'Palesa M', '48201957'), palesa)
  return page
}
const keepPhoto = async (page: Page, dependsOn: readonly string[] = []): Promise<string> => {
  const photo = ([officer, bytes, dependsOn]: readonly [string, number, readonly string[]]) =>
    outboxKit.keepLarge(officer, bytes, { dependsOn })
  return (await page.evaluate(photo, [palesa, photoBytes, dependsOn] as const)).recordId
}
const keepIntake = async (page: Page): Promise<string> =>
  (await page.evaluate(officer => outboxKit.keep(officer, { name: 'somebody' }), palesa)).recordId
const rowOf = (page: Page, id: string) => page.evaluate(id => outboxKit.findRow(id), id)
async function sendAll(page: Page): Promise<void> {
  for (let turn = 0; turn < 40 && (await page.evaluate(() => outboxKit.unsent())) > 0; turn++) {
    await page.evaluate(() => outboxKit.endPauses())
    await page.evaluate(() => outboxKit.send())
  }
}
/** The parts as the server has them, put together. */
const joined = (id: string): Buffer =>
  Buffer.concat(
    [...(server.parts.get(id) ?? [])]
      .sort(([one], [other]) => one - other)
      .map(([, packed]) => Buffer.from(JSON.parse(gunzipSync(packed).toString()).content, 'base64')),
  )
const wholePhoto = (id: string) => [...(server.parts.get(id) ?? new Map())].map(([number]) => number).sort()

it('go after all other records, whenever those were kept, and after what they depend on', async () => {
  const page = await tablet()
  const intake = await keepIntake(page)
  const photo = await keepPhoto(page, [intake])
  const later = await keepIntake(page)
  await sendAll(page)
  expect(server.came).toEqual([intake, later, ...[1, 2, 3, 4, 5].map(number => `part ${number}`), photo])
  expect(await rowOf(page, photo)).toMatchObject({ state: 'received' })
  const [named] = server.stored.get(photo) ?? []
  const sealedHash = createHash('sha256').update(joined(photo)).digest('base64url')
  expect(JSON.parse(named ?? '')).toEqual({ count: partCount, sealedHash })
})

it('make way for a record that is kept while they wait', async () => {
  const page = await tablet()
  const photo = await keepPhoto(page)
  server.partFault = () => (server.came.includes('part 2') ? 'before' : 'none')
  await page.evaluate(() => outboxKit.send())
  const intake = await keepIntake(page)
  server.partFault = () => 'none'
  await sendAll(page)
  expect(server.came).toEqual(['part 1', 'part 2', intake, 'part 3', 'part 4', 'part 5', photo])
})

it('cost one chunk of 32 kB at most for each cut, wherever it falls, and also when the page was closed', async () => {
  const page = await tablet()
  const photos = [await keepPhoto(page), await keepPhoto(page)]
  const faults = ['after', 'none', 'in-body', 'before', 'none', 'after', 'none', 'none', 'in-body', 'none'] as const
  let [asked, cuts] = [0, 0]
  server.partFault = () => {
    const fault = faults[asked++ % faults.length] ?? 'none'
    if (fault !== 'none') cuts += 1
    return fault
  }
  for (let turn = 0; turn < 40 && (await page.evaluate(() => outboxKit.unsent())) > 0; turn++) {
    await page.reload()
    await ready(page)
    await page.evaluate(() => outboxKit.endPauses())
    await page.evaluate(() => outboxKit.send())
  }
  const needed = photos.flatMap(id => [...(server.parts.get(id) ?? new Map<number, Buffer>()).values()])
  const sentAgain = server.partBytes() - needed.reduce((sum, { length }) => sum + length, 0)
  console.log(`${cuts} cuts, ${sentAgain} bytes sent again, ${needed.length} parts`)
  expect(photos.map(wholePhoto)).toEqual([
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5],
  ])
  expect(cuts).toBeGreaterThan(4)
  expect(sentAgain).toBeGreaterThan(0)
  expect(sentAgain).toBeLessThanOrEqual(cuts * oneChunk)
  expect(Math.max(...needed.map(({ length }) => length))).toBeLessThanOrEqual(oneChunk)
  for (const id of photos) expect(await rowOf(page, id)).toMatchObject({ state: 'received' })
})

it('send again the parts that the server does not have, and those behind them', async () => {
  const page = await tablet()
  const photo = await keepPhoto(page)
  let answers = 0
  server.partsLost = () => (answers++ === 0 ? [3, 5] : [])
  await sendAll(page)
  expect(server.came.slice(5)).toEqual([photo, 'part 3', 'part 4', 'part 5', photo])
  expect(await rowOf(page, photo)).toMatchObject({ state: 'received' })
})

it('are kept nowhere on the tablet once they are refused for want of a yes, and can be dismissed', async () => {
  const page = await tablet()
  const photo = await keepPhoto(page)
  server.answer = () => ({ word: 'consent-needed' })
  await page.evaluate(() => outboxKit.send())
  expect(await rowOf(page, photo)).toMatchObject({ state: 'refused', refusal: 'consent-needed' })
  for (const store of ['sealed', 'copies'] as const)
    expect([store, await page.evaluate(name => outboxKit.stored(name), store)]).toEqual([store, []])
  expect(await page.evaluate(() => outboxKit.unsent())).toBe(0)
  expect(JSON.parse(await page.evaluate(() => outboxKit.queueFile())).records).toEqual([])
  expect(await page.evaluate(() => outboxKit.ask([]))).toEqual([])
  // after a restore it does not go again: there is nothing to send
  server.restoreEpoch = 1
  server.answer = id => ({
    receipt: { id, receivedAt: '2026-11-23T08:00:00.000Z', restoreEpoch: server.restoreEpoch++ },
  })
  for (const _ of [1, 2]) {
    await keepIntake(page)
    await page.evaluate(() => outboxKit.send())
  }
  expect(await rowOf(page, photo)).toMatchObject({ state: 'refused' })
  await page.evaluate(id => outboxKit.dismiss(id), photo)
  expect(await rowOf(page, photo)).toBeUndefined()
})
