/** A post's stock on the real host: what came is there at once, and only supplies officers receive it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { en as codesEn } from '../../web/src/code-lists/en.ts'
import { st as codesSt } from '../../web/src/code-lists/st.ts'
import { en } from '../../web/src/supplies/en.ts'
import { st } from '../../web/src/supplies/st.ts'
import type { HostDoor } from '../harness/host-process.ts'
import { sharedHost } from '../harness/local-host.ts'
import { launch, openDesk } from './desk-browser.ts'

let browser: Browser
let host: HostDoor
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
}, 180_000)
afterAll(() => browser.close())

it.each([
  ['en', 'phone', 'ON', en, codesEn],
  ['st-LS', 'tablet', 'RG', st, codesSt],
] as const)('receives a delivery, money in maloti, in %s on a %s', async (language, size, post, says, codes) => {
  const { page, look } = await openDesk(browser, host, {
    groups: [`supplies@${post}`],
    path: `/supplies/${post}`,
    language,
    size,
  })
  const receive = page.getByRole('button', { name: says['receive.do'] })
  await receive.click()
  await page.getByText(says['receive.lot.problem']).waitFor()
  await look(`a delivery without anything in ${language}`)
  await page.getByLabel(says['receive.item']).selectOption('CASH_ARRIVAL')
  await page.getByLabel(says['receive.quantity.money']).fill('12 500,50')
  await page.getByText(says['receive.lot.problem']).waitFor({ state: 'hidden' }) // money has no lot
  await receive.click()
  const row = page.getByRole('row').filter({ hasText: codes['item.CASH_ARRIVAL'] })
  await row.getByText('M12\u202f500.50').first().waitFor()
  expect(await page.getByLabel(says['receive.item']).inputValue()).toBe('') // ready for the next one
  await look(`what the post holds in ${language}`)
})

it('shows a reception officer what is left, and nothing to receive', async () => {
  // a post at which no other file receives anything
  const { page, look } = await openDesk(browser, host, { groups: ['reception@FB'], path: '/supplies/FB' })
  await page.getByText(en['stock.none']).waitFor()
  expect(await page.getByRole('button', { name: en['receive.do'] }).count()).toBe(0)
  await look('an empty store')
})
