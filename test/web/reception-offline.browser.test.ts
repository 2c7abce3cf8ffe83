/** The bus-load of Maseru Bridge at an enrolled tablet with the network off, and what arrives when it comes back. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { arrivalsRoutes } from '../../functions/arrivals/contract.ts'
import { suppliesRoutes } from '../../functions/supplies/contract.ts'
import { deskStockRoutes } from '../../functions/supplies/desk-contract.ts'
import { newId } from '../../web/src/api/new-id.ts'
import { sharedHost } from '../harness/local-host.ts'
import { officerOf } from '../harness/officer.ts'
import { launch, openDesk } from './desk-browser.ts'
import { beginFirstTime, enrol, isKeptForOffline, palesa, typePin, unsentSays } from './device/tablet-screen.ts'
import {
  answerHome,
  balance,
  choose,
  follow,
  goOn,
  importList,
  openArrival,
  press,
  words,
} from './reception-journey.ts'

const manifest = join(import.meta.dirname, '../data/maseru-bridge-manifest.csv')
const said = words.en
const versions = { contract: 1, rules: '2026-11-01' }

let browser: Browser
let host: Awaited<ReturnType<typeof sharedHost>>
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
}, 180_000)
afterAll(() => browser.close())

/** From the arrival's page to the slip and back; the number on it. */
async function register(page: Page, typed: string, district: string): Promise<string> {
  await page.getByLabel(said.desk['people.search']).fill(typed)
  await page.locator('.pick a').first().click()
  await page.locator('.progress').waitFor()
  await goOn(page)
  await answerHome(page, said, { district, phone: '5812 3456' })
  for (const _ of ['urgent', 'support', 'check']) await goOn(page)
  await page.getByText(said.desk['find.only-here']).waitFor()
  await goOn(page)
  await page.locator('.slip-number').waitFor()
  const number = (await page.locator('.slip-number').textContent()) ?? ''
  await page.getByText(said.intake['saved.kept']).waitFor()
  await follow(page, said.intake['saved.next'])
  return number
}

it('takes the bus-load through without a network, restarted in the middle, and everything arrives once', async () => {
  const { page, look } = await openDesk(browser, host, { serviceWorkers: 'allow' })
  await enrol(page, host)
  await beginFirstTime(page, host, palesa)
  await isKeptForOffline(page)
  const supplies = officerOf(host, ['supplies@MB'], 'supplies-mb')
  for (const item of ['BLANKET', 'FOOD_PACK'] as const)
    await supplies.must(suppliesRoutes.receiveStock, {
      params: { place: 'MB', moveId: newId() },
      body: { versions, item, quantity: 5, to: 'DESK', lot: 'IOM-2026-041', deviceTime: new Date().toISOString() },
    })
  const drawn = async () => {
    const { levels } = await supplies.must(deskStockRoutes.readStock, { params: { post: 'MB' } })
    return levels.find(({ item }) => item === 'BLANKET')?.drawn ?? 0
  }
  const drawnBefore = await drawn()
  // while there is a network the desk is told what is left; it goes by that until it is told anew
  const told = page.waitForResponse(response => response.url().endsWith('/stock'))
  await page.locator('a.door[href="/reception/MB"]').click()
  await told
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await openArrival(page, said, { men: 84, women: 25, children: 9 })
  const arrival = new URL(page.url()).pathname
  const batchId = arrival.split('/').at(-1) ?? ''
  await importList(page, said, manifest)
  const numbers = [await register(page, 'kgotso foulo', 'Leribe'), await register(page, 'sechaba mothibi', 'Quthing')]
  await page.locator('.pick').first().getByRole('button').click()
  await choose(page, said.codes['outcome.LEFT_BEFORE'])
  await press(page, said.desk['outcome.do'])
  await expect.poll(() => balance(page)).toEqual([118, 2, 1, 115])

  await page.goto(`${host.url}/`)
  await typePin(page, palesa)
  await page.locator('a.door[href="/reception/MB"]').click()
  await page.locator(`a.door[href="${arrival}"]`).click()
  await expect.poll(() => balance(page)).toEqual([118, 2, 1, 115])
  numbers.push(await register(page, 'qhobea', 'Leribe'))
  await look('an arrival without a network, on the real host')
  await unsentSays(page, '7 not yet sent')

  await page.context().setOffline(false)
  await unsentSays(page, 'Everything is sent')
  const officer = officerOf(host, ['reception@MB'], palesa.username)
  const view = await officer.must(arrivalsRoutes.readBatch, { params: { batchId } })
  expect(view.balance).toMatchObject({ headcount: 118, outcomes: { REGISTERED: 3, LEFT_BEFORE: 1 }, difference: 114 })
  expect(view.rows).toHaveLength(117)
  expect(view.counted.flatMap(({ displayNumber }) => displayNumber ?? []).sort()).toEqual([...numbers].sort())
  expect(new Set(numbers).size).toBe(3)
  expect(await drawn()).toBe(drawnBefore + 3)
  await page.reload()
  await typePin(page, palesa)
  await expect.poll(() => balance(page)).toEqual([118, 3, 1, 114])
}, 300_000)
