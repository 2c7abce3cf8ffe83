/** What a locked tablet does before its first page is there: all of it once, and nothing missed in silence. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { HostDoor } from '../../harness/host-process.ts'
import { sharedHost } from '../../harness/local-host.ts'
import { launch, openDesk } from '../desk-browser.ts'
import { beginFirstTime, enrol, lock, palesa } from './officers-at-tablet.ts'

/** In the page: which stores were read whole, and what was written down beside them, since it was opened. */
declare const startNotes: { readonly reads: string[]; readonly writes: string[] }

let browser: Browser
let host: HostDoor
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
}, 180_000)
afterAll(() => browser?.close())

it('reads the officers’ lines once before they are shown, again when the page comes back, and notes nothing twice', async () => {
  const { page } = await openDesk(browser, host)
  await enrol(page, host)
  await page.addInitScript(() => {
    const notes = { reads: [] as string[], writes: [] as string[] }
    Object.assign(globalThis, { startNotes: notes })
    const { getAll } = IDBObjectStore.prototype
    IDBObjectStore.prototype.getAll = function (...asked) {
      notes.reads.push(this.name)
      return getAll.apply(this, asked)
    }
    const { setItem } = Storage.prototype
    Storage.prototype.setItem = function (key, text) {
      notes.writes.push(key)
      setItem.call(this, key, text)
    }
  })
  const officersRead = () => page.evaluate(() => startNotes.reads.filter(store => store === 'officers').length)
  await beginFirstTime(page, host, palesa)
  const before = await officersRead()
  await lock(page)
  await page.getByRole('button', { name: palesa.initials, exact: true }).waitFor()
  expect(await officersRead()).toBe(before + 1)

  await page.goto(`${host.url}/`)
  await page.getByRole('button', { name: palesa.initials, exact: true }).waitFor()
  await page.locator('.tablet-unsent').waitFor()
  expect(await officersRead()).toBe(1)
  expect(await page.evaluate(() => startNotes.writes)).not.toContain('kamohelo.tablet')
  await page.context().close()
})

it('says in the console, by its name alone, that what runs beside the pages did not come', async () => {
  const { page } = await openDesk(browser, host)
  await enrol(page, host)
  await page.route(/\/on-tablet[^/]*\.js/, route => route.abort())
  const said = page.waitForEvent('console', message => message.text().startsWith('on-tablet did not come'))
  await page.goto(`${host.url}/`)
  expect((await said).text()).toBe('on-tablet did not come TypeError')
  await page.context().close()
})
