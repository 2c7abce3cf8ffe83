/** The outbox in a real browser: nothing acknowledged is lost, nothing is doubled, whatever is cut, refused or full. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { launch } from '../desk-browser.ts'
import { serveKit } from '../kit-browser.ts'
import type { StaticServer } from '../static-server.ts'
import { type Fault, type FaultyServer, startFaultyServer } from './faulty-server.ts'
import type { OutboxKit } from './outbox-kit.ts'

/** In the page. */
declare const outboxKit: OutboxKit

const pin = '48201957'
const palesa = 'officer-1'
const lineo = 'officer-22'
const planted = 'Ntsebeng Plantedname'

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
  await page.evaluate(([officer, pin]) => outboxKit.signOn(officer, 'Palesa M', pin), [palesa, pin] as const)
  return page
}
const keep = async (page: Page, dependsOn: readonly string[] = []): Promise<string> => {
  const { recordId, kept } = await page.evaluate(
    ([officer, name, dependsOn]) => outboxKit.keep(officer, { name }, { dependsOn }),
    [palesa, planted, dependsOn] as const,
  )
  expect(kept).toBe('kept')
  return recordId
}
const send = (page: Page) => page.evaluate(() => outboxKit.send())
const stateOf = async (page: Page, id: string) => (await page.evaluate(id => outboxKit.findRow(id), id))?.state

it.each<Fault>(['before', 'after', 'in-reply'])('loses and doubles nothing with the network cut %s', async fault => {
  const page = await tablet()
  const ids = [await keep(page), await keep(page)]
  let parcels = 0
  server.fault = () => (parcels++ === 0 ? fault : 'none')
  await send(page)
  for (let turn = 0; turn < 20 && (await page.evaluate(() => outboxKit.unsent())) > 0; turn++) await send(page)
  expect(parcels).toBeGreaterThan(1)
  expect([...server.stored.keys()].sort()).toEqual([...ids].sort())
  expect([...server.stored.values()].map(contents => contents.size)).toEqual([1, 1])
  expect(await Promise.all(ids.map(id => stateOf(page, id)))).toEqual(['received', 'received'])
})

it('says nothing is received while no answer comes', async () => {
  const page = await tablet()
  const id = await keep(page)
  server.fault = () => 'after'
  await send(page)
  expect(server.stored.has(id)).toBe(true)
  expect(await stateOf(page, id)).toBe('waiting')
  expect(await page.evaluate(() => outboxKit.unsent())).toBe(1)
})

it('steps over a poisoned head: the rest go on, and what hangs on it waits', async () => {
  const page = await tablet()
  const head = await keep(page)
  const hanging = await keep(page, [head])
  const others = [await keep(page), await keep(page), await keep(page)]
  server.poison.add(head)
  for (let turn = 0; turn < 4; turn++) await send(page)
  expect([...server.stored.keys()].sort()).toEqual(others.sort())
  expect([await stateOf(page, head), await stateOf(page, hanging)]).toEqual(['waiting', 'waiting'])
})

it('keeps a refused record with its word, and sends what it was corrected to under the same id', async () => {
  const page = await tablet()
  const id = await keep(page)
  server.answer = () => ({ word: 'row-already-taken' })
  await send(page)
  expect(await page.evaluate(id => outboxKit.findRow(id), id)).toMatchObject({
    state: 'refused',
    refusal: 'row-already-taken',
  })
  expect(await page.evaluate(id => outboxKit.readCopy(id), id)).toEqual({ name: planted })
  server.answer = id => ({ receipt: { id, receivedAt: '2026-11-23T08:00:00.000Z', restoreEpoch: 0 } })
  await page.evaluate(([officer, id]) => outboxKit.keep(officer, { name: 'corrected' }, { recordId: id }), [
    palesa,
    id,
  ] as const)
  await send(page)
  expect(await stateOf(page, id)).toBe('received')
  expect(await page.evaluate(id => outboxKit.readCopy(id), id)).toBeUndefined()
  const again = await page.evaluate(
    ([officer, id]) => outboxKit.keep(officer, { name: 'once more' }, { recordId: id }),
    [palesa, id] as const,
  )
  expect(again.kept).toBe('not-changeable')
})

it('learns that a refused record was mended on another tablet, and sends what hung on it', async () => {
  const page = await tablet()
  const refused = await keep(page)
  const hanging = await keep(page, [refused])
  server.answer = id => (id === refused ? { word: 'row-already-taken' } : {})
  await send(page)
  server.answer = id => ({ receipt: { id, receivedAt: '2026-11-23T08:00:00.000Z', restoreEpoch: 0 } })
  await page.evaluate(() => outboxKit.endPauses())
  const ask = (received: readonly string[]) => page.evaluate(received => outboxKit.ask(received), received)
  // an answer that knows nothing leaves it to be corrected here
  expect(await ask([])).toEqual([refused])
  await send(page)
  expect([await stateOf(page, refused), await stateOf(page, hanging)]).toEqual(['refused', 'waiting'])
  expect(await page.evaluate(id => outboxKit.readCopy(id), refused)).toEqual({ name: planted })
  // not every minute
  expect(await ask([refused])).toEqual([])
  await page.evaluate(() => {
    const now = Date.now() + 11 * 60_000
    Date.now = () => now
  })
  expect(await ask([refused])).toEqual([refused])
  expect(await stateOf(page, refused)).toBe('received')
  expect(await page.evaluate(id => outboxKit.readCopy(id), refused)).toBeUndefined()
  await send(page)
  expect(await stateOf(page, hanging)).toBe('received')
})

it('sends again what it still holds after the server was restored', async () => {
  const page = await tablet()
  const held = await keep(page)
  server.answer = () => ({ quarantined: true })
  await send(page)
  server.answer = id => ({ receipt: { id, receivedAt: '2026-11-23T08:00:00.000Z', restoreEpoch: server.restoreEpoch } })
  await keep(page)
  await send(page)
  expect(await stateOf(page, held)).toBe('quarantined')
  server.restoreEpoch = 1
  await keep(page)
  await send(page)
  expect(await stateOf(page, held)).toBe('received')
})

it("sends for both officers of a tablet, and shows neither the other's records", async () => {
  const page = await tablet()
  const id = await keep(page)
  await page.evaluate(([officer, pin]) => outboxKit.signOn(officer, 'Lineo R', pin), [lineo, '90417362'] as const)
  expect(await page.evaluate(id => outboxKit.readCopy(id), id)).toBeUndefined()
  await send(page)
  expect(await stateOf(page, id)).toBe('received')
})

it('has one sender at a time, in however many tabs', async () => {
  const page = await tablet()
  const other = await page.context().newPage()
  await other.goto(server.origin)
  await ready(other)
  await keep(page)
  const both = await Promise.all([send(page), send(other), send(page), send(other)])
  expect(both.filter(Boolean).length).toBeGreaterThan(0)
  expect([...server.stored.values()].map(contents => contents.size)).toEqual([1])
})

it('says that nothing was kept where the quota is reached, and loses nothing that was', async () => {
  const page = await (await browser.newContext()).newPage()
  const session = await page.context().newCDPSession(page)
  // before the first write: the browser remembers for a while how much room it found
  await session.send('Storage.overrideQuotaForOrigin', { origin: server.origin, quotaSize: 2_000_000 })
  await page.goto(server.origin)
  await ready(page)
  await page.evaluate(([officer, pin]) => outboxKit.signOn(officer, 'Palesa M', pin), [palesa, pin] as const)
  const id = await keep(page)
  const refused = await page.evaluate(
    officer => outboxKit.keep(officer, {}, { sealed: new Uint8Array(20_000_000) }),
    palesa,
  )
  expect(refused.kept).toBe('storage-full')
  expect(await page.evaluate(id => outboxKit.findRow(id), refused.recordId)).toBeUndefined()
  await send(page)
  expect(await stateOf(page, id)).toBe('received')
})

it('hands its queue to another tablet in a sealed file, while nobody is signed in', async () => {
  const page = await tablet()
  const ids = [await keep(page), await keep(page)]
  const closed = '0193a3a0-0000-7000-8000-0000000000c9'
  await page.evaluate(id => outboxKit.keepClosed(id), closed)
  await page.reload()
  await ready(page)
  const file = await page.evaluate(() => outboxKit.queueFile())
  expect(file).not.toMatch(/Plantedname|Palesa/)
  const other = await tablet()
  expect(await other.evaluate(file => outboxKit.takeInQueue(file), file)).toBe(3)
  expect(await other.evaluate(() => outboxKit.closedIds())).toEqual([closed])
  expect(await other.evaluate(file => outboxKit.takeInQueue(file), file)).toBe(0)
  expect(await other.evaluate(() => outboxKit.takeInQueue('{"kind":"something else"}'))).toBeUndefined()
  await send(other)
  await send(page)
  expect([...server.stored.keys()].sort()).toEqual([...ids].sort())
  expect([...server.stored.values()].map(contents => contents.size)).toEqual([1, 1])
})

it('opens its list as quickly with 500 records as with 10', async () => {
  const page = await tablet()
  const fill = (count: number) =>
    page.evaluate(
      async ([officer, count]) => {
        for (let turn = 0; turn < count; turn++) await outboxKit.keep(officer, { turn })
      },
      [palesa, count] as const,
    )
  const open = () =>
    page.evaluate(async () => {
      const times: number[] = []
      for (let turn = 0; turn < 15; turn++) {
        const start = performance.now()
        await outboxKit.page(50)
        await outboxKit.unsent()
        times.push(performance.now() - start)
      }
      return times.sort((one, other) => one - other)[7] ?? 0
    })
  await fill(10)
  const few = await open()
  await fill(490)
  const many = await open()
  expect(await page.evaluate(() => outboxKit.unsent())).toBe(500)
  console.log(`the list: ${few.toFixed(1)} ms with 10, ${many.toFixed(1)} ms with 500`)
  // five times as many lines stand on the first page; all 500 would be fifty times as many
  expect(many).toBeLessThan(few * 15 + 20)
})

it('shows a receipt for 72 hours, then ends it with the key it was sealed under, and touches nothing that waits', async () => {
  const page = await tablet()
  const received = await keep(page)
  await send(page)
  const { recordId: waits } = await page.evaluate(
    ([officer, name]) => outboxKit.keep(officer, { name }, { keyId: 'key-2' }),
    [palesa, planted] as const,
  )
  const hour = 3_600_000
  const after = async (hours: number) => {
    await page.evaluate(milliseconds => outboxKit.letPass(milliseconds), hours * hour)
    await page.evaluate(() => outboxKit.tidy())
    return [await stateOf(page, received), await stateOf(page, waits), await page.evaluate(() => outboxKit.keys())]
  }
  expect(await after(0)).toEqual(['received', 'waiting', ['key-1', 'key-2']])
  expect(await after(71)).toEqual(['received', 'waiting', ['key-1', 'key-2']])
  expect(await after(2)).toEqual([undefined, 'waiting', ['key-2']])
  expect(await after(1_000)).toEqual([undefined, 'waiting', ['key-2']])
})

it('ends the receipt of what was received on a clock years ahead 72 hours after that was set right', async () => {
  const page = await tablet()
  const hour = 3_600_000
  const received = await keep(page)
  await send(page)
  const after = async (hours: number) => {
    await page.evaluate(milliseconds => outboxKit.letPass(milliseconds), hours * hour)
    await page.evaluate(() => outboxKit.tidy())
    return stateOf(page, received)
  }
  expect(await after(20_000)).toBe('received')
  expect(await after(-20_000)).toBe('received')
  expect(await after(71)).toBe('received')
  expect(await after(2)).toBeUndefined()
})
