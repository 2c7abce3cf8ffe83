/** Forms beside the intake on an enrolled tablet: half-filled they outlive the browser, refused they open again. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { en as board } from '../../../../web/src/board/en.ts'
import { en as proof } from '../../../../web/src/reception/proof/en.ts'
import { launch } from '../../desk-browser.ts'
import { serveKit } from '../../kit-browser.ts'
import { choose, drawMark, follow, openArrival, press, words } from '../../reception-journey.ts'
import type { StaticServer } from '../../static-server.ts'
import { registerAndComplete, saveIntake, upToSupport } from './complete-one.ts'
import type { DeskKit } from './desk-kit.tsx'
import { correct, goTo, receiveAll, refuseAll, restart, tabletAt } from './desk-tablet.ts'

/** In the page. */
declare const deskKit: DeskKit

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

const tablet = () => tabletAt(browser, server.origin)

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

  await registerAndComplete(page, said)
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

it('keeps what was typed before the tablet had looked for what was left of the form', async () => {
  const page = await tablet()
  await openArrival(page, said, { men: 1, women: 0, children: 0 })
  await page.evaluate(() => {
    // in the same moment as the form stands there: no search of the store can have ended
    const watch = new MutationObserver(() => {
      const reason = document.querySelector<HTMLTextAreaElement>('dialog textarea')
      if (reason === null) return
      watch.disconnect()
      reason.value = 'Went ahead'
      reason.dispatchEvent(new Event('input', { bubbles: true }))
    })
    watch.observe(document.body, { childList: true, subtree: true })
  })
  await press(page, said.desk['people.other'])
  expect(await page.getByLabel(said.desk['outcome.reason']).inputValue()).toBe('Went ahead')
  await restart(page)
  await press(page, said.desk['people.other'])
  await expect.poll(() => page.getByLabel(said.desk['outcome.reason']).inputValue()).toBe('Went ahead')
}, 120_000)

it('brings back a head count, a count of the whole bus and the reason of a closing that were begun', async () => {
  const page = await tablet()
  await openArrival(page, said, { men: 2, women: 0, children: 0 })
  const arrival = new URL(page.url()).pathname
  const men = page.getByLabel(said.desk['heads.men'], { exact: true })
  await page.locator('summary', { hasText: said.desk['heads.title'] }).click()
  await men.fill('3')
  await restart(page)
  await expect.poll(() => men.inputValue()).toBe('3')
  // what stands may have been counted by somebody else meanwhile: the officer says which it is
  await page.locator('summary', { hasText: said.desk['heads.title'] }).click()
  await press(page, said.desk['heads.newer.keep'])
  await press(page, said.desk['heads.do'])
  await page.getByText(said.desk['heads.saved'].replace('{{count}}', '3')).waitFor()
  await restart(page)
  await page.waitForTimeout(500)
  expect(await men.inputValue()).toBe('3')
  expect(await page.getByText(said.desk['heads.newer.title']).count()).toBe(0)

  await goTo(page, '/board/MB')
  const barefoot = page.locator('.counter-more').first()
  await barefoot.click()
  await barefoot.click()
  await restart(page)
  await expect.poll(() => barefoot.textContent()).toContain('2')
  await press(page, board['tally.do'])
  await page.getByText(board['tally.kept'], { exact: true }).waitFor()

  await goTo(page, arrival)
  await press(page, said.desk['close.title'])
  await page.getByLabel(said.desk['close.reason']).fill('Three ran to the taxis')
  await restart(page)
  await press(page, said.desk['close.title'])
  await expect.poll(() => page.getByLabel(said.desk['close.reason']).inputValue()).toBe('Three ran to the taxis')
}, 180_000)

it('sends the mark of a form that was stored when the tablet died before its mark was', async () => {
  const page = await tablet()
  await openArrival(page, said, { men: 0, women: 1, children: 0 })
  const arrival = new URL(page.url()).pathname
  await upToSupport(page, said)
  await page.locator('.offer input').first().click()
  await choose(page, proof['kind.SIGNATURE'])
  await drawMark(page)
  await expect.poll(() => page.evaluate(() => deskKit.noteForms())).toBe(1)
  await page.waitForTimeout(1_000)
  await page.evaluate(() => deskKit.noteForms())
  await saveIntake(page, said)
  const [mark] = await page.evaluate(() => deskKit.asBeforeTheMark())
  expect(mark).toBeDefined()
  await restart(page)
  await goTo(page, `${arrival}/intake`)
  await page.getByLabel(said.intake['who.given-names']).waitFor()
  // the form is another one, and the mark waits behind its intake
  expect(await page.getByLabel(said.intake['who.given-names']).inputValue()).toBe('')
  const first = await receiveAll(page)
  const second = await receiveAll(page)
  const sent = [...first, ...second]
  expect(sent.filter(({ kind }) => kind === 'signature').map(({ recordId }) => recordId)).toEqual([mark])
  expect(sent.filter(({ kind }) => kind === 'intake')).toHaveLength(1)
}, 180_000)

it('opens a refused completion on the record as it stands, with what was typed, under its own id', async () => {
  const page = await tablet()
  await openArrival(page, said, { men: 2, women: 0, children: 0 })
  await registerAndComplete(page, said)
  await part(page, said.completion['section.home'])
  await village(page).fill('Ha Thaba')
  await press(page, said.completion.save)
  await page.getByText(said.completion.saved).waitFor()
  const sent = await receiveAll(page)
  expect(sent.map(({ kind }) => kind)).toContain('completion')

  // a second one, which a colleague's came before
  await part(page, said.completion['section.home'])
  await village(page).fill('Ha Mofoka')
  await press(page, said.completion.save)
  await page.waitForTimeout(500)
  const [refused] = await refuseAll(page, 'revision-stale')
  expect(refused?.kind).toBe('completion')
  await correct(page, 'completion')
  await page.getByText(said.desk['correct.why']).waitFor()
  await page.locator('.progress').waitFor()
  await part(page, said.completion['section.home'])
  expect(await village(page).inputValue()).toBe('Ha Mofoka')
  await village(page).fill('Ha Mofoka II')
  await press(page, said.completion.save)
  await page.getByText(said.desk['correct.saved']).waitFor()
  const again = await receiveAll(page)
  expect(again.map(({ recordId }) => recordId)).toEqual([refused?.recordId])
}, 180_000)

it('opens a refused arrival with what was typed; what hangs on it waits, and goes on once it is mended', async () => {
  const page = await tablet()
  await openArrival(page, said, { men: 2, women: 0, children: 0 })
  const first = await refuseAll(page)
  expect(first.map(({ kind }) => kind)).toEqual(['batch', 'heads'])
  await correct(page, 'batch')
  await page.getByText(said.desk['correct.why']).waitFor()
  expect(await page.getByLabel(said.desk['open.declared']).inputValue()).toBe('2')
  await press(page, said.desk['open.do'])
  await page.getByText(said.desk['correct.saved']).waitFor()
  const again = await page.evaluate(() => deskKit.answer(() => ({ is: 'later' })))
  expect(again.map(({ recordId }) => recordId)).toEqual([first[0]?.recordId])
}, 120_000)
