/** The reception desk, from a post where nothing came to an arrival that is closed. */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { givenStock } from '../journeys/arrival.ts'
import { choose, countHeads, follow, nameArrival, press } from '../web/reception-journey.ts'
import { walkChild } from './child.ts'
import { walkCompletion } from './completion.ts'
import { listed, walkIntake, walkSecondIntake } from './intake.ts'
import type { Walker } from './walk.ts'

const manifest = join(import.meta.dirname, '../data/maseru-bridge-manifest.csv')

/** Ends on the arrival's page, counted and with its list. */
async function walkArrival({ see, said }: Walker, page: Page): Promise<void> {
  const { desk, list } = said
  await page.getByText(desk['batches.none']).waitFor()
  await see(page, 'no-arrival-yet')
  await follow(page, desk['batches.open'])
  await press(page, desk['open.do'])
  await see(page, 'new-arrival-unanswered')
  await nameArrival(page, said, 118)
  await see(page, 'new-arrival')
  await press(page, desk['open.do'])
  await page.getByText(desk['balance.not-counted']).waitFor()
  await see(page, 'head-count')
  await countHeads(page, said, { men: 84, women: 25, children: 9 })
  await see(page, 'arrival-without-list')
  await follow(page, desk['list.import'])
  await page.getByText(list['list.lead']).waitFor()
  await see(page, 'list')
  await page.setInputFiles('input[type=file]', manifest)
  await page.locator('.table').waitFor()
  await see(page, 'list-chosen')
  await press(page, list['list.do'])
  await page.getByRole('link', { name: list['list.to-batch'] }).waitFor()
  await see(page, 'list-stored')
  await follow(page, list['list.to-batch'])
  await page.locator('.pick').first().waitFor()
  await see(page, 'arrival')
}

/** What lies over the arrival's page. */
async function walkDialogs({ see, said: { desk, intake, shared } }: Walker, page: Page): Promise<void> {
  await press(page, desk['first.mark'])
  await page.locator('button.door').nth(1).click()
  await choose(page, intake['urgent.NURSE_NOW'])
  await see(page, 'who-goes-first')
  await press(page, desk['first.do'])
  await page.locator('.dialog').waitFor({ state: 'detached' })
  await see(page, 'arrival-in-order')
  await press(page, desk['first.register'])
  await page.locator('.pick .button').first().click()
  await press(page, desk['outcome.do'])
  await see(page, 'outcome')
  await press(page, shared['action.cancel'])
  await press(page, desk['close.title'])
  await page.locator('.dialog').waitFor()
  await see(page, 'closing')
  await press(page, shared['action.cancel'])
}

async function walkSearch({ language, see, said: { desk, codes, shared } }: Walker, page: Page): Promise<void> {
  await page.getByLabel(desk['find.number']).fill('XV-11')
  await press(page, desk['find.by-number'])
  await page.getByLabel(desk['find.given-names']).fill(listed[language].givenNames)
  await page.getByLabel(desk['find.surname']).fill(listed[language].surname)
  await choose(page, codes['sex.2'])
  await press(page, shared['action.search'])
  await page.locator('main a.door').first().waitFor()
  await see(page, 'find-a-person')
  await press(page, desk['find.scan'])
  await page.locator('video[aria-busy=false]').waitFor()
  await see(page, 'scan-a-slip')
  await press(page, desk['find.scan.stop'])
}

async function walkClosing({ see, said: { desk } }: Walker, page: Page): Promise<void> {
  await press(page, desk['close.title'])
  await page.getByLabel(desk['close.reason']).fill('They went on with the bus')
  await page.locator('.dialog .button-primary').click()
  await page.getByText(desk['closed.text']).waitFor()
  await see(page, 'arrival-closed')
}

export async function walkReception(walker: Walker): Promise<void> {
  const { host, post, open, see, said } = walker
  const page = await open(`/reception/${post}`, [`reception@${post}`, `supervisor@${post}`])
  await walkArrival(walker, page)
  const arrival = page.url()
  await walkDialogs(walker, page)
  for (const item of ['FOOD_PACK', 'BLANKET', 'TRANSPORT_ONWARD', 'DIGNITY_KIT'] as const)
    await givenStock(host, post, item, 30)
  await page.goto(arrival)
  const number = await walkIntake(walker, page)
  await follow(page, said.intake['saved.complete'])
  await walkCompletion(walker, page)
  await page.goto(arrival)
  await walkSecondIntake(walker, page, number)
  await page.goto(arrival)
  await walkChild(walker, page)
  await page.goto(`${host.url}/reception/${post}/people`)
  await walkSearch(walker, page)
  await page.goto(`${host.url}/reception/${post}`)
  await page.locator('main a.door').first().waitFor()
  await see(page, 'arrivals')
  await page.goto(`${host.url}/reception/${post}/correct`)
  await page.getByText(said.desk['correct.none']).waitFor()
  await see(page, 'nothing-to-correct')
  await page.goto(arrival)
  await walkClosing(walker, page)
}
