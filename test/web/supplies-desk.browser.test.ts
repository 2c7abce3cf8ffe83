/** The stores on the real host: from a delivery at the centre to a tablet and back, by who does it, in both languages. */
import { randomUUID } from 'node:crypto'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { devicesRoutes } from '../../functions/devices/contract.ts'
import { maseruDate } from '../../functions/platform/clock.ts'
import { type PostCode, postOf } from '../../functions/platform/places.ts'
import { suppliesRoutes } from '../../functions/supplies/contract.ts'
import { en as codesEn } from '../../web/src/code-lists/en.ts'
import { st as codesSt } from '../../web/src/code-lists/st.ts'
import { en as sharedEn } from '../../web/src/i18n/en.ts'
import { st as sharedSt } from '../../web/src/i18n/st.ts'
import { en } from '../../web/src/supplies/en.ts'
import { st } from '../../web/src/supplies/st.ts'
import type { HostDoor } from '../harness/host-process.ts'
import { sharedHost } from '../harness/local-host.ts'
import { officerOf } from '../harness/officer.ts'
import { aTablet } from '../harness/tablet.ts'
import { aBatch } from '../journeys/arrival.ts'
import { aDisputedReturn, anEnrolledTablet } from '../journeys/subjects.ts'
import { launch, openDesk } from './desk-browser.ts'

let browser: Browser
let host: HostDoor
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
}, 180_000)
afterAll(() => browser.close())

const languages = {
  en: { says: en, shared: sharedEn, codes: codesEn },
  'st-LS': { says: st, shared: sharedSt, codes: codesSt },
} as const
type Words = (typeof languages)[keyof typeof languages]

const dayFromNow = (days: number): string => maseruDate(new Date(Date.now() + days * 24 * 60 * 60 * 1000))
const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')

async function typeDate(form: Locator, { shared }: Words, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-')
  await form.getByLabel(shared['date.day'], { exact: true }).fill(day)
  await form.getByLabel(shared['date.month'], { exact: true }).fill(month)
  await form.getByLabel(shared['date.year'], { exact: true }).fill(year)
}

const press = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true }).click()
/** A row's button says of which row it is. */
const pressIn = (page: Page, words: string, of: string) => press(page, `${words}: ${of}`)
const rowOf = (page: Page, ...texts: readonly string[]): Locator =>
  texts.reduce((rows, hasText) => rows.filter({ hasText }), page.getByRole('row'))

async function enrol(post: PostCode) {
  const tablet = await aTablet({ post })
  const { deviceId } = tablet
  await officerOf(host, [`supervisor@${post}`]).must(devicesRoutes.enrolDevice, {
    params: { deviceId },
    body: tablet.enrolment(),
  })
  const { devices } = await officerOf(host, [`supervisor@${post}`]).must(devicesRoutes.listDevices, { query: { post } })
  const code = devices.find(each => each.deviceId === deviceId)?.code
  if (code === undefined) throw new Error('the tablet was not enrolled')
  return { deviceId, code }
}

// posts at which no other file moves anything
describe.each([
  ['en', 'phone', 'ON'],
  ['st-LS', 'tablet', 'RG'],
] as const)('in %s on a %s', (language, size, post) => {
  const words = languages[language]
  const { says, shared, codes } = words
  const lot = `TEST-${post}`
  const blanket = codes['item.BLANKET']
  const name = `${blanket}, ${lot}`
  const pieces = (count: number): string => filled(codes['counted.pieces_other'], { count: String(count) })
  const open = (groups: readonly string[], path: string) => openDesk(browser, host, { groups, path, language, size })

  it('takes a delivery at the centre, and sends some of it to a post', async () => {
    const { page, look } = await open(['supplies@CENTRE'], '/')
    await page.getByRole('heading', { name: shared['place.centre'] }).waitFor()
    await page.locator('a.door[href="/supplies/CENTRE"]').click()
    await press(page, says['receive.begin'])
    const form = page.getByRole('dialog')
    await press(form, says['receive.do'])
    await form.getByText(says['receive.lot.problem']).waitFor()
    await look(`a delivery without anything in ${language}`)
    await form.getByLabel(says['receive.lot']).fill(lot)
    await form.getByLabel(says['receive.lot']).press('Enter') // as a scanner ends what it read
    expect(await form.getByLabel(says['receive.item']).evaluate(field => field === document.activeElement)).toBe(true)
    await form.getByLabel(says['receive.item']).selectOption('BLANKET')
    await form.getByLabel(says['quantity.ask']).fill('2.5')
    await form.getByText(says['quantity.problem']).waitFor() // never a fraction
    await form.getByLabel(says['quantity.ask']).fill('150')
    await typeDate(form, words, dayFromNow(30))
    expect(await form.getByText(says['receive.to.DESK'], { exact: true }).count()).toBe(0) // the centre has no desk
    await press(form, says['receive.do'])
    await page.getByText(filled(says['receive.saved'], { quantity: pieces(150), item: blanket })).waitFor()
    await rowOf(page, lot).getByText(says['fresh.soon']).waitFor()
    expect(await page.getByRole('button', { name: `${says['lease.begin']}: ${name}` }).count()).toBe(0)

    await pressIn(page, says['send.begin'], name)
    await form.getByLabel(says['quantity.ask']).fill('151')
    await form.getByLabel(says['send.to']).selectOption(post)
    await press(form, says['send.do'])
    await form.getByText(filled(says['quantity.too-many'], { quantity: pieces(150) })).waitFor()
    await look(`more than there is in ${language}`)
    await form.getByLabel(says['quantity.ask']).fill('40')
    await press(form, says['send.do'])
    const sent = { place: postOf(post).name, quantity: pieces(40), item: blanket }
    await page.getByText(filled(says['send.saved'], sent)).waitFor()
    await rowOf(page, lot).getByText(pieces(110)).waitFor()
    await look(`the centre's store in ${language}`)
  })

  it('lets the supervisor decide on what a tablet handed over beyond the books', async () => {
    const { district } = postOf(post)
    const arrived = await aBatch(host, { post, district: district ?? 'LS-A' })
    await aDisputedReturn(host, arrived, await anEnrolledTablet(host, post))
    const clothes = codes['item.CLOTHES']
    const { page, look } = await open([`supervisor@${post}`], `/supplies/${post}`)
    const row = rowOf(page, clothes, says['dispute.cause.TOO_LITTLE'])
    await row.waitFor()
    await look(`given beyond the books in ${language}`)
    await row.getByRole('button').click()
    const form = page.getByRole('dialog')
    await press(form, says['decide.do'])
    await form.getByText(says['choose.problem']).waitFor()
    await form.locator('.card', { hasText: says['decide.ACCEPT'] }).click()
    await form.getByLabel(says['reason.ask']).fill('Three bags lay uncounted in the hall')
    await look(`a decision on it in ${language}`)
    await press(form, says['decide.do'])
    const one = filled(codes['counted.pieces_one'], { count: '1' })
    await page.getByText(filled(says['decide.saved.ACCEPT'], { quantity: one, item: clothes })).waitFor()
    expect(await row.count()).toBe(0)
    // whoever keeps the store is not asked, and is shown nothing of it
    const storekeeper = await open([`supplies@${post}`], `/supplies/${post}`)
    await storekeeper.page.getByText(says['store.title']).first().waitFor()
    expect(await storekeeper.page.getByText(says['disputes.title']).count()).toBe(0)
  })

  it('takes in what came, leases to a tablet, gives longer, takes back and counts', async () => {
    const { code, deviceId } = await enrol(post)
    const where = filled(says['holder.tablet'], { code })
    const { page, look } = await open([`supplies@${post}`], `/supplies/${post}`)
    const form = page.getByRole('dialog')
    await pressIn(page, says['take-in.begin'], name)
    await form.getByLabel(says['take-in.came']).fill('38')
    await form.getByText(filled(says['take-in.missing'], { quantity: pieces(2) })).waitFor()
    await press(form, says['take-in.do'])
    await form.getByText(says['reason.problem']).waitFor()
    await look(`two missing in ${language}`)
    await form.getByLabel(says['reason.ask']).fill('Two were wet through')
    await press(form, says['take-in.do'])
    await page.getByText(filled(says['take-in.saved'], { quantity: pieces(38), item: blanket })).waitFor()

    await pressIn(page, says['lease.begin'], name)
    await form.getByLabel(says['quantity.ask']).fill('20')
    await form.getByLabel(says['lease.holder']).selectOption(deviceId)
    await press(form, says['lease.do'])
    await form.getByText(says['lease.due.problem']).waitFor()
    await look(`a lease without a day in ${language}`)
    await typeDate(form, words, dayFromNow(1))
    await press(form, says['lease.do'])
    await page.getByText(filled(says['lease.saved'], { quantity: pieces(20), item: blanket, where })).waitFor()

    await pressIn(page, says['longer.begin'], `${blanket}, ${where}`)
    await typeDate(form, words, dayFromNow(10))
    await look(`giving longer in ${language}`)
    await press(form, says['longer.do'])
    await form.waitFor({ state: 'detached' })

    await pressIn(page, says['back.begin'], `${blanket}, ${where}`)
    await form.getByLabel(filled(says['back.lot'], { lot })).fill('5')
    await form.getByLabel(says['back.draws']).fill('3') // as if draws were still on the tablet
    await press(form, says['back.do'])
    await form.getByText(shared['refused.title']).waitFor()
    await look(`draws that did not come in, in ${language}`)
    await form.getByLabel(says['back.draws']).fill('0')
    await press(form, says['back.do'])
    await page.getByText(filled(says['back.saved'], { quantity: pieces(5), item: blanket })).waitFor()

    await pressIn(page, says['correct.begin'], name)
    await form.getByText(filled(says['correct.booked'], { quantity: pieces(23) })).waitFor()
    await form.getByText(says['correct.kind.COUNT_ADJUST']).click()
    await form.getByLabel(says['correct.counted']).fill('23')
    await press(form, says['correct.do'])
    await form.getByText(says['correct.same']).waitFor()
    await form.getByLabel(says['correct.counted']).fill('22')
    await form.getByLabel(says['reason.ask']).fill('Counted twice, by two')
    await look(`a count in ${language}`)
    await press(form, says['correct.do'])
    await page.getByText(filled(says['correct.saved'], { item: name, quantity: pieces(22) })).waitFor()
    await rowOf(page, lot).getByText(pieces(22)).waitFor()
    await page.getByText(filled(says['warnings.low'], { item: blanket, quantity: pieces(37) })).waitFor()
    await look(`the store of a post in ${language}`)
  })

  it('lets a supervisor write off what a lost tablet held, and move nothing', async () => {
    const { page, look } = await open([`supervisor@${post}`], `/supplies/${post}`)
    const form = page.getByRole('dialog')
    await rowOf(page, blanket, pieces(15)).waitFor()
    for (const move of [says['lease.begin'], says['send.begin'], says['back.begin'], says['receive.begin']])
      expect([move, await page.getByRole('button', { name: move }).count()]).toEqual([move, 0])
    await page.getByRole('button', { name: `${says['write-off.begin']}: ` }).click()
    await press(form, says['write-off.do'])
    await form.getByText(says['reason.problem']).waitFor()
    await look(`what writing off means in ${language}`)
    await form.getByLabel(says['reason.ask']).fill('Left on a bus')
    await press(form, says['write-off.do'])
    await page.getByText(filled(says['write-off.saved'], { quantity: pieces(15), item: blanket })).waitFor()
    await page.getByText(says['tablets.none']).waitFor()
  })

  it('receives money for the desk at once, in maloti, and marks what is overdue', async () => {
    const { deviceId, code } = await enrol(post)
    const { page, look } = await open([`supplies@${post}`], `/supplies/${post}`)
    const form = page.getByRole('dialog')
    await press(page, says['receive.begin'])
    await form.getByLabel(says['receive.item']).selectOption('CASH_ARRIVAL')
    await form.getByLabel(says['quantity.money']).fill('12 500,50')
    await press(form, says['receive.do'])
    await form.getByText(says['choose.problem']).waitFor() // where it goes; money has no lot
    expect(await form.getByText(says['receive.lot.problem']).count()).toBe(0)
    await form.getByText(says['receive.to.DESK'], { exact: true }).click()
    await press(form, says['receive.do'])
    await rowOf(page, codes['item.CASH_ARRIVAL']).getByText('M12\u202f500.50').first().waitFor()

    const { leaseStock, receiveStock } = suppliesRoutes
    const storekeeper = officerOf(host, [`supplies@${post}`])
    await storekeeper.must(receiveStock, {
      params: { place: post, moveId: randomUUID() },
      body: { ...receiveStock.examples.body, quantity: 2 },
    })
    await storekeeper.must(leaseStock, {
      params: { place: post, moveId: randomUUID() },
      body: {
        ...leaseStock.examples.body,
        ...{ holder: { kind: 'DEVICE', deviceId }, quantity: 2, dueAt: new Date(Date.now() - 1).toISOString() },
      },
    })
    await page.reload()
    await rowOf(page, code, blanket)
      .getByText(/^(over by|ho fetile)/)
      .waitFor()
    await look(`what is overdue in ${language}`)
  })
})

it('books a delivery once, though the answer to it was lost', async () => {
  const { page } = await openDesk(browser, host, { groups: ['supplies@ON'], path: '/supplies/ON' })
  await page.route('**/v1/stores/ON/deliveries/*', async route => {
    await route.fetch() // the server has it
    await route.abort()
    await page.unroute('**/v1/stores/ON/deliveries/*')
  })
  await press(page, en['receive.begin'])
  const form = page.getByRole('dialog')
  await form.getByLabel(en['receive.lot']).fill('TEST-ONCE')
  await form.getByLabel(en['receive.item']).selectOption('SHOES')
  await form.getByLabel(en['quantity.ask']).fill('7')
  await form.getByText(en['receive.to.STORE'], { exact: true }).click()
  await press(form, en['receive.do'])
  await form.getByText(sharedEn['offline.title']).waitFor()
  await press(form, sharedEn['action.again'])
  await rowOf(page, 'TEST-ONCE').getByText('7 pieces').waitFor()
})

it('goes back to the button that opened a form, by the keyboard alone', async () => {
  const { page } = await openDesk(browser, host, { groups: ['supplies@ON'], path: '/supplies/ON' })
  const begin = page.getByRole('button', { name: en['receive.begin'] })
  await begin.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(() => begin.evaluate(button => button === document.activeElement)).toBe(true)
})

it('shows a reception officer what is left, and nothing to move', async () => {
  // a post at which no other file receives anything
  const { page, look } = await openDesk(browser, host, { groups: ['reception@FB'], path: '/supplies/FB' })
  await page.getByText(en['stock.none']).waitFor()
  expect(await page.locator('main').getByRole('button').count()).toBe(0)
  await look('an empty store')
})
