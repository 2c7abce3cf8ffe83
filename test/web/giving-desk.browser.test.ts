import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { postOf } from '../../functions/platform/places.ts'
import { en as codes } from '../../web/src/code-lists/en.ts'
import { en as said } from '../../web/src/giving/en.ts'
import { st } from '../../web/src/giving/st.ts'
import { en as shared } from '../../web/src/i18n/en.ts'
import { en as proof } from '../../web/src/reception/proof/en.ts'
import { type LocalHost, startHost } from '../harness/local-host.ts'
import { aBatch, anArrival, givenStock, register } from '../journeys/arrival.ts'
import { aDrawnReceipt } from '../journeys/sampled.ts'
import { launch, openDesk } from './desk-browser.ts'

const post = 'BN'
let browser: Browser
let host: LocalHost
let number: string
/** Of the receipt that was drawn: what is given to the same person later has receipts of its own, which may be drawn too. */
let drawnNumber: string
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), startHost()]) // of its own: who waits and what was given is counted
  await givenStock(host, post, 'SHOES', 20)
  await givenStock(host, post, 'CLOTHES', 20)
  await givenStock(host, post, 'BLANKET', 120)
  const arrived = await aBatch(host, { post, district: 'LS-H' })
  const support = [{ item: 'BLANKET' as const, quantity: 1 }]
  const { intake, drawn } = await aDrawnReceipt(host, arrived, () => anArrival(arrived, { support }))
  number = intake.displayNumber
  drawnNumber = drawn.receiptNumber
  const waits = anArrival(arrived, { notGiven: [{ item: 'DIGNITY_KIT', reason: 'OUT_OF_STOCK' }] })
  await register(host, arrived, waits)
  await host.settled()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await host?.stop()
})

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first().click()
async function show(page: Page): Promise<void> {
  await page.getByLabel(said['find.number']).fill(number.toLowerCase())
  await press(page, said['find.do'])
}
const reception = () =>
  openDesk(browser, host, { groups: [`reception@${post}`], path: `/giving/${post}`, language: 'en', size: 'tablet' })
const supervisor = () =>
  openDesk(browser, host, { groups: [`supervisor@${post}`], path: `/giving/${post}`, language: 'en', size: 'desktop' })

it('gives something later, asks for more, is granted it by a supervisor, and has it undone', async () => {
  const { page, look } = await reception()
  await show(page)
  await page.getByText(said['state.ISSUED'], { exact: true }).first().waitFor()
  await look('giving')
  await press(page, said['person.give'])
  await press(page, said['give.do'])
  await page.getByText(said['problem.item']).waitFor()
  await page.getByLabel(said['form.item']).selectOption('SHOES')
  await page.getByLabel(said['form.quantity']).fill('1')
  await press(page, said['give.more'])
  const second = page.getByRole('group', { name: said['give.line'].replace('{{number}}', '2') })
  expect(await second.locator('option[value=SHOES]').count()).toBe(0) // each once in a gift
  await second.getByLabel(said['form.item']).selectOption('CLOTHES')
  await second.getByLabel(said['form.quantity']).fill('1')
  await press(page, said['give.more'])
  await press(page, said['give.without'].replace('{{number}}', '3'))
  await page.getByText(proof['kind.WITNESS'], { exact: true }).click()
  await press(page, said['give.do'])
  await page.getByText(proof['problem.witness']).waitFor()
  await page.getByLabel(proof.witness).fill('Mamello Sekhonyana')
  await look('giving-form')
  await press(page, said['give.do'])
  await page.getByRole('status').filter({ hasText: codes['item.SHOES'] }).waitFor()
  const receipts = page.locator('section').filter({ has: page.getByRole('button', { name: said['receipt.print'] }) })
  const together = receipts.filter({ hasText: codes['item.CLOTHES'] }).last()
  await together.getByText(codes['item.SHOES'], { exact: true }).waitFor()
  await press(page, said['person.give'])
  await page.getByLabel(said['form.item']).selectOption('SHOES')
  await page.getByLabel(said['form.quantity']).fill('2')
  await press(page, said['give.do'])
  await page.getByText(shared['refused.title']).waitFor()
  await press(page, shared['action.cancel'])
  await press(page, said['person.ask'])
  await page.getByLabel(said['form.item']).selectOption('SHOES')
  await page.getByLabel(said['form.quantity']).fill('2')
  await page.getByLabel(said['form.reason']).fill('His were stolen in the queue')
  await press(page, said['ask.do'])
  await page.getByText(said['ask.saved'].split('{{')[0] ?? '').waitFor()

  const other = await supervisor()
  await press(other.page, `${said['answer.begin']}: ${number}, ${codes['item.SHOES']}`)
  await other.page.getByText(said['answer.GRANT']).click()
  await other.page.getByLabel(said['form.reason']).fill('Seen by two')
  await other.page.getByText(proof['kind.DECLINED'], { exact: true }).click()
  await other.look('answer')
  await press(other.page, said['answer.do'])
  await other.page.getByText(said['requests.GRANTED'], { exact: true }).waitFor()
  await show(other.page)
  await press(other.page, `${said['receipt.undo']}: ${codes['item.BLANKET']}`)
  await other.page.getByLabel(said['form.reason']).fill('The next in the line')
  await press(other.page, said['undo.do'])
  await other.page.getByText(said['state.REVERSED'], { exact: true }).waitFor()
  await other.look('undone')
}, 180_000)

it('tells a supervisor whose turn it is, and takes down what somebody of the sample says', async () => {
  const { page, look } = await supervisor()
  await page.getByLabel(said['waiting.item']).selectOption('DIGNITY_KIT')
  await page.getByText(said['need.LOW'], { exact: true }).waitFor()
  await press(page, `${said['verify.begin']}: ${drawnNumber}`)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('listitem').filter({ hasText: codes['item.BLANKET'] }).waitFor()
  await dialog.getByText(said['receipt.worth']).waitFor()
  await page.getByText(said['verify.DIFFERS']).click()
  await press(page, said['verify.do'])
  await page.getByText(said['verify.note.problem']).waitFor()
  await page.getByLabel(said['verify.note']).fill('Two, he says')
  await look('verify')
  await press(page, said['verify.do'])
  await page.getByRole('cell', { name: said['verify.DIFFERS'], exact: true }).waitFor()
}, 120_000)

it('prints one receipt alone, with numbers and no name', async () => {
  const { page } = await supervisor()
  await page.addInitScript(() => {
    window.print = () => undefined
  })
  await page.reload()
  await show(page)
  await press(page, said['receipt.print'])
  await page.emulateMedia({ media: 'print' })
  const printed = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter(one => one.checkVisibility({ visibilityProperty: true }) && one.children.length === 0)
      .map(one => one.textContent)
      .join(' '),
  )
  expect(printed).toContain(`${number}/`)
  expect(printed).toContain(postOf(post).name)
  expect(printed).toMatch(new RegExp(`${said['receipt.officer']} \\S+`))
  expect(printed).not.toContain(said['find.title'])
  expect(printed).not.toMatch(/Khotso|Foulo/)
}, 120_000)

it('is whole in Sesotho on a phone', async () => {
  const { page, look } = await openDesk(browser, host, {
    ...{ groups: [`supervisor@${post}`], path: `/giving/${post}`, language: 'st-LS', size: 'phone' },
  })
  await page.getByText(st['requests.title']).waitFor()
  await look('giving')
}, 120_000)
