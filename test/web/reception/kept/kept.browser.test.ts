/** What the desk keeps on a tablet, in a real browser: for its officers alone, for 72 hours, and no number twice. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch } from '../../desk-browser.ts'
import { filesHolding, serveKit, startOnProfile } from '../../kit-browser.ts'
import type { StaticServer } from '../../static-server.ts'
import type { KeptKit } from './kept-kit.ts'

/** In the page. */
declare const keptKit: KeptKit

const noon = Date.UTC(2026, 10, 23, 12)
const hour = 3_600_000
const [palesa, lineo, thabo] = ['officer-1', 'officer-2', 'officer-3']
const list = { rows: ['Rethabile Mohapinyane'] }
/** Told to the kit, whose own file lies in the browser's cache. */
const named = { givenNames: 'Rethabile', surname: 'Mohapinyane' }

let browser: Browser
let server: StaticServer
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launch(), serveKit(join(import.meta.dirname, 'kept-kit.ts'))])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const loaded = (page: Page) => page.waitForFunction(() => 'keptKit' in globalThis)
async function tablet(): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.clock.install({ time: noon })
  await page.goto(server.origin)
  await loaded(page)
  await page.evaluate(() => keptKit.enrol('7F2'))
  return page
}
const signOn = (page: Page, officer: string, seed: number) =>
  page.evaluate(([officer, seed, time]) => keptKit.signOn(officer, seed, time), [officer, seed, noon] as const)
const keep = (page: Page, value: unknown) => page.evaluate(value => keptKit.keep('batch 1', value), value)
const read = (page: Page) => page.evaluate(() => keptKit.read('batch 1'))

it('shows what the desk was told to every officer with a vault here, and to nobody while it is locked', async () => {
  const page = await tablet()
  expect(await keep(page, list)).toBe(false) // nobody here could read it
  await signOn(page, palesa, 1)
  await signOn(page, lineo, 2)
  await keep(page, list)
  expect(await read(page)).toEqual(list) // Lineo
  await page.evaluate(officer => keptKit.unlockAs(officer), palesa)
  expect(await read(page)).toEqual(list)
  await signOn(page, thabo, 3) // came after it was kept
  expect(await read(page)).toBeUndefined()
  await keep(page, list)
  expect(await read(page)).toEqual(list)
  await page.evaluate(() => keptKit.lock())
  expect(await read(page)).toBeUndefined()
})

it('forgets what one officer had open when another begins, though no desk was on the screen meanwhile', async () => {
  const page = await tablet()
  await signOn(page, palesa, 1)
  // Palesa, nobody, Lineo without a PIN, and Palesa again
  expect(await page.evaluate(officer => keptKit.leaveDeskTo(officer), lineo)).toEqual([1, 0, 0, 1])
})

it('does not open what was put in another place', async () => {
  const page = await tablet()
  await signOn(page, palesa, 1)
  await keep(page, list)
  expect(await page.evaluate(() => keptKit.readAs('batch 1', 'batch 2'))).toBeUndefined()
})

it('is written while the tablet is locked, and read once it is open again', async () => {
  const page = await tablet()
  await signOn(page, palesa, 1)
  await page.evaluate(() => keptKit.lock())
  await keep(page, list)
  await page.reload()
  await loaded(page)
  expect(await read(page)).toBeUndefined()
  await page.evaluate(officer => keptKit.unlockAs(officer), palesa)
  expect(await read(page)).toEqual(list)
})

it('deletes it 72 hours after it was last fresh, and at revocation', async () => {
  const page = await tablet()
  await signOn(page, palesa, 1)
  await keep(page, list)
  await page.clock.runFor(71 * hour)
  await page.evaluate(() => keptKit.endOldPasses())
  expect(await read(page)).toEqual(list)
  await keep(page, list)
  await page.clock.runFor(71 * hour)
  await page.evaluate(() => keptKit.endOldPasses())
  expect(await read(page)).not.toBe('gone') // fresh since
  await page.clock.runFor(2 * hour)
  await page.evaluate(() => keptKit.endOldPasses())
  expect(await read(page)).toBe('gone')
  await keep(page, list)
  await page.evaluate(() => keptKit.endAllPasses())
  expect(await read(page)).toBe('gone')
})

it('keeps whom the server showed for 72 hours, for the officer who saw them and nobody else', async () => {
  const page = await tablet()
  await signOn(page, lineo, 2)
  await signOn(page, palesa, 1)
  const met = () => page.evaluate(() => keptKit.peopleMet())
  await page.evaluate(names => keptKit.met('person-1', names), named)
  expect(await met()).toMatchObject([{ personId: 'person-1', surname: 'Mohapinyane', sex: 2 }])
  await page.evaluate(names => keptKit.met('person-1', names), named) // seen twice is one
  expect(await met()).toHaveLength(1)
  await page.evaluate(officer => keptKit.unlockAs(officer), lineo)
  expect(await met()).toEqual([])
  await page.evaluate(officer => keptKit.unlockAs(officer), palesa)
  expect(await met()).toHaveLength(1)
  await page.evaluate(() => keptKit.lock())
  expect(await met()).toEqual([])
  await page.clock.runFor(71 * hour)
  await page.evaluate(() => keptKit.endOldPasses())
  expect(await page.evaluate(() => keptKit.metRows())).toBe(1)
  await page.clock.runFor(2 * hour)
  await page.evaluate(() => keptKit.endOldPasses())
  expect(await page.evaluate(() => keptKit.metRows())).toBe(0)
})

const kills = Number(process.env['KAMOHELO_BROWSER_KILLS'] ?? 4)

it('leaves no name in the profile, and gives no number twice, however often the browser is killed', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'kamohelo-kept-'))
  const numbers: string[] = []
  try {
    for (let turn = 0; turn < kills; turn++) {
      const { page, kill } = await startOnProfile(profile, server.origin)
      await loaded(page)
      await page.exposeFunction('given', (number: string) => numbers.push(number))
      await page.evaluate(() => keptKit.enrol('7F2'))
      await signOn(page, palesa, 1)
      await keep(page, list)
      await page.evaluate(names => keptKit.met('person-1', names), named)
      void page
        .evaluate(async () => {
          for (;;)
            await (globalThis as unknown as { given: (n: string) => Promise<void> }).given(await keptKit.number())
        })
        .catch(() => undefined)
      await pause(100 + Math.random() * 300)
      await kill()
    }
    expect(numbers.length).toBeGreaterThan(kills)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(await filesHolding(profile, ['Rethabile', 'Mohapinyane'])).toEqual([])
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
}, 240_000)
