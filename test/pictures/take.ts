/**
 * `npm run pictures`: starts the system, does half of the demo, and takes the pictures of the README and the docs; with
 * `-- screens` every screen of the web too.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { deskOf } from '../../local/demo/desk.ts'
import type { Arrival } from '../../local/demo/people.ts'
import { openBatch, receiveStock, takeEverybodyIn } from '../../local/demo/reception.ts'
import { seededId } from '../../local/demo/seeded.ts'
import { findDemoUser } from '../../local/demo-users.ts'
import type { RunningHost } from '../../local/running-host.ts'
import { withHost } from '../harness/spawned-host.ts'
import { launch } from '../web/opened-page.ts'
import { takeScreens } from './screens.ts'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'pictures')
const demoFile = join(import.meta.dirname, '..', '..', 'local', 'demo', 'run.ts')
const manifestFile = join(import.meta.dirname, '..', 'data', 'maseru-bridge-manifest.csv')
const arrival: Arrival = { batchId: seededId('batch'), date: '2026-11-20' }

const sizes = {
  phone: { width: 360, height: 740 },
  tablet: { width: 800, height: 1100 },
  desktop: { width: 1280, height: 900 },
} as const

/** Signs in as a person would, by the sign-in page. */
async function signedIn(
  browser: Browser,
  host: RunningHost,
  username: string,
  size: keyof typeof sizes,
): Promise<Page> {
  const context = await browser.newContext({ viewport: sizes[size] })
  const page = await context.newPage()
  await page.goto(host.url)
  await page.locator('main button, main a.button').last().click()
  await page.getByText(findDemoUser(username)?.name ?? username).click()
  await page.getByRole('heading', { name: 'Your desks' }).waitFor()
  return page
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(300)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  console.log(`docs/pictures/${name}.png`)
}

async function inSesotho(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sesotho' }).click()
}

async function whileTheBusIsEmptied(browser: Browser, host: RunningHost): Promise<void> {
  const as = (username: string) => deskOf(host.url, () => host.token(username))
  const reception = as('reception-mb')
  await receiveStock(as('supplies-mb'), arrival)
  const rows = await openBatch(reception, arrival, readFileSync(manifestFile, 'utf8'))
  await takeEverybodyIn(reception, rows.slice(0, 60), arrival, () => {})
  const page = await signedIn(browser, host, 'reception-mb', 'tablet')
  await page.goto(`${host.url}/reception/MB/arrivals/${arrival.batchId}`)
  await page.locator('.pick').first().waitFor()
  await take(page, 'reception-desk')
  await page.goto(`${host.url}/reception/MB/arrivals/${arrival.batchId}/intake`)
  await take(page, 'intake')
  await inSesotho(page)
  await take(page, 'intake-sesotho')
  const record = await signedIn(browser, host, 'screening-mb', 'tablet')
  await record.goto(`${host.url}/record/MB`)
  await take(record, 'record')
}

async function afterTheDemo(browser: Browser, host: RunningHost): Promise<void> {
  spawnSync(process.execPath, [demoFile, '--json'], { env: { ...process.env, KAMOHELO_DATA: host.dataFolder } })
  const district = await signedIn(browser, host, 'livelihood-ls-a', 'phone')
  await district.goto(`${host.url}/tasks/LS-A`)
  await take(district, 'district-desk')
  const protection = await signedIn(browser, host, 'protection', 'desktop')
  await protection.goto(`${host.url}/talks`)
  await take(protection, 'protection-desk')
  const report = await signedIn(browser, host, 'analyst', 'desktop')
  await report.goto(`${host.url}/reports`)
  await report.locator('svg').last().waitFor()
  await take(report, 'report')
}

async function takePictures(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const browser = await launch()
  try {
    await withHost(async host => {
      await whileTheBusIsEmptied(browser, host)
      await afterTheDemo(browser, host)
    })
  } finally {
    await browser.close()
  }
}

await takePictures()
if (process.argv.includes('screens')) await takeScreens()
