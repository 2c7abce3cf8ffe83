/** The analyst's desk on the real host: chart, table, files; nothing blocked by the policy, nothing that names anybody. */
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { reportsRoutes } from '../../functions/reports/contract.ts'
import { en as sharedEn } from '../../web/src/i18n/en.ts'
import { en } from '../../web/src/reports/en.ts'
import { st } from '../../web/src/reports/st.ts'
import type { HostDoor } from '../harness/host-process.ts'
import { sharedHost } from '../harness/local-host.ts'
import { launch, openDesk } from './desk-browser.ts'
import { livelihoodFunnelTable } from './made-up-report.ts'

let browser: Browser
let host: HostDoor
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
}, 180_000)
afterAll(() => browser.close())

const analyst = { groups: ['analyst@*'] }

/** A report with numbers left out: on a host of tests there are never enough people for one that says much. */
async function showMadeUp(page: Page): Promise<void> {
  const json = reportsRoutes.readReport.response.parse(livelihoodFunnelTable)
  await page.route('**/v1/reports/livelihood-funnel', route => route.fulfill({ json }))
  await page.goto(`${host.url}/reports`)
  await page.locator('svg[role=img]').waitFor()
}

it.each([
  ['phone', 'en', en],
  ['tablet', 'st-LS', st],
  ['desktop', 'en', en],
] as const)('draws, tells and explains what is left out, on a %s in %s', async (size, language, says) => {
  const { page, look } = await openDesk(browser, host, { ...analyst, size, language })
  await showMadeUp(page)
  const { title, suppressedCells } = livelihoodFunnelTable
  await page.getByRole('heading', { name: title[language] }).waitFor()
  await page.getByText(says['table.dash.why']).waitFor()
  const row = page.getByRole('row', { name: /Quthing/ })
  expect(await row.getByText(says['table.hidden']).count()).toBe(3)
  expect(await page.getByText(says['table.hidden']).count()).toBe(suppressedCells + 6) // and six means over too few, or over nobody
  expect(await page.getByRole('row').last().textContent()).toContain('Lesotho')
  await look(`a report on a ${size} in ${language}`)
})

it('draws one quarter at a time, with the figures of the table', async () => {
  const { page } = await openDesk(browser, host, analyst)
  await showMadeUp(page)
  const picture = page.locator('svg[role=img]')
  expect(await picture.locator('rect').count()).toBe(18) // of 24 bars in eight districts six are left out
  await page.getByLabel('Quarter').selectOption('2026-Q3')
  await page.locator('svg[aria-label*="2026-Q3"]').waitFor()
  expect(await picture.locator('rect').count()).toBe(6)
  expect(await picture.textContent()).toContain('41')
})

it('downloads what the host has, as XLSX and as CSV with HXL tags', async () => {
  const { page, complaints } = await openDesk(browser, host, { ...analyst, path: '/reports' })
  const received = async (button: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ])
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
  }
  const csv = await received(en['report.csv'])
  expect(csv.name).toMatch(/^kamohelo-livelihood-funnel-\d{4}-\d\d-\d\d\.csv$/)
  expect(csv.bytes.toString()).toContain('#adm1+code')
  const xlsx = await received(en['report.xlsx'])
  expect(xlsx.name).toMatch(/\.xlsx$/)
  expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK') // a workbook is a zip
  expect(complaints).toEqual([])
})

it('keeps the report, and the library that draws it, from who is no analyst', async () => {
  const { page } = await openDesk(browser, host, { groups: ['livelihood@LS-H'] })
  const files: string[] = []
  page.on('request', request => files.push(request.url()))
  await page.goto(`${host.url}/reports`)
  await page.getByText(sharedEn['home.title']).waitFor()
  expect(files.filter(file => /reports-desk|draw-bars|\/v1\/reports/.test(file))).toEqual([])
})
