/** Practice on a real tablet of the real host: invented people, every screen marked, and nothing of it anywhere else. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { en as practice } from '../../web/src/practice/en.ts'
import { st as practiceSt } from '../../web/src/practice/st.ts'
import { en as record } from '../../web/src/screening/en.ts'
import { sharedHost } from '../harness/local-host.ts'
import { type Desk, launch, openDesk } from './desk-browser.ts'
import { beginFirstTime, enrol, isKeptForOffline, palesa, typePin, unsentSays } from './device/tablet-screen.ts'
import { answerHome, balance, choose, follow, goOn, press, words } from './reception-journey.ts'

const said = words.en

let browser: Browser
let host: Awaited<ReturnType<typeof sharedHost>>
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
}, 180_000)
afterAll(() => browser?.close())

const band = (page: Page, text: string = practice.band) => page.locator('.practice-band', { hasText: text }).waitFor()

/** From the practice arrival's page: one person of the list, to the slip. */
async function register(page: Page, typed: string): Promise<string> {
  await page.getByLabel(said.desk['people.search']).fill(typed)
  await page.locator('.pick a').first().click()
  await page.locator('.progress').waitFor()
  await goOn(page)
  await answerHome(page, said, { district: 'Leribe', phone: '5812 3456' })
  for (const _ of ['urgent', 'support', 'check']) await goOn(page)
  await goOn(page)
  await page.locator('.slip-number').waitFor()
  return (await page.locator('.slip-number').textContent()) ?? ''
}

/** Every row of every database of this origin, as text. */
const onDisk = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(async () => {
    const counts: Record<string, number> = {}
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error)
      })
      for (const store of database.objectStoreNames)
        counts[`${name} ${store}`] = await new Promise(resolve => {
          const counting = database.transaction(store).objectStore(store).count()
          counting.onsuccess = () => resolve(counting.result)
        })
      database.close()
    }
    return counts
  })

/** What the page asked of anybody, but for the application's own files. */
function asked(page: Page): string[] {
  const all: string[] = []
  page.on('request', request => {
    const { pathname } = new URL(request.url())
    const isOwnFile = request.method() === 'GET' && (/\.\w+$/.test(pathname) || request.isNavigationRequest())
    if (!isOwnFile) all.push(`${request.method()} ${pathname}`)
  })
  return all
}

it('lets an officer practise without a network, sends nothing, keeps nothing, and leaves nothing of a half-filled form', async () => {
  const { page, look } = await openDesk(browser, host, { serviceWorkers: 'allow' })
  await enrol(page, host)
  await beginFirstTime(page, host, palesa)
  await isKeptForOffline(page)
  await page.locator('a.door[href="/reception/MB"]').click()
  await page.getByRole('heading', { name: said.desk['batches.list'] }).waitFor()
  await page.waitForLoadState('networkidle')
  const before = await onDisk(page)
  await page.context().setOffline(true)
  await follow(page, said.desk.practice)
  await band(page)
  await page.waitForFunction(() => location.pathname === '/practice/MB')
  const requests = asked(page)
  await look('the practice desk')
  // with a network nothing goes either
  await page.context().setOffline(false)
  await page.locator('main a.door').click()
  await expect.poll(() => balance(page)).toEqual([14, 2, 0, 12])
  await look('the practice arrival')
  const number = await register(page, 'palesa')
  expect(number).toMatch(/^PRACTICE-\d+$/)
  await page.locator('.slip .practice-line', { hasText: practiceSt.band }).waitFor()
  await look('the practice slip')
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.slip .practice-line').isVisible()).toBe(true)
  await page.emulateMedia({ media: null })
  await follow(page, said.intake['saved.complete'])
  await page.getByRole('button', { name: said.completion.save }).first().click()
  await page.getByText(said.completion.saved).waitFor()
  await look('a practice completion')
  await follow(page, practice.desk)
  await page.locator('main a.door').click()
  await expect.poll(() => balance(page)).toEqual([14, 3, 0, 11])
  await page.locator('.pick').first().getByRole('button').click()
  await page.locator('.dialog .practice-line').waitFor()
  await choose(page, said.codes['outcome.LEFT_BEFORE'])
  await press(page, said.desk['outcome.do'])
  await expect.poll(() => balance(page)).toEqual([14, 3, 1, 10])
  await follow(page, practice.kept_other.replace('{{count}}', '3'))
  await page.getByText(number).first().waitFor()
  await look('the practice tray')

  await follow(page, practice.desk)
  await page.locator('main a.door').click()
  await page.getByLabel(said.desk['people.search']).fill('khotso')
  await page.locator('.pick a').first().click()
  await page.getByLabel(said.intake['who.surname']).fill('Plantedname')
  await page.waitForTimeout(1_000)
  await press(page, practice.leave)
  await page.getByText('Who is working now?').waitFor()
  expect(new URL(page.url()).pathname).toBe('/reception/MB')
  expect(requests.filter(request => !request.startsWith('GET /oidc'))).toEqual([])

  await typePin(page, palesa)
  await page.getByRole('heading', { name: said.desk['batches.list'] }).waitFor()
  await unsentSays(page, 'Everything is sent')
  expect(await page.locator('.practice-band').count()).toBe(0)
  const after = await onDisk(page)
  for (const store of ['outbox', 'sealed', 'copies', 'drafts', 'effects'])
    expect([store, after[`kamohelo ${store}`]]).toEqual([store, before[`kamohelo ${store}`]])
  await page.goBack()
  await page.goto(`${host.url}/reception/MB`)
  await typePin(page, palesa)
  await page.getByRole('heading', { name: said.desk['batches.list'] }).waitFor()
  expect(await page.content()).not.toMatch(/Boikoetliso|Plantedname/)
}, 240_000)

it('asks about who came back before, and says what is the matter in Sesotho on a phone', async () => {
  const desk = await openDesk(browser, host, { path: '/practice/MB', language: 'st-LS', size: 'phone' })
  const { page, look } = desk
  const sesotho = words['st-LS']
  await band(page, practiceSt.band)
  await look('practice on a phone')
  await page.locator('main a.door').click()
  await page.getByLabel(sesotho.desk['people.search']).waitFor()
  await page.evaluate(() => scrollTo(0, 400))
  const mark = await page.locator('.practice-band strong').boundingBox()
  expect(mark?.y).toBe(0)
  expect(mark?.height).toBeLessThan(56)
  await page.getByLabel(sesotho.desk['people.search']).fill('kgotso')
  await page.locator('.pick a').first().click()
  await goOn(page)
  await answerHome(page, sesotho, { district: 'Leribe' })
  for (const _ of ['urgent', 'support', 'check']) await goOn(page)
  await page.getByText(sesotho.intake['check.match.question']).waitFor()
  await look('somebody who may be known, in practice')
  await choose(page, sesotho.intake['check.match.SAME'])
  await goOn(page)
  await page.locator('.slip-number').waitFor()
}, 120_000)

it('opens no database of the device at all, also for the private screen', async () => {
  const { page, look }: Desk = await openDesk(browser, host, { path: '/practice/MB/record' })
  await band(page)
  await page.getByText(record['start.person']).waitFor()
  await look('the practice record')
  await press(page, record['start.draw'])
  await page.locator('.drawn-number', { hasText: 'PRACTICE-' }).waitFor()
  await choose(page, record['start.age.adult'])
  await page.locator('.card', { hasText: record['start.place.not'] }).first().click()
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.locator('.rest .practice-line').waitFor()
  await press(page, record['rest.go-on'])
  await band(page)
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([])
}, 120_000)
