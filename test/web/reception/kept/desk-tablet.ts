/** A tablet without a network, with the reception desk open on it, for the tests of what is kept there. */
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { en as outbox } from '../../../../web/src/outbox/en.ts'
import type { DeskKit } from './desk-kit.tsx'

/** In the page. */
declare const deskKit: DeskKit

export const officer = '0193a3a0-0000-7000-8000-0000000000f1'

export const loaded = (page: Page) => page.waitForFunction(() => 'deskKit' in globalThis)

export async function tabletAt(
  browser: Browser,
  origin: string,
  viewport = { width: 800, height: 1280 },
): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage()
  page.setDefaultTimeout(30_000)
  await page.route('**/v1/**', route => route.abort())
  await page.route('**/config.json', route => route.abort())
  await page.goto(`${origin}/reception/MB`)
  await loaded(page)
  await page.evaluate(() => deskKit.enrol('7F2'))
  await page.evaluate(id => deskKit.signOn(id), officer)
  await page.evaluate(() => deskKit.show())
  return page
}

export async function restart(page: Page): Promise<void> {
  await page.waitForTimeout(1_500)
  await page.reload()
  await loaded(page)
  expect(await page.evaluate(id => deskKit.unlock(id), officer)).toBe('unlocked')
  await page.evaluate(() => deskKit.show())
}

/** Inside the desk, as one of its own links would. */
export const goTo = (page: Page, path: string) =>
  page.evaluate(to => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)

/** Every record that waits is refused. */
export const refuseAll = (page: Page, word = 'version-retired') =>
  page.evaluate(said => deskKit.answer(() => ({ is: 'refused', word: said })), word)

/** Every record that waits is received. */
export const receiveAll = (page: Page) =>
  page.evaluate(
    receivedAt => deskKit.answer(id => ({ is: 'received', receipt: { id, receivedAt, restoreEpoch: 0 } })),
    new Date().toISOString(),
  )

/** By its own row: each has its button only once its copy is opened, so that the first of them may be any. */
export const correct = async (page: Page, kind: 'batch' | 'closing' | 'completion' | 'consents' | 'tally') => {
  await goTo(page, '/unsent')
  await page
    .getByRole('listitem')
    .filter({ has: page.getByText(outbox[`kind.${kind}`], { exact: kind === 'batch' }) })
    .getByRole('button', { name: outbox['row.open'] })
    .click()
}
