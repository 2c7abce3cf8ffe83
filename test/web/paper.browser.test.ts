/** The paper pad on the real host: a number for each form and never the same twice, one A4 sheet each, a neutral stub. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isDisplayNumber } from '../../functions/registration/display-number.ts'
import { en } from '../../web/src/paper/en.ts'
import { st } from '../../web/src/paper/st.ts'
import type { HostDoor } from '../harness/host-process.ts'
import { sharedHost } from '../harness/local-host.ts'
import { type Desk, launch, openDesk } from './desk-browser.ts'

let browser: Browser
let host: HostDoor
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
}, 180_000)
afterAll(() => browser?.close())

const draw = async ({ page }: Desk, said: typeof en | typeof st): Promise<string[]> => {
  await page.getByRole('button', { name: said.draw }).click()
  await page.locator('.paper-form').nth(4).waitFor()
  return page.locator('.paper-head .number').allTextContents()
}

it.each([
  ['en', 'tablet', en],
  ['st-LS', 'phone', st],
  ['en', 'desktop', en],
] as const)(
  'makes forms in both languages, each with a number of its own, in %s on a %s',
  async (language, size, said) => {
    const desk = await openDesk(browser, host, { groups: ['reception@MB'], path: '/paper/MB', language, size })
    const first = await draw(desk, said)
    await desk.look('the forms')
    expect(first).toHaveLength(5)
    for (const number of first) expect([number, isDisplayNumber(number)]).toEqual([number, true])
    const form = desk.page.locator('.paper-form').first()
    for (const words of [en['form.district'], st['form.district'], en['form.urgent'], st['form.urgent']])
      expect(await form.getByText(words, { exact: true }).count()).toBeGreaterThan(0)
    await desk.page.reload()
    const second = await draw(desk, said)
    expect(new Set([...first, ...second]).size).toBe(10)
  },
)

it('gives the person a stub that tells nothing but a number and that help is free', async () => {
  const desk = await openDesk(browser, host, { groups: ['reception@MB'], path: '/paper/MB' })
  const [number] = await draw(desk, en)
  const stub = (await desk.page.locator('.paper-stub').first().textContent()) ?? ''
  expect(stub).toContain(number)
  expect(stub).not.toMatch(/Kamohelo|Maseru|IOM|returnee|mokhutli|border|moeli|name/i)
})

it('prints one sheet for each form and nothing else', async () => {
  const desk = await openDesk(browser, host, { groups: ['reception@MB'], path: '/paper/MB' })
  await draw(desk, en)
  await desk.page.emulateMedia({ media: 'print' })
  expect(await desk.page.locator('.header').isVisible()).toBe(false)
  expect(await desk.page.getByRole('heading', { level: 1 }).isVisible()).toBe(false)
  const pdf = (await desk.page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(5)
  expect(pdf).toMatch(/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/) // A4
})
