/** A day at a post on the real host: given, tallied, and taken along as a workbook. */
import ExcelJs from 'exceljs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { maseruDate } from '../../functions/platform/clock.ts'
import { postOf } from '../../functions/platform/places.ts'
import { dayRoutes } from '../../functions/supplies/day-contract.ts'
import { en as codes } from '../../web/src/code-lists/en.ts'
import { en } from '../../web/src/day/en.ts'
import { st } from '../../web/src/day/st.ts'
import { type LocalHost, startHost } from '../harness/local-host.ts'
import { officerOf } from '../harness/officer.ts'
import { aBatch, anArrival, givenStock, register } from '../journeys/arrival.ts'
import { launch, openDesk } from './desk-browser.ts'

let browser: Browser
let host: LocalHost
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), startHost()]) // of its own: who waits and what was given is counted
  await givenStock(host, 'SP', 'SHOES', 20)
  const arrived = await aBatch(host, { post: 'SP', district: 'LS-J' })
  for (let people = 0; people < 3; people += 1)
    await register(host, arrived, anArrival(arrived, { support: [{ item: 'SHOES', quantity: 1 }] }))
  await host.settled()
  const { items } = await officerOf(host, ['supplies@SP']).must(dayRoutes.readDay, {
    params: { place: 'SP', date: maseruDate(new Date()) },
  })
  expect(items).toMatchObject([{ item: 'SHOES', issued: 3, agrees: true }])
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await host?.stop()
})

it.each([
  ['en', 'tablet', en],
  ['st-LS', 'phone', st],
] as const)('shows in %s on a %s that the day tallies, and what moved', async (language, size, said) => {
  const { page, look } = await openDesk(browser, host, { groups: ['supplies@SP'], path: '/day/SP', language, size })
  await page.getByText(said['tally.good'].replace('{{count}}', '3')).waitFor()
  const moves = page.getByRole('table', { name: said['moves.title'] })
  expect(await moves.getByRole('row').filter({ hasText: said['kind.ISSUED'] }).count()).toBe(3)
  await look('day')
  await page.getByRole('button', { name: said['day.before'], exact: true }).click()
  await page.getByText(said['tally.none']).waitFor()
  await page.getByRole('button', { name: said['day.after'], exact: true }).click()
  await page.getByText(said['tally.good'].replace('{{count}}', '3')).waitFor()
  // any day is one step away, and what is still to come is none
  await page.getByLabel(said['day.which']).fill('2026-03-02')
  await page.getByText(said['tally.none']).waitFor()
  await page.getByLabel(said['day.which']).fill('2100-01-01')
  expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toContain('2026')
})

it('hands an auditor the month as a workbook, a row for each posting and no name', async () => {
  const { page } = await openDesk(browser, host, {
    groups: ['auditor@*'],
    path: '/day',
    language: 'en',
    size: 'desktop',
  })
  await page.getByLabel(en['desk.place']).selectOption('SP')
  await page.getByText(en['tally.good'].replace('{{count}}', '3')).waitFor()
  const today = maseruDate(new Date())
  await page.getByLabel(en['file.month']).fill('2100-01')
  await page.getByRole('button', { name: en['file.do'] }).click()
  await page.getByText(en['file.month.problem']).waitFor()
  await page.getByLabel(en['file.month']).fill(today.slice(0, 7))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: en['file.do'] }).click(),
  ])
  expect(download.suggestedFilename()).toBe(`SP-${today.slice(0, 7)}.xlsx`)
  const book = new ExcelJs.Workbook()
  await book.xlsx.readFile(await download.path())
  const sheet = book.worksheets[0]
  const rows = Array.from({ length: sheet?.rowCount ?? 0 }, (_, row) => sheet?.getRow(row + 1))
  const cells = (row: number) => [1, 2, 3, 4, 5].map(column => rows[row]?.getCell(column).value)
  expect(cells(0)).toEqual([en['file.date'], en['col.time'], en['col.what'], en['col.item'], en['col.quantity']])
  const issued = rows
    .map((_, row) => cells(row))
    .filter(([, , what, item]) => what === en['kind.ISSUED'] && item === codes['item.SHOES'])
  expect(issued).toHaveLength(3)
  expect(issued.every(row => row[4] === 1)).toBe(true)
  const headings = (rows[0]?.values ?? []) as unknown[]
  const whose = rows
    .filter((_, row) => cells(row)[2] === en['kind.ISSUED'])
    .map(row => row?.values as unknown[])
    .map(values =>
      (['file.from', 'file.from.which', 'file.lease'] as const).map(key => values[headings.indexOf(en[key])]),
    )
  expect(whose).toEqual(Array.from({ length: 3 }, () => [en['account.DESK'], postOf('SP').name, expect.any(String)]))
})
