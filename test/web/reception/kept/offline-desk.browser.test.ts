/** A bus-load at the desk of an enrolled tablet that never reaches its server, restarted in the middle. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inaccessible, launch } from '../../desk-browser.ts'
import { harmfulIn } from '../../harmful-words.ts'
import { serveKit } from '../../kit-browser.ts'
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
} from '../../reception-journey.ts'
import type { StaticServer } from '../../static-server.ts'
import type { DeskKit } from './desk-kit.tsx'
import { loaded, officer, tabletAt } from './desk-tablet.ts'

/** In the page. */
declare const deskKit: DeskKit

const manifest = join(import.meta.dirname, '../../../data/maseru-bridge-manifest.csv')
const said = words.en

let browser: Browser
let server: StaticServer
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launch(), serveKit(join(import.meta.dirname, 'desk-kit.tsx'))])
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** A tablet without a network, its officer at work. */
const tablet = (size?: { width: number; height: number }) => tabletAt(browser, server.origin, size)

/** The browser starts anew where it was; the officer types their PIN. */
async function restart(page: Page): Promise<void> {
  await page.reload()
  await loaded(page)
  expect(await page.evaluate(id => deskKit.unlock(id), officer)).toBe('unlocked')
  await page.evaluate(() => deskKit.show())
}

async function look(page: Page, screen: string): Promise<void> {
  const text = await page.evaluate(() => [document.title, location.href, document.body.textContent].join('\n'))
  expect([screen, harmfulIn(text)]).toEqual([screen, []])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect([screen, wide]).toEqual([screen, 0])
  expect([screen, await inaccessible(page)]).toEqual([screen, []])
}

/** From the arrival's page: one person of the list, by a typed name. */
async function register(page: Page, typed: string, district: string): Promise<string> {
  await page.getByLabel(said.desk['people.search']).fill(typed)
  await page.locator('.pick a').first().click()
  await page.locator('.progress').waitFor()
  await goOn(page)
  await answerHome(page, said, { district })
  for (const _ of ['urgent', 'support', 'check']) await goOn(page)
  await page.getByText(said.desk['find.only-here']).waitFor()
  await goOn(page)
  const number = page.locator('.slip-number')
  await number.waitFor()
  return (await number.textContent()) ?? ''
}

it('takes a bus-load through, from the arrival to the slip, and has it all after a restart', async () => {
  const page = await tablet()
  await openArrival(page, said, { men: 84, women: 25, children: 9 })
  const arrival = page.url()
  await importList(page, said, manifest)
  await look(page, 'an arrival without a network')
  const waiting = await page.locator('h2 .quiet').first().textContent()

  const first = await register(page, 'kgotso foulo', 'Leribe')
  expect(first).toMatch(/^[A-Z]{2}-7F2-00001-/)
  await page.getByText(said.intake['saved.kept']).waitFor()
  await look(page, 'a slip without a network')
  await follow(page, said.intake['saved.next'])
  await expect.poll(() => balance(page)).toEqual([118, 1, 0, 117])

  await page.locator('.pick').first().getByRole('button').click()
  await choose(page, said.codes['outcome.LEFT_BEFORE'])
  await press(page, said.desk['outcome.do'])
  await expect.poll(() => balance(page)).toEqual([118, 1, 1, 116])

  await restart(page)
  await page.locator('.figure').first().waitFor()
  await expect.poll(() => balance(page)).toEqual([118, 1, 1, 116])
  expect(await page.locator('h2 .quiet').first().textContent()).not.toBe(waiting)
  await page.getByLabel(said.desk['people.search']).fill('khotso foulo')
  await page.getByText(said.desk['people.nobody']).waitFor()
  const second = await register(page, 'sechaba mothibi', 'Quthing')
  expect(second).toMatch(/^[A-Z]{2}-7F2-00002-/)

  await page.goto(`${server.origin}/reception/MB`)
  await loaded(page)
  await page.evaluate(id => deskKit.unlock(id), officer)
  await page.evaluate(() => deskKit.show())
  await page.locator('main a.door').waitFor()
  await look(page, 'the arrivals without a network')

  // what the server is told, in an order that it can follow
  const at = new Date().toISOString()
  const sent = await page.evaluate(
    time => deskKit.answer(id => ({ is: 'received', receipt: { id, receivedAt: time, restoreEpoch: 0 } })),
    at,
  )
  expect(sent.map(({ kind }) => kind)).toEqual(['batch', 'heads', 'list', 'intake', 'outcome', 'intake'])
  const [batch, , list] = sent.map(({ recordId }) => recordId)
  expect(sent.map(({ dependsOn }) => dependsOn)).toEqual([
    [],
    [batch],
    [batch],
    [batch, list],
    [batch, list],
    [batch, list],
  ])
  // received, and the server was not asked since: everybody is still counted, once
  await page.goto(arrival)
  await loaded(page)
  await page.evaluate(id => deskKit.unlock(id), officer)
  await page.evaluate(() => deskKit.show())
  await expect.poll(() => balance(page)).toEqual([118, 2, 1, 115])
}, 240_000)

it('brings a half-filled form back after a restart and a lock, in either language, and shows it to no other officer', async () => {
  const page = await tablet({ width: 390, height: 844 })
  await openArrival(page, said, { men: 2, women: 0, children: 0 })
  await follow(page, said.desk['people.new'])
  await page.getByLabel(said.intake['who.given-names']).fill('Lineo')
  await page.getByLabel(said.intake['who.surname']).fill('Ramatsoso')
  await choose(page, said.codes['sex.2'])
  await page.evaluate(() => deskKit.speak('st-LS'))
  const other = words['st-LS'].intake
  expect(await page.getByLabel(other['who.given-names']).inputValue()).toBe('Lineo')
  await page.evaluate(() => deskKit.speak('en'))
  await page.waitForTimeout(1_500)
  await restart(page)
  await page.getByText(said.intake.reopened).waitFor()
  expect(await page.getByLabel(said.intake['who.surname']).inputValue()).toBe('Ramatsoso')
  await look(page, 'a form that came back, on a phone')
  await page.evaluate(() => deskKit.lock())
  await page.reload()
  await loaded(page)
  await page.evaluate(() => deskKit.signOn('0193a3a0-0000-7000-8000-0000000000f2'))
  await page.evaluate(() => deskKit.show())
  await page
    .locator('.progress')
    .waitFor()
    .catch(() => undefined)
  expect(await page.getByText('Ramatsoso').count()).toBe(0)
  expect(
    await page.locator('input').evaluateAll(all => all.map(each => (each as HTMLInputElement).value)),
  ).not.toContain('Ramatsoso')
}, 120_000)

it('keeps what its officer types without a PIN beside what they typed under it', async () => {
  const page = await tablet()
  await openArrival(page, said, { men: 2, women: 0, children: 0 })
  await follow(page, said.desk['people.new'])
  await page.getByLabel(said.intake['who.given-names']).fill('Lineo')
  await page.waitForTimeout(1_500)
  await page.reload()
  await loaded(page)
  await page.evaluate(id => deskKit.choose(id), officer)
  await page.evaluate(() => deskKit.show())
  const names = page.getByLabel(said.intake['who.given-names'])
  await names.waitFor()
  expect(await names.inputValue()).toBe('')
  await names.fill('Palesa')
  await page.waitForTimeout(1_500)
  await restart(page)
  await page.getByText(said.intake.reopened).waitFor()
  expect(await names.inputValue()).toBe('Lineo')
  for (const next of ['Palesa', '']) {
    await press(page, said.intake['reopened.empty'])
    await page.waitForTimeout(500)
    await restart(page)
    await names.waitFor()
    expect(await names.inputValue()).toBe(next)
  }
}, 120_000)

it('asks about somebody whom only this tablet knows, and opens a refused record as it was typed', async () => {
  const page = await tablet()
  await openArrival(page, said, { men: 2, women: 0, children: 0 })
  const receive = async (givenNames: string) => {
    await follow(page, said.desk['people.new'])
    await page.getByLabel(said.intake['who.given-names']).fill(givenNames)
    await page.getByLabel(said.intake['who.surname']).fill('Nkoebe')
    await choose(page, said.codes['sex.1'])
    await page.getByLabel(said.shared['date.year']).fill('1985')
    await goOn(page)
    await answerHome(page, said, { district: 'Mokhotlong' })
    for (const _ of ['urgent', 'support', 'check']) await goOn(page)
    await page.getByText(said.desk['find.only-here']).waitFor()
  }
  await receive('Tšepo')
  await goOn(page)
  await page.locator('.slip').waitFor()
  await follow(page, said.intake['saved.next'])
  await receive('Tshepo')
  await page.getByText(said.intake['check.match.question']).waitFor()
  await look(page, 'somebody whom the tablet knows')
  await choose(page, said.intake['check.match.UNSURE'])
  await goOn(page)
  await page.locator('.slip').waitFor()

  const sent = await page.evaluate(() => deskKit.answer(() => ({ is: 'refused', word: 'row-already-taken' })))
  expect(sent.length).toBeGreaterThan(0)
  await page.evaluate(() => {
    history.pushState(null, '', '/unsent')
    dispatchEvent(new PopStateEvent('popstate'))
  })
  await page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Tshepo' }) })
    .getByRole('button', { name: 'Correct it' })
    .click()
  await page.getByText(said.desk['correct.why']).waitFor()
  expect(await page.getByLabel(said.intake['who.given-names']).or(page.getByText('Tshepo')).count()).toBeGreaterThan(0)
  await look(page, 'a refused record')
  await page.locator('.progress-parts button').first().click()
  expect(await page.getByLabel(said.intake['who.given-names']).inputValue()).toBe('Tshepo')
  await page.getByLabel(said.intake['who.given-names']).fill('Tshepo Paul')
  await page.locator('.progress-parts button').last().click()
  await page.getByText(said.desk['find.only-here']).waitFor()
  await goOn(page)
  await page.getByText(said.desk['correct.saved']).waitFor()
}, 240_000)

it('shows a refused list with every row as it was read, and takes another file in its place', async () => {
  const page = await tablet()
  await openArrival(page, said, { men: 2, women: 0, children: 0 })
  await importList(page, said, manifest)
  const answered = await page.evaluate(() => {
    let place = 0
    return deskKit.answer(id => {
      place += 1
      if (place === 3) return { is: 'refused', word: 'list-already-imported' }
      return { is: 'received', receipt: { id, receivedAt: '2026-11-23T08:00:00.000Z', restoreEpoch: 0 } }
    })
  })
  expect(answered.map(({ kind }) => kind)).toEqual(['batch', 'heads', 'list'])
  await page.evaluate(() => {
    history.pushState(null, '', '/unsent')
    dispatchEvent(new PopStateEvent('popstate'))
  })
  const list = page.getByRole('listitem').filter({ hasText: said.list['list.rows_other'].replace('{{count}}', '117') })
  await list.getByRole('button', { name: 'Correct it' }).click()
  await page.getByText(said.desk['correct.why']).waitFor()
  expect(await page.locator('tbody tr').count()).toBe(117)
  await look(page, 'a refused list')
  const text = 'NO;SURNAME;FULL NAMES\n1;MOHAPI;KGWABANE\n'
  await page.setInputFiles('input[type=file]', { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await expect.poll(() => page.locator('tbody tr').count()).toBe(1)
  await press(page, said.desk['correct.again'])
  await page.getByText(said.desk['correct.saved']).waitFor()
  const sent = await page.evaluate(() => deskKit.answer(() => ({ is: 'later' })))
  expect(sent.map(({ kind }) => kind)).toEqual(['list'])
}, 240_000)
