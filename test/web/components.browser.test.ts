/** Every component in every state, and the desks of a post: large enough for a thumb, still for who asks for stillness. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { HostDoor } from '../harness/host-process.ts'
import { sharedHost } from '../harness/local-host.ts'
import { launch, openDesk } from './desk-browser.ts'

let browser: Browser
let host: HostDoor
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
}, 180_000)
afterAll(() => browser?.close())

/** What can be pressed and is lower than 48 px; a box within a label is pressed by the label, a link within a sentence is read. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], input, select, textarea, summary, label:has(input)')]
      .filter(element => !(element.matches('input') && element.closest('label') !== null))
      .filter(element => !element.matches('p a, .skip'))
      .flatMap(element => {
        const { width, height } = element.getBoundingClientRect()
        return width > 0 && height < 47.5 ? [`${element.className}: ${element.textContent} ${height}`] : []
      }),
  )

const desks = ['/components', '/', '/board/MB', '/notice/MB', '/paper/MB', '/record/MB', '/reception/MB']
const groups = ['reception@MB', 'supervisor@MB', 'screening@MB']

it.each(['phone', 'tablet', 'desktop'] as const)('asks a thumb to hit nothing lower than 48 px on a %s', async size => {
  for (const path of desks) {
    const { page } = await openDesk(browser, host, { groups, size, path })
    await page.waitForLoadState('networkidle')
    expect([path, await tooSmall(page)]).toEqual([path, []])
    await page.context().close()
  }
})

it('moves nothing for who asks for stillness', async () => {
  const { page, look } = await openDesk(browser, host, { path: '/components' })
  const running = () => page.evaluate(() => document.getAnimations().length)
  await page.getByRole('button', { name: 'Busy' }).waitFor()
  expect(await running()).toBeGreaterThan(0)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await running()).toBe(0)
  await look('every component')
})

it('keeps the buttons of a long dialog in sight on a phone, and nothing in focus under them', async () => {
  const { page, look } = await openDesk(browser, host, { path: '/components', size: 'phone' })
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  const sides = (selector: string) =>
    page.locator(selector).evaluate(element => {
      const { top, bottom } = element.getBoundingClientRect()
      return { top, bottom }
    })
  const isInSight = async (selector: string) => {
    const { top, bottom } = await sides(selector)
    return top >= 0 && bottom <= 740
  }
  expect(await isInSight('.dialog-foot button')).toBe(true)
  const longer = await page.locator('.dialog-body').evaluate(body => body.scrollHeight - body.clientHeight)
  expect(longer).toBeGreaterThan(0)
  await look('a long dialog on a phone')
  for (const answer of ['12', '1']) {
    await page.locator(`.dialog-body input[value="${answer}"]`).focus()
    const card = await sides(`.dialog-body .card:has(input[value="${answer}"])`)
    const [head, foot] = [await sides('.dialog-head'), await sides('.dialog-foot')]
    expect(card.top).toBeGreaterThanOrEqual(head.bottom)
    expect(card.bottom).toBeLessThanOrEqual(foot.top)
  }
  expect(await isInSight('.dialog-foot button')).toBe(true)
  expect(await isInSight('.dialog-head h2')).toBe(true)
})

it('stands two short answers side by side down to 320 px, and cuts no word of a longer one', async () => {
  const { page } = await openDesk(browser, host, { path: '/components', size: 'phone' })
  await page.setViewportSize({ width: 320, height: 640 })
  await page.getByRole('heading', { name: 'Choice', exact: true }).waitFor()
  const topsOf = (legend: string) =>
    page
      .getByRole('group', { name: legend })
      .locator('.card')
      .evaluateAll(cards => cards.map(card => card.getBoundingClientRect().top))
  const [first, second] = await topsOf('Two short answers')
  expect(first).toBeDefined()
  expect(second).toBe(first)
  const [above, below] = await topsOf('Two answers of which one is long')
  expect(below).toBeGreaterThan(above ?? 0)
})
