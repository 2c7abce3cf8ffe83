/** The list says the truth of each record, and names people to their own officer alone. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusals } from '../../../functions/platform/refusals.ts'
import { en } from '../../../web/src/outbox/en.ts'
import { st } from '../../../web/src/outbox/st.ts'
import { inaccessible, launch, sizes } from '../desk-browser.ts'
import { serveKit } from '../kit-browser.ts'
import type { StaticServer } from '../static-server.ts'
import type { ListKit } from './list-kit.tsx'

/** In the page. */
declare const listKit: ListKit

const first = '0193a3a0-0000-7000-8000-000000000001'
const second = '0193a3a0-0000-7000-8000-000000000002'
let browser: Browser
let server: StaticServer
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launch(), serveKit(join(import.meta.dirname, 'list-kit.tsx'))])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function open(size: keyof typeof sizes): Promise<Page> {
  const page = await (await browser.newContext({ viewport: sizes[size] })).newPage()
  await page.goto(server.origin)
  await page.waitForFunction(() => 'listKit' in globalThis)
  return page
}

it.each([
  ['en', 'tablet', en],
  ['st-LS', 'phone', st],
] as const)('shows each record as it stands, in %s on a %s', async (language, size, said) => {
  const page = await open(size)
  await page.evaluate(language => listKit.speak(language), language)
  await page.evaluate(() => listKit.signOn('officer-1'))
  await page.evaluate(() => listKit.show())
  await page.getByText(said['list.none']).waitFor()
  await page.evaluate(
    async ([one, other]) => {
      await listKit.keep(one, 'officer-1', 'Rethabile')
      await listKit.keep(other, 'officer-2', 'Thato')
    },
    [first, second] as const,
  )
  await page.getByText(said['unsent_other'].replace('{{count}}', '2')).waitFor()
  await page.getByRole('heading', { name: 'Rethabile' }).waitFor()
  expect(await page.locator('main').textContent()).not.toContain('Thato')
  expect([size, await inaccessible(page)]).toEqual([size, []])

  await page.evaluate(id => listKit.answer(id, { is: 'refused', word: 'row-already-taken' }), first)
  await page.getByText(refusals['row-already-taken'][language === 'en' ? 'en' : 'st']).waitFor()
  await page.getByText(said['row.typed']).click()
  await page.getByText('+26658000000').waitFor()
  expect([size, await inaccessible(page)]).toEqual([size, []])
  await page.getByRole('button', { name: said['row.open'] }).click()
  expect(await page.evaluate(() => listKit.corrected())).toBe(first)

  await page.evaluate(() => listKit.lock())
  await expect.poll(() => page.locator('main').textContent()).not.toContain('Rethabile')
  expect(await page.locator('main').textContent()).not.toMatch(/26658000000|MB-7F/)
})

it('shows the receipt of what was received, and nothing not yet sent', async () => {
  const page = await open('tablet')
  await page.evaluate(() => listKit.show())
  await page.evaluate(id => listKit.keep(id, 'officer-2', 'Thato'), second)
  await page.getByText(en['unsent_one'].replace('{{count}}', '1')).waitFor()
  const receipt = { id: second, receivedAt: '2026-11-23T08:00:00.000Z', restoreEpoch: 0 }
  await page.evaluate(([id, receipt]) => listKit.answer(id, { is: 'received', receipt }), [second, receipt] as const)
  await page.getByText(en['row.receipt'].replace('{{number}}', second)).waitFor()
  await page.getByText(en['unsent.none']).waitFor()
})

it.each([
  ['en', 'tablet', en],
  ['st-LS', 'phone', st],
] as const)(
  'says of a photograph without its yes that it was not kept, and lets its officer dismiss it, in %s on a %s',
  async (language, size, said) => {
    const page = await open(size)
    await page.evaluate(language => listKit.speak(language), language)
    await page.evaluate(() => listKit.signOn('officer-1'))
    await page.evaluate(() => listKit.show())
    await page.evaluate(id => listKit.keep(id, 'officer-1', 'Rethabile', 'photo'), first)
    await page.evaluate(id => listKit.answer(id, { is: 'refused', word: 'consent-needed' }), first)
    await page.getByText(said['row.let-go']).waitFor()
    await page.getByText(said['unsent.none']).waitFor()
    expect(await page.getByRole('button', { name: said['row.open'] }).count()).toBe(0)
    expect(await page.locator('main').textContent()).not.toContain('Rethabile')
    expect([size, await inaccessible(page)]).toEqual([size, []])
    await page.getByRole('button', { name: said['row.dismiss'] }).click()
    await page.getByText(said['list.none']).waitFor()
  },
)

it('counts a sealed record with the rest, and lists it as a record with its state and nothing else', async () => {
  const page = await open('phone')
  await page.evaluate(() => listKit.show())
  await page.getByText(en['list.none']).waitFor()
  await page.evaluate(id => listKit.keep(id, 'officer-2', 'Thato'), first)
  await page.evaluate(id => listKit.keepSealed(id), second)
  await page.getByText(en['unsent_other'].replace('{{count}}', '2')).waitFor()
  const line = page.locator('li', { has: page.getByRole('heading', { name: en['kind.record'], exact: true }) })
  expect(await line.textContent()).toBe(`${en['kind.record']}${en['state.waiting']}`)
  await page.evaluate(id => listKit.refuseSealed(id), second)
  await line.getByText(en['state.refused']).waitFor()
  expect(await line.locator('button, details, a').count()).toBe(0)
  expect(await inaccessible(page)).toEqual([])
})
