/** What the reception desk does where something is missing, taken, closed or not allowed, on the real host. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { arrivalsRoutes } from '../../functions/arrivals/contract.ts'
import { displayNumber } from '../../functions/registration/display-number.ts'
import { suppliesRoutes } from '../../functions/supplies/contract.ts'
import type { ItemCode } from '../../functions/support/items.ts'
import { newId } from '../../web/src/api/new-id.ts'
import { en as record } from '../../web/src/screening/en.ts'
import type { HostDoor } from '../harness/host-process.ts'
import { sharedHost } from '../harness/local-host.ts'
import { officerOf } from '../harness/officer.ts'
import { launch, openDesk, sizes } from './desk-browser.ts'
import {
  answerHome,
  choose,
  follow,
  goOn,
  importList,
  openArrival,
  press,
  type Said,
  words,
} from './reception-journey.ts'

const manifest = join(import.meta.dirname, '../data/maseru-bridge-manifest.csv')
const versions = { contract: 1, rules: '2026-11-01' }
/** A post at which no other file gives anything out. */
const post = 'CP'
const path = `/reception/${post}`

let browser: Browser
let host: HostDoor

const receive = (item: ItemCode, quantity: number) =>
  officerOf(host, [`supplies@${post}`]).must(suppliesRoutes.receiveStock, {
    params: { place: post, moveId: newId() },
    body: { versions, item, quantity, to: 'DESK', lot: 'a lot', deviceTime: new Date().toISOString() },
  })

beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
  await receive('FOOD_PACK', 40)
  await receive('TRANSPORT_ONWARD', 40)
}, 180_000)
afterAll(() => browser?.close())

const batchIdIn = (address: string): string => /arrivals\/([^/?]+)/.exec(address)?.[1] ?? ''
const part = (page: Page, index: number) => page.locator('.progress-parts button').nth(index).click()

interface Typed {
  readonly givenNames: string
  readonly surname: string
  readonly year: string
}

async function typeWho(page: Page, said: Said, { givenNames, surname, year }: Typed): Promise<void> {
  await page.getByLabel(said.intake['who.given-names']).fill(givenNames)
  await page.getByLabel(said.intake['who.surname']).fill(surname)
  await choose(page, said.codes['sex.2'])
  await page.getByLabel(said.shared['date.year']).fill(year)
}

const answerOthers = async (page: Page) => {
  for (const card of await page.locator('.card', { hasText: words.en.intake['check.match.DIFFERENT'] }).all())
    await card.click()
}

it('gives what is there also where the birth is mended last', async () => {
  const said = words.en
  const { page, look } = await openDesk(browser, host, { groups: [`reception@${post}`], path })
  await openArrival(page, said, { men: 0, women: 1, children: 0 })
  await follow(page, said.desk['people.new'])
  await typeWho(page, said, { givenNames: 'Puleng', surname: 'Sekhonyana', year: '1885' })
  await goOn(page)
  await answerHome(page, said, { district: 'Leribe' })
  await goOn(page)
  await goOn(page)
  await page.getByText(said.intake['problem.who-first']).waitFor()
  await look('support before the birth is known')
  await goOn(page)
  await goOn(page)
  await page.getByLabel(said.shared['date.year']).fill('1985')
  await part(page, 4)
  await page.getByText(said.intake['check.matches.none']).waitFor()
  await page.getByText(said.codes['item.FOOD_PACK']).waitFor()
  // nothing of this was ever received at the post
  await page.getByText(said.intake['support.missing'].split('{{')[0] ?? '').waitFor()
  await look('check after the birth was mended')
  const sent = page.waitForRequest(request => request.url().includes('/v1/intakes/'))
  await goOn(page)
  await page.locator('.slip').waitFor()
  expect((await sent).postDataJSON()).toMatchObject({
    support: [
      { item: 'TRANSPORT_ONWARD', quantity: 1 },
      { item: 'FOOD_PACK', quantity: 1 },
    ],
    notGiven: [
      { item: 'BLANKET', reason: 'OUT_OF_STOCK' },
      { item: 'DIGNITY_KIT', reason: 'OUT_OF_STOCK' },
    ],
  })
})

it.each([
  ['en', 'tablet'],
  ['st-LS', 'phone'],
] as const)('keeps a child alone, says what each flag asks for, in %s on a %s', async (language, size) => {
  const said = words[language]
  const groups = [`reception@${post}`]
  const { page, look } = await openDesk(browser, host, { groups, language, size, path })
  await openArrival(page, said, { men: 0, women: 0, children: 1 })
  await follow(page, said.desk['people.new'])
  await typeWho(page, said, { givenNames: `Neo ${size}`, surname: 'Mokhele', year: '2015' })
  await choose(page, said.codes['care.UNACCOMPANIED'])
  await goOn(page)
  await choose(page, said.intake['consent.guardian.CHILD_ASSENT'])
  await answerHome(page, said, { district: 'Quthing' })
  await goOn(page)
  for (const card of await page.locator('.card').all()) await card.click()
  await look('all six flags')
  await goOn(page)
  const seat = page.locator('.offer', { hasText: said.codes['item.TRANSPORT_ONWARD'] })
  expect(await seat.locator('input').isDisabled()).toBe(true)
  expect(await seat.textContent()).toContain(said.intake['support.barred.may-leave'])
  await goOn(page)
  await page.getByText(said.intake['stays.title']).waitFor()
  await look('a child who stays, before saving')
  const sent = page.waitForRequest(request => request.url().includes('/v1/intakes/'))
  await page.getByText(said.intake['check.matches.asking']).waitFor({ state: 'hidden' })
  for (const card of await page.locator('.card', { hasText: said.intake['check.match.DIFFERENT'] }).all())
    await card.click()
  await goOn(page)
  await page.locator('.slip').waitFor()
  expect(JSON.stringify((await sent).postDataJSON())).not.toContain('TRANSPORT_ONWARD')
  await page.getByText(said.intake['stays.title']).waitFor()
  await page.getByText(said.intake['now.WISHES_TO_SPEAK_ALONE']).waitFor()
  expect(await page.locator('.notice li').count()).toBe(6)
  expect(await page.locator('.slip').textContent()).not.toContain(said.intake['stays.title'])
  await look('a child who stays, saved')
})

it('names what another tablet gave away, and saves with what is there', async () => {
  const said = words.en
  const { page, look } = await openDesk(browser, host, { groups: [`reception@${post}`], path })
  await openArrival(page, said, { men: 0, women: 2, children: 0 })
  const arrival = page.url()
  await receive('SHOES', 1)
  const fill = async (tablet: Page, givenNames: string) => {
    await follow(tablet, said.desk['people.new'])
    await typeWho(tablet, said, { givenNames, surname: 'Lebona', year: '1979' })
    await goOn(tablet)
    await answerHome(tablet, said, { district: 'Berea' })
    await goOn(tablet)
    await goOn(tablet)
    await tablet.locator('.offer', { hasText: said.codes['item.SHOES'] }).locator('input').click()
    await goOn(tablet)
    await tablet.getByText(said.intake['check.matches.asking']).waitFor({ state: 'hidden' })
    await answerOthers(tablet)
  }
  await fill(page, 'Mamello')
  const other = await openDesk(browser, host, { groups: [`reception@${post}`], path: new URL(arrival).pathname })
  await fill(other.page, 'Nthabiseng')
  await goOn(other.page)
  await other.page.locator('.slip').waitFor()

  await goOn(page)
  const gone = said.intake['support.gone.title'].replace('{{items}}', said.codes['item.SHOES'])
  await page.getByText(gone).waitFor()
  await look('what another tablet gave away')
  await part(page, 3)
  const shoes = page.locator('.offer', { hasText: said.codes['item.SHOES'] })
  await shoes.getByText(said.intake['support.barred.NONE_LEFT']).waitFor()
  const sent = page.waitForRequest(request => request.url().includes('/v1/intakes/'))
  await press(page, said.intake['support.gone.save'])
  await page.locator('.slip').waitFor()
  expect((await sent).postDataJSON()['notGiven']).toContainEqual({ item: 'SHOES', reason: 'OUT_OF_STOCK' })
})

it('registers a person under the number of a slip they hold, and refuses one that is somebody else’s', async () => {
  const said = words.en
  const talk = await openDesk(browser, host, { groups: [`screening@${post}`], path: `/record/${post}` })
  await press(talk.page, record['start.draw'])
  const number = (await talk.page.locator('.drawn-number').textContent()) ?? ''
  await talk.look('a number for a slip')

  const { page, look } = await openDesk(browser, host, { groups: [`reception@${post}`], path })
  await openArrival(page, said, { men: 0, women: 2, children: 0 })
  const arrival = page.url()
  const receivePerson = async (givenNames: string) => {
    await page.goto(arrival)
    await follow(page, said.desk['people.new'])
    await typeWho(page, said, { givenNames, surname: 'Khabele', year: '1968' })
    await goOn(page)
    await answerHome(page, said, { district: 'Thaba-Tseka' })
    for (const _ of ['urgent', 'support', 'check']) await goOn(page)
    await page.getByText(said.intake['check.matches.asking']).waitFor({ state: 'hidden' })
    await answerOthers(page)
    await choose(page, said.intake['slip.held'])
  }
  await receivePerson('Thandi')
  await goOn(page)
  await page.getByText(said.intake['problem.slip']).waitFor()
  await page.getByLabel(said.intake['slip.number']).fill(number.toLowerCase().replaceAll('-', ' '))
  await look('a slip they hold')
  await goOn(page)
  expect(await page.locator('.slip-number').textContent()).toBe(number)

  await receivePerson('Mpho')
  await page.getByLabel(said.intake['slip.number']).fill(number)
  await goOn(page)
  await page.getByText(said.intake['slip.taken.title']).waitFor()
  await look('a number that is somebody else’s')
  await choose(page, said.intake['slip.held'])
  await goOn(page)
  await page.locator('.slip').waitFor()
  expect(await page.locator('.slip-number').textContent()).not.toBe(number)
})

it('takes one list an arrival, and says so', async () => {
  const said = words.en
  const groups = [`reception@${post}`]
  const { page, look } = await openDesk(browser, host, { groups, path })
  await openArrival(page, said, { men: 118, women: 0, children: 0 })
  const arrival = new URL(page.url()).pathname
  // two tablets open the import before either has imported
  const others = await Promise.all(
    ['same', 'another'].map(() => openDesk(browser, host, { groups, path: `${arrival}/list` })),
  )
  const [same, another] = others
  if (same === undefined || another === undefined) throw new Error('two tablets')
  await same.page.setInputFiles('input[type=file]', manifest)
  await another.page.setInputFiles('input[type=file]', {
    name: 'another.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('SURNAME;FULL NAMES\nLETSIE;MPHO'),
  })
  await another.look('a list before it is imported')
  await importList(page, said, manifest)
  expect(await page.getByRole('link', { name: said.desk['list.import'] }).count()).toBe(0)

  await press(same.page, said.list['list.do'])
  await same.page.getByText(said.list['list.stored-before']).waitFor()
  await same.look('the same list again')
  await press(another.page, said.list['list.do'])
  await another.page.getByText('This arrival already has a list.').waitFor()
  expect(await another.page.getByRole('button', { name: said.list['list.do'] }).count()).toBe(0)
  await another.look('another list')
  await another.page.setInputFiles('input[type=file]', {
    name: 'empty.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('nothing'),
  })
  await expect.poll(() => another.page.locator('.notice').count()).toBe(1)
  await page.goto(`${host.url}${arrival}/list`)
  await page.getByText(said.list['list.there'], { exact: true }).waitFor()
  await look('the import of an arrival with its list')
})

it('says who was on a row that is done, and closes only with the number still open named', async () => {
  const said = words.en
  const { page, look } = await openDesk(browser, host, { groups: [`supervisor@${post}`], path })
  await openArrival(page, said, { men: 118, women: 0, children: 0 })
  await importList(page, said, manifest)
  const arrival = page.url()
  const outcomeOf = (row: number) =>
    officerOf(host, [`reception@${post}`], 'another').must(arrivalsRoutes.recordOutcome, {
      params: { batchId: batchIdIn(arrival), outcomeId: newId() },
      body: { versions, outcome: 'LEFT_BEFORE', row, deviceTime: new Date().toISOString() },
    })
  await outcomeOf(1)
  await page.goto(`${arrival}/intake?row=1`)
  await page.getByText(said.intake['row-done.title']).waitFor()
  expect(await page.locator('form').count()).toBe(0)
  await look('a row that is done')

  await page.goto(`${arrival}/intake?row=2`)
  await page.locator('.listed dt').first().waitFor()
  await look('what the list says')

  await page.goto(arrival)
  await press(page, said.desk['people.other'])
  await choose(page, said.codes['outcome.NOT_NATIONAL'])
  await press(page, said.desk['outcome.do'])
  const problem = page.getByText(said.desk['outcome.reason.problem'])
  await problem.waitFor()
  await look('an outcome that needs its reason')
  // on a phone it stands under eight answers, and the button beside them: it comes into sight by itself
  await press(page, said.shared['action.cancel'])
  await page.setViewportSize(sizes.phone)
  await press(page, said.desk['people.other'])
  await choose(page, said.codes['outcome.NOT_NATIONAL'])
  await press(page, said.desk['outcome.do'])
  await problem.waitFor()
  const footTop = (await page.locator('.dialog-foot').boundingBox())?.y ?? 0
  await expect.poll(() => problem.evaluate(said => said.getBoundingClientRect().bottom)).toBeLessThan(footTop + 1)
  await page.setViewportSize(sizes.tablet)
  await press(page, said.shared['action.cancel'])

  await press(page, said.desk['close.title'])
  await page.getByLabel(said.desk['close.reason']).fill('They went on with the bus')
  await look('closing with people still open')
  await press(page, said.desk['close.do-unbalanced_other'].replace('{{count}}', '117'))
  await page.getByText(said.desk['closed.text']).waitFor()
  await page.getByText('They went on with the bus').waitFor()
  expect(await page.locator('.done li').count()).toBeGreaterThan(50)
  await look('a closed arrival that did not balance')
})

it('saves no count over one a colleague made meanwhile', async () => {
  const said = words.en
  const { page, look } = await openDesk(browser, host, { groups: [`reception@${post}`], path })
  await openArrival(page, said, { men: 2, women: 2, children: 0 })
  const batchId = batchIdIn(page.url())
  // The desk asks again by itself only while it is looked at; here the save itself must meet the newer count.
  await page.evaluate(() => Object.defineProperty(document, 'visibilityState', { value: 'hidden' }))
  await page.getByText(said.desk['balance.counted']).waitFor()
  await page.locator('details.more summary').first().click()
  const men = page.getByLabel(said.desk['heads.men'], { exact: true })
  await men.fill('4')
  await officerOf(host, [`reception@${post}`], 'another').must(arrivalsRoutes.countHeads, {
    params: { batchId, countId: newId() },
    body: { versions, heads: { men: 3, women: 2, children: 1 }, deviceTime: new Date().toISOString() },
  })
  await press(page, said.desk['heads.do'])
  await page.getByText(said.desk['heads.newer.title']).waitFor()
  await look('a newer count')
  await press(page, said.desk['heads.newer.take'])
  expect(await men.inputValue()).toBe('3')
  await men.fill('5')
  await press(page, said.desk['heads.do'])
  await page.getByText(said.desk['heads.saved'].replace('{{count}}', '8')).waitFor()
  expect(await page.getByText(said.desk['heads.newer.title']).count()).toBe(0)
})

it('opens no search, record or form to immigration by its address', async () => {
  const said = words.en
  const number = displayNumber({ postCode: post, deviceCode: '7F2K', sequence: 1 })
  for (const address of ['people', `people/${newId()}`, `arrivals/${newId()}/intake`]) {
    const { page, look } = await openDesk(browser, host, {
      groups: [`immigration@${post}`],
      path: `${path}/${address}`,
    })
    await page.getByText(said.desk['desk.wrong-post']).waitFor()
    await look(`immigration at ${address.split('/')[0]}`)
  }
  const { page } = await openDesk(browser, host, { groups: [`reception@${post}`], path: `${path}/people` })
  const typed = page.getByLabel(said.desk['find.number'])
  await typed.fill('not one')
  await press(page, said.desk['find.by-number'])
  await page.getByText(said.desk['find.number.problem']).waitFor()
  await typed.fill('')
  await page.getByText(said.desk['find.number.problem']).waitFor({ state: 'hidden' })
  await typed.fill(number)
  await press(page, said.desk['find.by-number'])
  await page.getByText(said.shared['refused.search']).waitFor()
  expect(await page.getByText(said.shared['refused.title']).count()).toBe(0)
})
