/** What was refused of an arrival, beside its people: each opens in its form, with what was typed, and goes under its id. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { en as board } from '../../../../web/src/board/en.ts'
import { en as consents } from '../../../../web/src/consents/en.ts'
import { launch } from '../../desk-browser.ts'
import { serveKit } from '../../kit-browser.ts'
import { choose, openArrival, press, words } from '../../reception-journey.ts'
import type { StaticServer } from '../../static-server.ts'
import { registerAndComplete } from './complete-one.ts'
import { correct, goTo, receiveAll, refuseAll, restart, tabletAt } from './desk-tablet.ts'

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

const idsOf = (answered: readonly { readonly recordId: string }[]) => answered.map(({ recordId }) => recordId)

/** Saved again, and sent under the same id as before. */
async function goesAgain(page: Page, refused: readonly { readonly recordId: string }[]): Promise<void> {
  await page.getByText(said.desk['correct.saved']).waitFor()
  expect(idsOf(await receiveAll(page))).toEqual(idsOf(refused))
}

it('opens a refused closing with its reason, keeps what is typed over it, and closes under its own id', async () => {
  const page = await tabletAt(browser, server.origin)
  await openArrival(page, said, { men: 2, women: 0, children: 0 })
  await receiveAll(page)
  await press(page, said.desk['close.title'])
  const reason = page.getByLabel(said.desk['close.reason'])
  await reason.fill('Two ran')
  await press(page, said.desk['close.do-unbalanced_other'].replace('{{count}}', '2'))
  await page.getByText(said.desk['closed.text']).waitFor()
  const refused = await refuseAll(page)
  expect(refused.map(({ kind }) => kind)).toEqual(['closing'])

  await correct(page, 'closing')
  await page.getByText(said.desk['correct.why']).waitFor()
  expect(await reason.inputValue()).toBe('Two ran')
  await reason.fill('Two ran to the taxis')
  await restart(page)
  await correct(page, 'closing')
  await expect.poll(() => reason.inputValue()).toBe('Two ran to the taxis')
  await press(page, said.desk['close.do-unbalanced_other'].replace('{{count}}', '2'))
  await goesAgain(page, refused)
}, 180_000)

it('opens a refused count of the whole bus with its numbers, and sends it under its own id', async () => {
  const page = await tabletAt(browser, server.origin)
  await openArrival(page, said, { men: 5, women: 0, children: 0 })
  await receiveAll(page)
  await goTo(page, '/board/MB')
  await page.locator('.counter-more').first().click()
  await press(page, board['tally.emptyHanded.all'].replace('{{count}}', '5'))
  await press(page, board['tally.do'])
  await page.getByText(board['tally.kept'], { exact: true }).waitFor()
  const refused = await refuseAll(page)
  expect(refused.map(({ kind }) => kind)).toEqual(['tally'])

  await correct(page, 'tally')
  await page.getByText(said.desk['correct.why']).waitFor()
  const fields = page.locator('.heads input')
  expect(await fields.evaluateAll(all => all.map(each => (each as HTMLInputElement).value))).toEqual(['1', '5'])
  await fields.first().fill('2')
  await page.locator('.panel button.button-primary').click()
  await goesAgain(page, refused)
}, 180_000)

it('opens refused answers on what was agreed as they were given, and sends them under their own id', async () => {
  const page = await tabletAt(browser, server.origin)
  await openArrival(page, said, { men: 1, women: 0, children: 0 })
  await registerAndComplete(page, said)
  await receiveAll(page)
  await page.locator('summary', { hasText: consents.change }).click()
  await choose(page, consents['ask.SHARE_DISTRICT.no'])
  await press(page, consents.save)
  await page.getByText(consents.saved).waitFor()
  const refused = await refuseAll(page)
  expect(refused.map(({ kind }) => kind)).toEqual(['consents'])

  await correct(page, 'consents')
  await page.getByText(said.desk['correct.why']).waitFor()
  const chosen = page.locator('.card', { has: page.locator('input:checked') })
  await expect.poll(() => chosen.allTextContents()).toContain(consents['ask.SHARE_DISTRICT.no'])
  await choose(page, consents['ask.SHARE_DISTRICT.yes'])
  await press(page, consents.save)
  await goesAgain(page, refused)
}, 180_000)
