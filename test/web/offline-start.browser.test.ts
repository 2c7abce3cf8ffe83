/** The application kept on the device: it starts without a network, and a new version waits for the officer. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { st as reception } from '../../web/src/reception/st.ts'
import { st as supplies } from '../../web/src/supplies/st.ts'
import { sharedHost } from '../harness/local-host.ts'
import { launch, openDesk } from './desk-browser.ts'
import { eventually } from './eventually.ts'

let browser: Browser
let host: Awaited<ReturnType<typeof sharedHost>>
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
}, 180_000)
afterAll(() => browser.close())

const kept = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')

it('starts without a network, with the desks of a post and not those of others', async () => {
  const { page } = await openDesk(browser, host, { groups: ['reception@MB', 'supplies@MB'], serviceWorkers: 'allow' })
  await kept(page)
  await eventually(page, async () => (await caches.match('/config.json')) !== undefined)
  await page.context().setOffline(true)
  await page.goto(`${host.url}/reception/MB`)
  await page.getByRole('heading', { name: 'Maseru Bridge' }).waitFor()
  await page.goto(`${host.url}/supplies/MB`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  // in either language, though nobody has read the other one yet
  await page.getByRole('button', { name: 'Sesotho', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: supplies['desk.title'].split(',')[0] ?? '' }).waitFor()
  await page.goto(`${host.url}/reception/MB`)
  await page.getByText(reception['batches.open']).waitFor()
  const files = await page.evaluate(async () => {
    const caught = await Promise.all((await caches.keys()).map(async name => (await caches.open(name)).keys()))
    return caught.flat().map(({ url }) => new URL(url).pathname)
  })
  expect(files.filter(file => /protection|reports|draw-bars|district/.test(file))).toEqual([])
  expect(files.filter(file => file.startsWith('/v1') || file.startsWith('/oidc'))).toEqual([])
})

it('is kept when the network comes back, where it went before the copy was made', async () => {
  const { page, complaints } = await openDesk(browser, host, { path: '/config.json', serviceWorkers: 'allow' })
  await page.route('**/config.json', route => route.abort())
  const failed = page.waitForEvent('requestfailed', request => request.url().endsWith('/config.json'))
  await page.goto(host.url)
  await failed
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then(({ length }) => length))).toBe(0)
  await page.unroute('**/config.json')
  await page.context().setOffline(true)
  await page.context().setOffline(false)
  await kept(page)
  expect(complaints).toEqual([])
})
