/** The board from one shared tablet without a network: what the officers captured there, and nothing that a server said. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { arrivalsRoutes } from '../../functions/arrivals/contract.ts'
import { en } from '../../web/src/board/en.ts'
import { sharedHost } from '../harness/local-host.ts'
import { officerOf } from '../harness/officer.ts'
import { launch, openDesk } from './desk-browser.ts'
import {
  beginFirstTime,
  enrol,
  isKeptForOffline,
  palesa,
  supervisor,
  typePin,
  unsentSays,
} from './device/tablet-screen.ts'
import { answerHome, choose, follow, goOn, openArrival, words } from './reception-journey.ts'

const said = words.en

let browser: Browser
let host: Awaited<ReturnType<typeof sharedHost>>
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
}, 180_000)
afterAll(() => browser?.close())

const tile = (page: Page, name: string) =>
  page.locator('.tile', { has: page.locator('dt', { hasText: name }) }).locator('dd')
const waiting = (page: Page, name: string) => page.locator('.wait', { hasText: name }).locator('.wait-count')

async function registerForTheNurse(page: Page): Promise<void> {
  await follow(page, said.desk['people.new'])
  await page.getByLabel(said.intake['who.given-names']).fill('Ntsebeng')
  await page.getByLabel(said.intake['who.surname']).fill('Mokone')
  await choose(page, said.codes['sex.2'])
  await page.getByLabel(said.shared['date.year']).fill('1990')
  await goOn(page)
  await answerHome(page, said, { district: 'Leribe' })
  await goOn(page)
  await choose(page, said.intake['urgent.NURSE_NOW'])
  for (const _ of ['urgent', 'support']) await goOn(page)
  await page.getByText(said.desk['find.only-here']).waitFor()
  await goOn(page)
  await page.locator('.slip').waitFor()
}

it('counts in what officers of the tablet captured, keeps the tally with it, and hands over, all without a network', async () => {
  const { page, look } = await openDesk(browser, host, { serviceWorkers: 'allow' })
  await enrol(page, host)
  await beginFirstTime(page, host, palesa)
  await page.goto(`${host.url}/`)
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().waitFor()
  await beginFirstTime(page, host, supervisor)
  await isKeptForOffline(page)
  await page.context().setOffline(true)

  await page.goto(`${host.url}/reception/MB`)
  await typePin(page, palesa)
  await openArrival(page, said, { men: 3, women: 1, children: 0 })
  const batchId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await registerForTheNurse(page)

  await page.goto(`${host.url}/board/MB`)
  await typePin(page, supervisor)
  await tile(page, en.counted).getByText('4', { exact: true }).waitFor()
  expect(await tile(page, en.registered).textContent()).toBe('1')
  expect(await tile(page, en['in-line']).textContent()).toBe('3')
  expect(await waiting(page, en['wait.NURSE']).textContent()).toBe('1')
  await page.getByText(en['known-here']).waitFor()
  await page.getByText(en['stock.unseen']).waitFor()
  await page.getByRole('button', { name: en['tally.barefoot.all'].replace('{{count}}', '4') }).click()
  await page.getByRole('button', { name: en['tally.do'] }).click()
  await page.getByText(en['tally.kept'], { exact: true }).waitFor()
  await look('the board of a tablet without a network')
  expect(await page.content()).not.toMatch(/Ntsebeng|Mokone/)
  await unsentSays(page, '4 not yet sent')

  await follow(page, en['hand.open'])
  await page.getByText('1 person waits for the nurse.').waitFor()
  await page.getByText('3 people are still in the line.').waitFor()
  await page.getByText('4 records on this tablet are not yet sent.').waitFor()
  await look('the hand-over of a tablet without a network')

  await page.context().setOffline(false)
  await unsentSays(page, 'Everything is sent')
  const { batches } = await officerOf(host, ['supervisor@MB'], supervisor.username).must(arrivalsRoutes.listBatches, {
    query: { post: 'MB' },
  })
  expect(batches.find(batch => batch.batchId === batchId)?.needs).toEqual({ barefoot: 4, emptyHanded: 0 })
  await page.goto(`${host.url}/board/MB`)
  await typePin(page, supervisor)
  await tile(page, en.counted).getByText('4', { exact: true }).waitFor()
  expect(await tile(page, en.registered).textContent()).toBe('1')
}, 240_000)
