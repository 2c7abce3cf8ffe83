/** A bus-load at the reception desk, on the real host, in both languages; every screen is looked at on the way. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { arrivalsRoutes } from '../../functions/arrivals/contract.ts'
import { refusals } from '../../functions/platform/refusals.ts'
import { suppliesRoutes } from '../../functions/supplies/contract.ts'
import { newId } from '../../web/src/api/new-id.ts'
import { en as paper } from '../../web/src/paper/en.ts'
import type { HostDoor } from '../harness/host-process.ts'
import { sharedHost } from '../harness/local-host.ts'
import { officerOf } from '../harness/officer.ts'
import { launch, openDesk } from './desk-browser.ts'
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
} from './reception-journey.ts'

const manifest = join(import.meta.dirname, '../data/maseru-bridge-manifest.csv')
const versions = { contract: 1, rules: '2026-11-01' }
/** Posts that no other file works at. */
const posts = { en: 'SG', 'st-LS': 'MP' } as const
const sizes = { en: 'tablet', 'st-LS': 'phone' } as const
/** Two rows of the list, searched for in the other orthography than they are typed in. */
const people = {
  en: { typed: 'kgotso foulo', givenNames: 'KHOTSO', surname: 'FOULO' },
  'st-LS': { typed: 'sechaba mothibi', givenNames: 'SETJHABA', surname: 'MOTHIBI' },
} as const

let browser: Browser
let host: HostDoor

beforeAll(async () => {
  browser = await launch()
  host = await sharedHost()
  for (const post of Object.values(posts))
    for (const item of ['FOOD_PACK', 'SHELTER_TEMP', 'TRANSPORT_ONWARD'] as const)
      await officerOf(host, [`supplies@${post}`]).must(suppliesRoutes.receiveStock, {
        params: { place: post, moveId: newId() },
        body: { versions, item, quantity: 50, to: 'DESK', lot: 'a lot', deviceTime: new Date().toISOString() },
      })
}, 180_000)
afterAll(() => browser?.close())

const batchIdIn = (address: string): string => /arrivals\/([^/?]+)/.exec(address)?.[1] ?? ''

it.each(['en', 'st-LS'] as const)('receives a bus-load, from the list to the slip, in %s', async language => {
  const post = posts[language]
  const said = words[language]
  const { page, look } = await openDesk(browser, host, {
    groups: [`reception@${post}`],
    language,
    size: sizes[language],
    path: `/reception/${post}`,
  })
  await page.getByText(said.desk['batches.none']).waitFor()
  await look('no arrival yet')
  await follow(page, said.desk['batches.open'])
  await press(page, said.desk['open.do'])
  await look('an arrival with nothing answered')
  await follow(page, said.shared['action.back'])
  await openArrival(page, said, { men: 84, women: 25, children: 9 })
  await look('an arrival without a list')
  const arrival = page.url()

  await follow(page, said.desk['list.import'])
  await page.setInputFiles('input[type=file]', manifest)
  await page.locator('.table').waitFor()
  await look('a list before it is sent')
  const asRead = await page.locator('.table tbody tr > :nth-child(3)').allTextContents()
  const days = language === 'en' ? /\d{1,2} \p{L}{3,4} \d{4}\b/u : /\d\d\/\d\d\/\d{4}\b/
  expect(asRead.some(text => days.test(text))).toBe(true)
  expect(asRead.filter(text => /\d{4}-\d\d-\d\d/.test(text))).toEqual([])
  await follow(page, said.shared['action.back'])
  await importList(page, said, manifest)
  await look('an arrival with its list')

  const person = people[language]
  await page.getByLabel(said.desk['people.search']).fill(person.typed)
  await page.locator('.pick a', { hasText: `${person.givenNames} ${person.surname}` }).click()
  await page.locator('.progress').waitFor()
  await look('the person')
  await goOn(page)
  await goOn(page)
  await page.locator('.progress-parts button').nth(1).click()
  await look('home, with what is missing')
  await answerHome(page, said, { district: 'Leribe', phone: '5812 3456' })
  await look('home')
  await goOn(page)
  await choose(page, said.intake['urgent.WISHES_TO_SPEAK_ALONE'])
  await look('right now')
  await goOn(page)
  await page.locator('.offer', { hasText: said.codes['item.SHELTER_TEMP'] }).locator('input').click()
  await page
    .getByRole('button', { name: said.intake['support.more'].replace('{{item}}', said.codes['item.SHELTER_TEMP']) })
    .click()
  await look('support')
  await goOn(page)
  await page.getByText(said.intake['check.matches.none']).waitFor()
  await look('check')
  await goOn(page)
  const slip = page.locator('.slip')
  await slip.waitFor()
  await look('the slip')
  const onSlip = (await slip.textContent()) ?? ''
  expect(onSlip).toContain(person.givenNames)
  expect(onSlip).not.toContain(person.surname)
  // in the language spoken with them, whatever the screen speaks
  expect(onSlip).toContain(words['st-LS'].codes['item.FOOD_PACK'])
  expect(onSlip).toContain(words['st-LS'].shared['slip.free'])
  expect(onSlip).not.toMatch(/kamohelo|gate|pass|IOM|return|khutl/i)

  await follow(page, said.intake['saved.complete'])
  await page.locator('.progress').waitFor()
  for (const part of [0, 1, 2, 3, 4, 5, 6, 7]) {
    await page.locator('.progress-parts button').nth(part).click()
    await look(`completion, part ${part + 1}`)
  }
  await page.locator('.card').first().click()
  await press(page, said.completion.save)
  await page.getByText(said.completion.saved).waitFor()

  await page.goto(arrival)
  await page.locator('.figure').first().waitFor()
  expect(await balance(page)).toEqual([118, 1, 0, 117])
  await page.locator('.pick').first().getByRole('button').click()
  await page.locator('dialog').waitFor()
  await look('an outcome')
  await choose(page, said.codes['outcome.LEFT_BEFORE'])
  await press(page, said.desk['outcome.do'])
  await expect.poll(() => balance(page)).toEqual([118, 1, 1, 116])

  await page.goto(`${host.url}/reception/${post}/people`)
  await page.getByLabel(said.desk['find.given-names']).fill(person.givenNames)
  await page.getByLabel(said.desk['find.surname']).fill(person.surname)
  await choose(page, said.codes['sex.1'])
  await press(page, said.shared['action.search'])
  await page.locator('main a.door').waitFor()
  await look('a person found')
})

it('asks about who may be the same person, and keeps the answer', async () => {
  const said = words.en
  const post = 'SP'
  const { page, look } = await openDesk(browser, host, { groups: [`reception@${post}`], path: `/reception/${post}` })
  await openArrival(page, said, { men: 2, women: 0, children: 0 })
  const arrival = page.url()
  const receive = async (givenNames: string) => {
    await page.goto(arrival)
    await follow(page, said.desk['people.new'])
    await page.getByLabel(said.intake['who.given-names']).fill(givenNames)
    await page.getByLabel(said.intake['who.surname']).fill('Nkoebe')
    await choose(page, said.codes['sex.1'])
    await page.getByLabel(said.shared['date.year']).fill('1985')
    await goOn(page)
    await answerHome(page, said, { district: 'Mokhotlong' })
    for (const _ of ['urgent', 'support', 'check']) await goOn(page)
  }
  await receive('Tšepo')
  await page.getByText(said.intake['check.matches.none']).waitFor()
  await goOn(page)
  await page.locator('.slip').waitFor()

  await receive('Tshepo')
  await page.getByText(said.intake['check.match.question']).waitFor()
  await goOn(page)
  await page.getByText(said.intake['problem.answer-each']).waitFor()
  await look('somebody who may be the same')
  const sent = page.waitForRequest(request => request.url().includes('/v1/intakes/'))
  await choose(page, said.intake['check.match.SAME'])
  await goOn(page)
  await page.locator('.slip').waitFor()
  expect((await sent).postDataJSON()).toMatchObject({ knownPerson: true, matches: [{ answer: 'SAME' }] })
})

it('keeps the form open, as it was typed, when the server says no, in the language on screen', async () => {
  const said = words.en
  const post = 'BN'
  const { page, look } = await openDesk(browser, host, { groups: [`reception@${post}`], path: `/reception/${post}` })
  await openArrival(page, said, { men: 118, women: 0, children: 0 })
  await importList(page, said, manifest)
  const batchId = batchIdIn(page.url())
  await page.getByLabel(said.desk['people.search']).fill('khotso foulo')
  await page.locator('.pick a').first().click()
  await page.getByLabel(said.intake['who.given-names']).fill('Khotso Paul')
  await goOn(page)
  await answerHome(page, said, { district: 'Leribe' })
  for (const _ of ['urgent', 'support', 'check']) await goOn(page)
  await page.getByText(said.intake['check.matches.title']).waitFor()

  const row = Number(new URL(page.url()).searchParams.get('row'))
  await officerOf(host, [`reception@${post}`], 'another').must(arrivalsRoutes.recordOutcome, {
    params: { batchId, outcomeId: newId() },
    body: { versions, outcome: 'LEFT_BEFORE', row, deviceTime: new Date().toISOString() },
  })
  for (const card of await page.locator('.card', { hasText: said.intake['check.match.DIFFERENT'] }).all())
    await card.click()
  await goOn(page)
  await page.getByText(refusals['row-already-taken'].en).waitFor()
  await look('a refused intake')
  await press(page, said.shared['app.language.st-LS'])
  await page.getByText(refusals['row-already-taken'].st).waitFor()
  await look('a refused intake in Sesotho')
  await page.locator('.progress-parts button').first().click()
  expect(await page.getByLabel(words['st-LS'].intake['who.given-names']).inputValue()).toBe('Khotso Paul')
})

it('loses nothing without a network, and stores once when it is back', async () => {
  const said = words.en
  const post = 'RG'
  const { page } = await openDesk(browser, host, { groups: [`reception@${post}`], path: `/reception/${post}` })
  await openArrival(page, said, { men: 1, women: 0, children: 0 })
  const arrival = page.url()
  await follow(page, said.desk['people.new'])
  await page.getByLabel(said.intake['who.given-names']).fill('Thabo')
  await page.getByLabel(said.intake['who.surname']).fill('Ramatsoso')
  await choose(page, said.codes['sex.1'])
  await page.getByLabel(said.shared['date.year']).fill('1990')
  await goOn(page)
  await answerHome(page, said, { district: 'Quthing' })
  await goOn(page)
  await goOn(page)
  await page.context().setOffline(true)
  await goOn(page)
  await page.getByText(said.shared['offline.title']).waitFor()
  await goOn(page)
  const again = page.locator('.notice').getByRole('button', { name: said.shared['action.again'] })
  await expect.poll(() => again.count()).toBe(2) // the search for the same person, and the form
  await page.context().setOffline(false)
  await again.first().click()
  await page.getByText(said.intake['check.matches.none']).waitFor()

  // it was written on paper first: nothing is sent until it says when, and by whom
  await choose(page, paper['late.yes'])
  await goOn(page)
  await page.getByText(said.intake['problem.late-incomplete']).waitFor()
  const written = page.getByRole('group', { name: paper['late.date'] })
  await written.getByLabel(said.shared['date.day']).fill('28')
  await written.getByLabel(said.shared['date.month']).fill('2')
  await written.getByLabel(said.shared['date.year']).fill('2026')
  await page.getByLabel(/^At/).fill('14:30')
  await page.getByLabel(paper['late.officer']).fill('Palesa M.')
  const [sent] = await Promise.all([page.waitForRequest(request => request.method() === 'PUT'), goOn(page)])
  expect(sent.postDataJSON().lateCapture).toEqual({ writtenAt: '2026-02-28T12:30:00.000Z', officer: 'Palesa M.' })
  await page.locator('.slip').waitFor()
  await page.goto(arrival)
  await page.locator('.figure').first().waitFor()
  expect(await balance(page)).toEqual([1, 1, 0, 0])
})

it('gives two words to who would rather carry no slip, and finds them by these', async () => {
  const said = words.en
  const post = 'RG'
  const { page, look } = await openDesk(browser, host, { groups: [`reception@${post}`], path: `/reception/${post}` })
  await openArrival(page, said, { men: 0, women: 1, children: 0 })
  await follow(page, said.desk['people.new'])
  await page.getByLabel(said.intake['who.given-names']).fill('Nthabeleng')
  await page.getByLabel(said.intake['who.surname']).fill('Sekhonyana')
  await choose(page, said.codes['sex.2'])
  await page.getByLabel(said.shared['date.year']).fill('1994')
  await goOn(page)
  await answerHome(page, said, { district: 'Quthing' })
  for (const _ of ['home', 'urgent', 'support']) await goOn(page)
  await page.getByText(said.intake['check.matches.none']).waitFor()
  await choose(page, said.intake['words.wanted'])
  const shown = page.locator('.panel', { hasText: words['st-LS'].intake['words.remember'] }).locator('[lang=st]')
  const first = await shown.textContent()
  await expect
    .poll(async () => {
      await press(page, said.intake['words.others'])
      return shown.textContent()
    })
    .not.toBe(first)
  const pair = (await shown.textContent()) ?? ''
  await look('two words instead of a slip')
  await goOn(page)
  await page.getByText(said.intake['saved.next']).waitFor()
  expect(await shown.textContent()).toBe(pair)
  expect([
    await page.locator('.slip').count(),
    await page.getByRole('button', { name: said.shared['action.print'] }).count(),
  ]).toEqual([0, 0])
  await look('two words, saved')

  await page.goto(`${host.url}/reception/${post}/people`)
  await page.getByLabel(said.desk['find.words']).fill(pair.split(' · ').reverse().join(' '))
  await press(page, said.desk['find.by-words'])
  await page.locator('main a.door', { hasText: 'Nthabeleng Sekhonyana' }).waitFor()
  await look('found by two words')
})

/** Counts taps from here on; a tap into a field is typing. */
const countTaps = (page: Page) =>
  page.evaluate(() => {
    document.addEventListener('pointerdown', ({ target }) => {
      const isTyping = target instanceof HTMLInputElement && target.type === 'text'
      if (!isTyping) document.body.dataset['taps'] = String(Number(document.body.dataset['taps'] ?? 0) + 1)
    })
  })

it.each(['on no list', 'on the list'] as const)(
  'takes at most twelve taps beyond typing for a person who is %s',
  async where => {
    const said = words.en
    const post = 'ON'
    const { page } = await openDesk(browser, host, { groups: [`reception@${post}`], path: `/reception/${post}` })
    await openArrival(page, said, { men: 1, women: 0, children: 0 })
    if (where === 'on the list') await importList(page, said, manifest)
    await countTaps(page)
    if (where === 'on no list') {
      await follow(page, said.desk['people.new'])
      await page.getByLabel(said.intake['who.given-names']).fill('Lerato')
      await page.getByLabel(said.intake['who.surname']).fill('Ramatsoso')
      await choose(page, said.codes['sex.2'])
      await page.getByLabel(said.shared['date.year']).fill('1990')
    } else {
      await page.getByLabel(said.desk['people.search']).fill('kgotso foulo')
      await page.locator('.pick a').first().click()
      await page.locator('.progress').waitFor()
    }
    await goOn(page)
    await answerHome(page, said, { district: 'Quthing', phone: '5812 3456' })
    for (const _ of ['urgent', 'support', 'check']) await goOn(page)
    // somebody who may be the same as a person of another test is answered for with a tap more than this one counts
    await page.getByText(said.intake['check.matches.title']).waitFor()
    const taps = async () => Number(await page.evaluate(() => document.body.dataset['taps']))
    await page.waitForFunction(asking => !document.body.innerText.includes(asking), said.intake['check.matches.asking'])
    for (const card of await page.locator('.card', { hasText: said.intake['check.match.DIFFERENT'] }).all()) {
      await card.click()
      await page.evaluate(() => {
        document.body.dataset['taps'] = String(Number(document.body.dataset['taps']) - 1)
      })
    }
    await goOn(page)
    await page.locator('.slip').waitFor()
    expect(await taps()).toBeGreaterThan(5)
    expect(await taps()).toBeLessThanOrEqual(12)
  },
)

it('lets a supervisor alone close an arrival that does not balance, with a reason', async () => {
  const said = words.en
  const post = 'PK'
  const officer = await openDesk(browser, host, { groups: [`reception@${post}`], path: `/reception/${post}` })
  await openArrival(officer.page, said, { men: 3, women: 0, children: 0 })
  const arrival = new URL(officer.page.url()).pathname
  await press(officer.page, said.desk['close.title'])
  await officer.page.getByText(said.desk['close.supervisor']).waitFor()
  await officer.look('closing as an officer')
  const supervisor = await openDesk(browser, host, { groups: [`supervisor@${post}`], path: arrival })
  await press(supervisor.page, said.desk['close.title'])
  await supervisor.page.getByLabel(said.desk['close.reason']).fill('They went on with the bus')
  await supervisor.look('closing as a supervisor')
  await press(supervisor.page, said.desk['close.do-unbalanced_other'].replace('{{count}}', '3'))
  await supervisor.page.getByText(said.desk['closed.text']).waitFor()
  await supervisor.look('a closed arrival')
})

it('takes the next of a family with the same home, and opens a form that was left half-filled', async () => {
  const said = words.en
  const post = 'MK'
  const { page, look } = await openDesk(browser, host, { groups: [`reception@${post}`], path: `/reception/${post}` })
  await openArrival(page, said, { men: 1, women: 1, children: 1 })
  const arrival = page.url()
  await follow(page, said.desk['people.new'])
  await page.getByLabel(said.intake['who.given-names']).fill('Mpho')
  await page.getByLabel(said.intake['who.surname']).fill('Letsie')
  await choose(page, said.codes['sex.2'])
  await page.getByLabel(said.shared['date.year']).fill('1991')
  await press(page, said.intake['who.family.new'])
  await goOn(page)
  await answerHome(page, said, { district: "Mohale's Hoek" })
  for (const _ of ['urgent', 'support', 'check']) await goOn(page)
  await page.getByText(said.intake['check.matches.none']).waitFor()
  await goOn(page)
  await press(page, said.intake['saved.next-family'])
  await page.getByText(said.intake['who.family.of'].replace('{{name}}', 'Letsie')).waitFor()
  expect(await page.getByLabel(said.intake['who.given-names']).inputValue()).toBe('')
  await page.getByLabel(said.intake['who.given-names']).fill('Lineo')
  await page.getByLabel(said.shared['date.year']).fill('2018')
  await page.getByText(said.intake['who.minor']).waitFor()
  await goOn(page)
  expect(await page.locator('.card', { hasText: "Mohale's Hoek" }).locator('input').isChecked()).toBe(true)
  await look('a child of a family')
  await follow(page, said.shared['action.back'])
  await follow(page, said.desk['people.new'])
  await page.getByText(said.intake.reopened).waitFor()
  await look('a form that was left half-filled')
  await page.locator('.progress-parts button').first().click()
  expect(await page.getByLabel(said.intake['who.given-names']).inputValue()).toBe('Lineo')
  await press(page, said.intake['reopened.empty'])
  expect(await page.getByLabel(said.intake['who.given-names']).inputValue()).toBe('')
  expect(arrival).toBe(page.url().replace('/intake', ''))
})
