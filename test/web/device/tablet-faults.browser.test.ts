/** The desk of a tablet that is full, shared by two officers, or refused a record: nothing typed is lost, and no author is. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { arrivalsRoutes } from '../../../functions/arrivals/contract.ts'
import { refusals } from '../../../functions/platform/refusals.ts'
import { registrationRoutes } from '../../../functions/registration/contract.ts'
import { newId } from '../../../web/src/api/new-id.ts'
import { aRecordOutcome } from '../../builders/batch-commands.ts'
import { sharedHost } from '../../harness/local-host.ts'
import { officerOf } from '../../harness/officer.ts'
import { launch, openDesk } from '../desk-browser.ts'
import { answerHome, goOn, importList, press, words } from '../reception-journey.ts'
import { arrivalAt, countedAt, fillIn, numbersStored, register, save, storedOf, toArrival } from './desk-of-faults.ts'
import {
  beginFirstTime,
  enrol,
  isKeptForOffline,
  lock,
  palesa,
  supervisor,
  typePin,
  unsentSays,
} from './tablet-screen.ts'

const said = words.en
const manifest = join(import.meta.dirname, '../../data/maseru-bridge-manifest.csv')

let browser: Browser
let host: Awaited<ReturnType<typeof sharedHost>>
let page: Page
let batchId: string
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
  ;({ page } = await openDesk(browser, host, { serviceWorkers: 'allow' }))
  await enrol(page, host)
  await beginFirstTime(page, host, supervisor)
  await lock(page)
  await beginFirstTime(page, host, palesa)
  await isKeptForOffline(page)
  batchId = await arrivalAt(page)
}, 300_000)
afterAll(() => browser?.close())

const idOf = ({ username }: { username: string }, group: string) => officerOf(host, [group], username).officerId

/** What Chromium does to every write once the quota is reached, until `makeRoom`. */
async function fillStorage(): Promise<void> {
  await page.evaluate(() => {
    const { put, add } = IDBObjectStore.prototype
    const refuse = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
    Object.assign(IDBObjectStore.prototype, { put: refuse, add: refuse })
    addEventListener('make-room', () => Object.assign(IDBObjectStore.prototype, { put, add }), { once: true })
  })
}
const makeRoom = () => page.evaluate(() => dispatchEvent(new Event('make-room')))

it('keeps the form open with what was typed while the tablet is full, and saves it once there is room', async () => {
  const before = await numbersStored(host, batchId)
  await page.context().setOffline(true)
  await fillIn(page, { givenNames: 'Mphonyane', surname: 'Fullname' })
  await fillStorage()
  await goOn(page)
  await page.getByText('This tablet is full: nothing was saved.').waitFor()
  expect(await page.locator('.slip-number').count()).toBe(0)
  await unsentSays(page, 'Everything is sent')
  const parts = page.locator('.progress-parts button')
  await parts.first().click()
  expect(await page.getByLabel(said.intake['who.given-names']).inputValue()).toBe('Mphonyane')
  expect(await page.getByLabel(said.intake['who.surname']).inputValue()).toBe('Fullname')

  await makeRoom()
  await parts.last().click()
  await page.getByText(said.desk['find.only-here']).waitFor()
  const number = await save(page)
  await unsentSays(page, '1 not yet sent')
  await page.context().setOffline(false)
  await unsentSays(page, 'Everything is sent')
  expect(await numbersStored(host, batchId)).toEqual([...before, number].sort())
  await toArrival(page)
}, 240_000)

it('keeps the author of each record when two officers take turns at one tablet', async () => {
  await page.context().setOffline(true)
  const authors = new Map<string, string>()
  const turns = [
    [palesa, 'reception@MB', 'Tlalane'],
    [supervisor, 'supervisor@MB', 'Sebolelo'],
    [palesa, 'reception@MB', 'Rorisang'],
  ] as const
  for (const [officer, group, givenNames] of turns) {
    await lock(page)
    await typePin(page, officer)
    authors.set(await register(page, { givenNames, surname: `Turn${givenNames}` }), idOf(officer, group))
    await toArrival(page)
  }
  await unsentSays(page, '3 not yet sent')
  await page.context().setOffline(false)
  await unsentSays(page, 'Everything is sent')
  const stored = (await storedOf(host, batchId)).filter(({ displayNumber }) => authors.has(displayNumber))
  expect(new Map(stored.map(({ displayNumber, officerId }) => [displayNumber, officerId]))).toEqual(authors)
  expect(stored).toHaveLength(3)
  expect(new Set(authors.values()).size).toBe(2)
}, 240_000)

it('sends the rest past a refused head, shows that one as it was typed, and sends it mended', async () => {
  await importList(page, said, manifest)
  await unsentSays(page, 'Everything is sent')
  const before = await countedAt(host, batchId)
  await page.context().setOffline(true)
  await page.getByLabel(said.desk['people.search']).fill('sechaba mothibi')
  await page.locator('.pick a').first().click()
  await page.locator('.progress').waitFor()
  const row = Number(new URL(page.url()).searchParams.get('row'))
  await goOn(page)
  await answerHome(page, said, { district: 'Quthing' })
  for (const _ of ['urgent', 'support', 'check']) await goOn(page)
  await page.getByText(said.desk['find.only-here']).waitFor()
  const head = await save(page)
  await toArrival(page)
  const rest = await register(page, { givenNames: 'Moliehi', surname: 'Restname' })
  await toArrival(page)
  await unsentSays(page, '2 not yet sent')

  // meanwhile somebody else says what became of that row
  await officerOf(host, ['supervisor@MB'], supervisor.username).must(arrivalsRoutes.recordOutcome, {
    params: { batchId, outcomeId: newId() },
    body: aRecordOutcome({ row }),
  })
  await page.context().setOffline(false)
  await unsentSays(page, '1 not yet sent')
  expect(await countedAt(host, batchId)).toEqual([...before, rest].sort())

  await page.getByRole('link', { name: '1 not yet sent', exact: true }).click()
  const line = page.locator('li.panel', { hasText: head })
  await line.getByText('Not accepted', { exact: true }).waitFor()
  await line.getByText(refusals['row-already-taken'].en).waitFor()
  await line.getByText('What was typed').click()
  await line
    .getByText(/mothibi/i)
    .first()
    .waitFor()
  await line.getByRole('button', { name: 'Correct it' }).click()
  await press(page, said.desk['correct.off-list'])
  const parts = page.locator('.progress-parts button')
  await parts.first().click()
  const names = page.getByLabel(said.intake['who.given-names'])
  expect(await names.inputValue()).toMatch(/setjhaba/i)
  await names.fill('Sechaba Mendedname')
  await parts.last().click()
  await page.getByText(said.intake['check.matches.none']).waitFor()
  await goOn(page)
  await page.getByText(said.desk['correct.saved']).waitFor()
  await unsentSays(page, 'Everything is sent')
  expect(await countedAt(host, batchId)).toEqual([...before, rest, head].sort())
  const officer = officerOf(host, ['reception@MB'], palesa.username)
  const { personId } = await officer.must(registrationRoutes.findByNumber, { body: { displayNumber: head } })
  const { fast } = await officer.must(registrationRoutes.readPerson, { params: { personId } })
  expect(fast.names).toMatchObject({ givenNames: 'Sechaba Mendedname' })
}, 240_000)
