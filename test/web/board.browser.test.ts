/** The supervisor's board on the real host: counts from real intakes, without a network too, and a tally that goes again. */
import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { arrivalsRoutes } from '../../functions/arrivals/contract.ts'
import { en } from '../../web/src/board/en.ts'
import { st } from '../../web/src/board/st.ts'
import { aCountHeads } from '../builders/batch-commands.ts'
import type { HostDoor } from '../harness/host-process.ts'
import { sharedHost } from '../harness/local-host.ts'
import { officerOf } from '../harness/officer.ts'
import { aBatch, anArrival, givenStock, register } from '../journeys/arrival.ts'
import { type Desk, launch, openDesk } from './desk-browser.ts'

const post = 'INFORMAL'
const place = { post, district: 'LS-B' } as const

let browser: Browser
let host: HostDoor
let batchId = ''

/** Eight stepped off, three are registered: one for the nurse and a talk, two with a seat home. */
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
  await givenStock(host, post, 'TRANSPORT_ONWARD', 20)
  await givenStock(host, post, 'SHOES', 3)
  const arrived = await aBatch(host, place)
  batchId = arrived.batchId
  await officerOf(host, [`reception@${post}`]).must(arrivalsRoutes.countHeads, {
    params: { batchId, countId: randomUUID() },
    body: aCountHeads({ heads: { men: 5, women: 2, children: 1 } }),
  })
  const { fast } = anArrival(arrived)
  const seat = [{ item: 'TRANSPORT_ONWARD' as const, quantity: 1 }]
  await register(
    host,
    arrived,
    anArrival(arrived, { fast: { ...fast, urgentFlags: ['NURSE_NOW', 'WISHES_TO_SPEAK_ALONE'] } }),
  )
  for (const _ of [1, 2]) await register(host, arrived, anArrival(arrived, { support: seat }))
}, 180_000)
afterAll(() => browser?.close())

const open = (language: 'en' | 'st-LS', size: 'phone' | 'tablet' | 'desktop', path = ''): Promise<Desk> =>
  openDesk(browser, host, { groups: [`supervisor@${post}`], language, size, path: `/board/${post}${path}` })

const tile = ({ page }: Desk, words: string) =>
  page.locator('.tile', { has: page.locator('dt', { hasText: words }) }).locator('dd')
const wait = ({ page }: Desk, words: string) => page.locator('.wait', { hasText: words })

it.each([
  ['en', 'tablet', en],
  ['st-LS', 'phone', st],
  ['en', 'desktop', en],
] as const)('shows who is registered, in the line and waiting, in %s on a %s', async (language, size, said) => {
  const desk = await open(language, size)
  await tile(desk, said.counted).getByText('8', { exact: true }).waitFor()
  await tile(desk, said.registered).getByText('3', { exact: true }).waitFor()
  await tile(desk, said['in-line']).getByText('5', { exact: true }).waitFor()
  for (const [words, count] of [
    [said['wait.NURSE'], '1'],
    [said['wait.TALK'], '1'],
    [said['wait.SEAT'], '2'],
  ] as const)
    expect(await wait(desk, words).locator('.wait-count').textContent()).toBe(count)
  await desk.look('the board')
  expect(await desk.page.content()).not.toMatch(/Khotso|Foulo/)
})

it('takes off the line who was seen, and puts them back', async () => {
  const desk = await open('en', 'tablet')
  const seats = wait(desk, en['wait.SEAT'])
  await seats.getByRole('button', { name: en['say.SEAT'].replace('{{count}}', '1'), exact: true }).click()
  expect(await seats.locator('.wait-count').textContent()).toBe('1')
  expect(
    await seats.getByRole('button', { name: en['say.SEAT'].replace('{{count}}', '5'), exact: true }).isDisabled(),
  ).toBe(true)
  await desk.page.reload()
  await seats.getByText('(1 gone)').waitFor()
  await seats.getByRole('button', { name: en.undo }).click()
  expect(await seats.locator('.wait-count').textContent()).toBe('2')
})

it('goes on without a network, with the time of what it knows, and sends the tally once there is one', async () => {
  const desk = await open('en', 'tablet')
  const { page, look } = desk
  await tile(desk, en.counted).getByText('8', { exact: true }).waitFor()
  await page.context().setOffline(true)
  await page.locator('.counter-more', { hasText: en['tally.barefoot'] }).click()
  await page.getByRole('button', { name: en['tally.emptyHanded.all'].replace('{{count}}', '8') }).click()
  await page.getByRole('button', { name: en['tally.barefoot.all'].replace('{{count}}', '8') }).click()
  await page.getByRole('button', { name: en['tally.barefoot.less'] }).click()
  await page.getByText('3 pieces, too few').waitFor()
  await page.getByRole('button', { name: en['tally.do'] }).click()
  await page.getByText(en['tally.waiting']).waitFor()
  await look('a tally that waits')
  await page.context().setOffline(false)
  await page.getByText(en['tally.received']).waitFor()
  const { batches } = await officerOf(host, [`supervisor@${post}`]).must(arrivalsRoutes.listBatches, {
    query: { post },
  })
  expect(batches.find(batch => batch.batchId === batchId)?.needs).toEqual({ barefoot: 7, emptyHanded: 8 })
})

it('hands the shift over in sentences', async () => {
  const desk = await open('en', 'phone', '/hand-over')
  const { page, look } = desk
  for (const sentence of [
    '1 person waits for the nurse.',
    '2 people wait for a seat home.',
    '5 people are still in the line.',
  ])
    await page.getByText(sentence).waitFor()
  await page.getByText(en['hand.sent']).waitFor()
  await look('the hand-over')
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.header').isVisible()).toBe(false)
  expect(await page.getByText('2 people wait for a seat home.').isVisible()).toBe(true)
})

it('is nobody else’s', async () => {
  const { page } = await openDesk(browser, host, { groups: [`reception@${post}`], path: `/board/${post}` })
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.locator('.tile').count()).toBe(0)
})
