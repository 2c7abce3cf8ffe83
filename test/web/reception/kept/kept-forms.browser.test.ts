/** Forms beside the intake on an enrolled tablet: half-filled they outlive the browser, refused they open again. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { en as outbox } from '../../../../web/src/outbox/en.ts'
import { launch } from '../../desk-browser.ts'
import { serveKit } from '../../kit-browser.ts'
import { answerHome, choose, follow, goOn, openArrival, press, words } from '../../reception-journey.ts'
import type { StaticServer } from '../../static-server.ts'
import type { DeskKit } from './desk-kit.tsx'

/** In the page. */
declare const deskKit: DeskKit

const officer = '0193a3a0-0000-7000-8000-0000000000f1'
const said = words.en

let browser: Browser
let server: StaticServer
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launch(), serveKit(join(import.meta.dirname, 'desk-kit.tsx'))])
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const loaded = (page: Page) => page.waitForFunction(() => 'deskKit' in globalThis)

async function tablet(): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 800, height: 1280 } })).newPage()
  page.setDefaultTimeout(30_000)
  await page.route('**/v1/**', route => route.abort())
  await page.route('**/config.json', route => route.abort())
  await page.goto(`${server.origin}/reception/MB`)
  await loaded(page)
  await page.evaluate(() => deskKit.enrol('7F2'))
  await page.evaluate(id => deskKit.signOn(id), officer)
  await page.evaluate(() => deskKit.show())
  return page
}

async function restart(page: Page): Promise<void> {
  await page.waitForTimeout(1_500)
  await page.reload()
  await loaded(page)
  expect(await page.evaluate(id => deskKit.unlock(id), officer)).toBe('unlocked')
  await page.evaluate(() => deskKit.show())
}

const unsent = (page: Page) =>
  page.evaluate(() => {
    history.pushState(null, '', '/unsent')
    dispatchEvent(new PopStateEvent('popstate'))
  })

/** By its own row: each has its button only once its copy is opened, so that the first of them may be any. */
const correct = (page: Page, kind: 'batch' | 'completion') =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByText(outbox[`kind.${kind}`], { exact: kind === 'batch' }) })
    .getByRole('button', { name: outbox['row.open'] })
    .click()

/** From the arrival's page to the completion of who was registered. */
async function registerAndComplete(page: Page): Promise<void> {
  await follow(page, said.desk['people.new'])
  await page.getByLabel(said.intake['who.given-names']).fill('Lineo')
  await page.getByLabel(said.intake['who.surname']).fill('Ramatsoso')
  await choose(page, said.codes['sex.2'])
  await page.getByLabel(said.shared['date.year']).fill('1985')
  await goOn(page)
  await answerHome(page, said, { district: 'Mokhotlong' })
  for (const _ of ['urgent', 'support', 'check']) await goOn(page)
  await page.getByText(said.desk['find.only-here']).waitFor()
  await goOn(page)
  await page.locator('.slip').waitFor()
  await follow(page, said.intake['saved.complete'])
  await page.locator('.progress').waitFor()
}
const part = (page: Page, name: string) => page.locator('.progress-parts button', { hasText: name }).click()
const village = (page: Page) => page.getByLabel(said.completion['home.village']).first()

it('brings a half-filled arrival back, in either language, and none once it is opened', async () => {
  const page = await tablet()
  await follow(page, said.desk['batches.open'])
  await choose(page, said.codes['transport.BUS'])
  await page.getByLabel(said.desk['open.declared']).fill('43')
  await page.getByLabel(said.desk['open.escort']).fill('Home Affairs')
  await page.evaluate(() => deskKit.speak('st-LS'))
  expect(await page.getByLabel(words['st-LS'].desk['open.declared']).inputValue()).toBe('43')
  await page.evaluate(() => deskKit.speak('en'))
  await restart(page)
  await expect.poll(() => page.getByLabel(said.desk['open.declared']).inputValue()).toBe('43')
  expect(await page.getByLabel(said.desk['open.escort']).inputValue()).toBe('Home Affairs')
  expect(await page.locator('.card input:checked').count()).toBe(1)
  await choose(page, said.codes['facility.LINDELA'])
  await page.getByLabel(said.desk['open.return-type']).selectOption('DEPORTED')
  await press(page, said.desk['open.do'])
  await page.getByLabel(said.desk['heads.men'], { exact: true }).waitFor()
  await page.goto(`${server.origin}/reception/MB/new`)
  await restart(page)
  await page.getByLabel(said.desk['open.declared']).waitFor()
  await page.waitForTimeout(500)
  expect(await page.getByLabel(said.desk['open.declared']).inputValue()).toBe('')
}, 120_000)

it('brings back an outcome and a completion that were begun', async () => {
  const page = await tablet()
  await openArrival(page, said, { men: 2, women: 0, children: 0 })
  await press(page, said.desk['people.other'])
  await page.getByLabel(said.desk['outcome.reason']).fill('Walked to the taxis')
  await restart(page)
  await press(page, said.desk['people.other'])
  await expect.poll(() => page.getByLabel(said.desk['outcome.reason']).inputValue()).toBe('Walked to the taxis')
  await press(page, said.shared['action.cancel'])

  await registerAndComplete(page)
  await part(page, said.completion['section.home'])
  await village(page).fill('Ha Thaba')
  await part(page, said.completion['section.journey'])
  await page.getByLabel(said.completion['journey.town']).fill('Welkom')
  await page.getByLabel(said.shared['date.day'], { exact: true }).first().fill('3')
  await restart(page)
  await page.getByText(said.intake.reopened).waitFor()
  await part(page, said.completion['section.journey'])
  expect(await page.getByLabel(said.completion['journey.town']).inputValue()).toBe('Welkom')
  expect(await page.getByLabel(said.shared['date.day'], { exact: true }).first().inputValue()).toBe('3')
  await page.getByLabel(said.shared['date.day'], { exact: true }).first().fill('')
  await part(page, said.completion['section.home'])
  expect(await village(page).inputValue()).toBe('Ha Thaba')
  await press(page, said.completion.save)
  await page.getByText(said.completion.saved).waitFor()
  await restart(page)
  await page.locator('.progress').waitFor()
  await page.waitForTimeout(500)
  expect(await page.getByText(said.intake.reopened).count()).toBe(0)
}, 180_000)

it('opens a refused completion on the record as it stands, with what was typed, under its own id', async () => {
  const page = await tablet()
  await openArrival(page, said, { men: 2, women: 0, children: 0 })
  await registerAndComplete(page)
  await part(page, said.completion['section.home'])
  await village(page).fill('Ha Thaba')
  await press(page, said.completion.save)
  await page.getByText(said.completion.saved).waitFor()
  const at = new Date().toISOString()
  const sent = await page.evaluate(async time => {
    const all = await deskKit.answer(id => ({ is: 'received', receipt: { id, receivedAt: time, restoreEpoch: 0 } }))
    return all
  }, at)
  expect(sent.map(({ kind }) => kind)).toContain('completion')

  // a second one, which a colleague's came before
  await part(page, said.completion['section.home'])
  await village(page).fill('Ha Mofoka')
  await press(page, said.completion.save)
  await page.waitForTimeout(500)
  const [refused] = await page.evaluate(() => deskKit.answer(() => ({ is: 'refused', word: 'revision-stale' })))
  expect(refused?.kind).toBe('completion')
  await unsent(page)
  await correct(page, 'completion')
  await page.getByText(said.desk['correct.why']).waitFor()
  await page.locator('.progress').waitFor()
  await part(page, said.completion['section.home'])
  expect(await village(page).inputValue()).toBe('Ha Mofoka')
  await village(page).fill('Ha Mofoka II')
  await press(page, said.completion.save)
  await page.getByText(said.desk['correct.saved']).waitFor()
  const again = await page.evaluate(
    time => deskKit.answer(id => ({ is: 'received', receipt: { id, receivedAt: time, restoreEpoch: 0 } })),
    at,
  )
  expect(again.map(({ recordId }) => recordId)).toEqual([refused?.recordId])
}, 180_000)

it('opens a refused arrival with what was typed; what hangs on it waits, and goes on once it is mended', async () => {
  const page = await tablet()
  await openArrival(page, said, { men: 2, women: 0, children: 0 })
  const first = await page.evaluate(() => deskKit.answer(() => ({ is: 'refused', word: 'version-retired' })))
  expect(first.map(({ kind }) => kind)).toEqual(['batch', 'heads'])
  await unsent(page)
  await correct(page, 'batch')
  await page.getByText(said.desk['correct.why']).waitFor()
  expect(await page.getByLabel(said.desk['open.declared']).inputValue()).toBe('2')
  await press(page, said.desk['open.do'])
  await page.getByText(said.desk['correct.saved']).waitFor()
  const again = await page.evaluate(() => deskKit.answer(() => ({ is: 'later' })))
  expect(again.map(({ recordId }) => recordId)).toEqual([first[0]?.recordId])
}, 120_000)
