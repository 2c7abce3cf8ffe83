import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sharedHost } from '../harness/local-host.ts'
import { launch, openDesk } from './desk-browser.ts'

let browser: Browser
let host: Awaited<ReturnType<typeof sharedHost>>

beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
}, 180_000)
afterAll(() => browser.close())

it('signs an officer in through the sign-in page, back to where they were, and out again', async () => {
  const { page, look } = await openDesk(browser, host, { path: '/reception/FB' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await look('the way in')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('Nthabiseng Phafane').click()
  await page.waitForURL(`${host.url}/reception/FB`)
  await page.getByRole('heading', { name: 'Ficksburg Bridge' }).waitFor()
  await page.goto(`${host.url}/`)
  await page.getByText('Signed in as Nthabiseng Phafane').waitFor()
  await look('the desks of an officer')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(`${host.url}/`)
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('access_token')
})

it('shows a desk of another post to nobody, nor a page that is none', async () => {
  const { page, look } = await openDesk(browser, host, { groups: ['reception@QN'], path: '/reception/MB' })
  await page.getByText('This post is not open to you').waitFor()
  await look('another post')
  await page.goto(`${host.url}/nothing`)
  await page.getByText('There is no page here').waitFor()
})

it('shows who has no role what to do', async () => {
  const { page, look } = await openDesk(browser, host, { groups: [] })
  await page.getByText('No desk is open to you').waitFor()
  await look('no desk')
})

it.each(['phone', 'tablet', 'desktop'] as const)(
  'shows every component in every state on a %s, readable and reachable',
  async size => {
    for (const language of ['en', 'st-LS'] as const) {
      const { page, look } = await openDesk(browser, host, { path: '/components', language, size })
      await page.getByRole('heading', { name: 'Dialog' }).waitFor()
      await look(`components on a ${size} in ${language}`)
      await page.context().close()
    }
  },
)

it('lets an officer whose session has ended sign in again beside the open form, which keeps what was typed', async () => {
  const { page } = await openDesk(browser, host, { groups: ['reception@FB'], path: '/reception/FB/people' })
  await page.getByLabel('Given names').fill('Khotso')
  await page.getByLabel('Surname').fill('Ramatsoso')
  await page.locator('.card', { hasText: 'Man or boy' }).click()
  await page.evaluate(() => {
    for (const key of Object.keys(sessionStorage).filter(name => name.startsWith('oidc.user:')))
      sessionStorage.setItem(
        key,
        (sessionStorage.getItem(key) ?? '').replace(/"access_token":"[^"]+"/, '"access_token":"ended"'),
      )
  })
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.getByText('Please sign in again.').waitFor()
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Sign in again' }).click(),
  ])
  await popup.getByText('Nthabiseng Phafane').click()
  await popup.waitForEvent('close')
  expect(await page.getByLabel('Given names').inputValue()).toBe('Khotso')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.getByText('Nobody of that name is known here.').waitFor()
})

it('says where a desk could not be fetched, and opens it once there is a network', async () => {
  const { page } = await openDesk(browser, host, { groups: ['reception@MB'], size: 'phone' })
  await page.getByText('Your desks').waitFor()
  const failing = /\/assets\/reception.*\.js$/
  await page.route(failing, route => route.abort('internetdisconnected'))
  await page.getByRole('link', { name: 'Reception' }).click()
  await page.getByText('This page could not be fetched').waitFor()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('This page could not be fetched').waitFor()
  await page.unroute(failing)
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { name: 'Maseru Bridge' }).waitFor()
})

// a role of the whole country that is held for one project opens nothing (functions/platform/permissions.ts)
it.each(['analyst@project:JP-21'])('tells %s that no desk stands here, not that they have no role', async group => {
  const { page, look } = await openDesk(browser, host, { groups: [group] })
  await page.getByText('Your role has no desk in this system yet.').waitFor()
  await look(`the first page of ${group}`)
})
