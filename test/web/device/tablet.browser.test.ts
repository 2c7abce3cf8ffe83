/** A tablet from its enrolment to the last record: on the real host, in a real browser. */
import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { arrivalsRoutes } from '../../../functions/arrivals/contract.ts'
import { devicesRoutes } from '../../../functions/devices/contract.ts'
import { toBase64 } from '../../../functions/platform/base64.ts'
import { findDemoUser, subjectOf } from '../../../local/demo-users.ts'
import { anOpenBatch } from '../../builders/batch-commands.ts'
import { sharedHost } from '../../harness/local-host.ts'
import { officerOf } from '../../harness/officer.ts'
import { type Desk, launch, openDesk } from '../desk-browser.ts'
import type { KeepKit } from './keep-kit.ts'
import {
  alreadySaved,
  anArrival,
  beginFirstTime,
  bringKit,
  choosePin,
  enrol,
  expectNothingOf,
  hasPass,
  isKeptForOffline,
  keep,
  lock,
  palesa,
  signIn,
  stateOf,
  supervisor,
  thabang,
  typePin,
  unsentSays,
  work,
} from './tablet-screen.ts'

/** In the page. */
declare const keepKit: KeepKit

let browser: Browser
let host: Awaited<ReturnType<typeof sharedHost>>
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
}, 180_000)
afterAll(() => browser.close())

const idOf = ({ username }: { username: string }): string => {
  const user = findDemoUser(username)
  if (user === undefined) throw new Error(`nobody is called ${username}`)
  return subjectOf(user)
}
const who = { palesa: idOf(palesa), thabang: idOf(thabang) }

async function enrolledTablet(language: 'en' | 'st-LS' = 'en'): Promise<Desk> {
  const desk = await openDesk(browser, host, { serviceWorkers: 'allow', language })
  await enrol(desk.page, host)
  return desk
}

it('goes a whole day without a network: enrolled, opened by PIN, sent when it comes back', async () => {
  const { page, look } = await enrolledTablet()
  await look('an enrolled tablet')
  await beginFirstTime(page, host, palesa)
  await look('the desks of an officer at a tablet')
  await unsentSays(page, 'Everything is sent')
  await isKeptForOffline(page)
  await bringKit(page)
  await work(page, who.palesa, palesa.pin)
  const record = anArrival()
  await page.context().setOffline(true)
  expect(await keep(page, record)).toBe('kept')
  await unsentSays(page, '1 not yet sent')

  await page.goto(`${host.url}/`)
  await page.getByText('Who is working now?').waitFor()
  await unsentSays(page, '1 not yet sent')
  await look('a locked tablet')
  await typePin(page, palesa)
  await page.getByText('Your desks').waitFor()
  await page.getByRole('link', { name: '1 not yet sent' }).click()
  await page.getByRole('heading', { name: 'Ntsebeng' }).waitFor()
  await page.getByText('Waiting', { exact: true }).waitFor()
  await look('what is not yet sent')

  await page.context().setOffline(false)
  await page.getByText('Received', { exact: true }).waitFor()
  await page.getByText(`Receipt ${record.recordId}`).waitFor()
  await unsentSays(page, 'Everything is sent')
  const { batch } = await officerOf(host, ['reception@MB'], palesa.username).must(arrivalsRoutes.readBatch, {
    params: { batchId: record.recordId },
  })
  expect(batch.batchId).toBe(record.recordId)
})

it("shows two officers nothing of each other's, and sends for one under the other's name", async () => {
  const { page } = await enrolledTablet()
  await beginFirstTime(page, host, palesa)
  await isKeptForOffline(page)
  await bringKit(page)
  await work(page, who.palesa, palesa.pin)
  const record = anArrival()
  await page.context().setOffline(true)
  await keep(page, record)
  await page.goto(`${host.url}/unsent`)
  await expectNothingOf(page, ['Ntsebeng', 'Plantedname', 'Palesa'])
  await page.context().setOffline(false)
  // the first officer goes for good: their token goes with them, and what they could read here
  await page.goto(`${host.url}/`)
  await typePin(page, palesa)
  await page.getByRole('link', { name: 'This tablet' }).click()
  await page.getByRole('button', { name: 'Hand over', exact: true }).click()
  await page.getByRole('button', { name: 'Yes, hand over' }).click()
  await page.getByText('Who is working now?').waitFor()
  await bringKit(page)
  expect(await hasPass(page, who.palesa)).toBe(false)

  await page.context().setOffline(true)
  await page.context().setOffline(false)
  await signIn(page, thabang)
  await choosePin(page, thabang)
  await page.goto(`${host.url}/unsent`)
  await page.getByText('Received', { exact: true }).first().waitFor()
  await expectNothingOf(page, ['Ntsebeng', 'Plantedname', 'Palesa'])
  await bringKit(page)
  expect(await stateOf(page, record.recordId)).toBe('received')
})

it('lets an officer without PIN capture, and shows them nothing', async () => {
  const { page, look } = await enrolledTablet()
  await beginFirstTime(page, host, palesa)
  await lock(page)
  await page.getByRole('button', { name: palesa.initials, exact: true }).click()
  await look('the PIN of one officer')
  // her token is in the tab still: nothing may be asked by it in the name of who cannot show that it is she
  const asked: string[] = []
  page.on('request', request => {
    if ('authorization' in request.headers()) asked.push(`${request.method()} ${new URL(request.url()).pathname}`)
  })
  await page.getByRole('button', { name: 'Go on without PIN' }).click()
  await page.getByText('Without PIN: what you save is kept').waitFor()
  await page.getByRole('link', { name: /Reception/ }).click()
  await page.getByRole('heading', { name: 'Latest arrivals' }).waitFor()
  await look('the desk without PIN')
  await page.getByRole('link', { name: 'Find a person' }).waitFor()
  expect(asked).toEqual([])
  await page.goto(`${host.url}/`)
  await look('the desks without PIN')
  await bringKit(page)
  await work(page, who.palesa)
  const record = anArrival()
  expect(await keep(page, record)).toBe('kept')
  await page.goto(`${host.url}/unsent`)
  await page.getByText('Saved without PIN').waitFor()
  await expectNothingOf(page, ['Ntsebeng', 'Plantedname'])
  await page.getByText('Received', { exact: true }).waitFor()
})

it('says saved of nothing but what is kept under the id, in another window too', async () => {
  const { page } = await enrolledTablet()
  await beginFirstTime(page, host, palesa)
  const windows = [page, await page.context().newPage()]
  await windows[1]?.goto(`${host.url}/`)
  for (const one of windows) {
    await bringKit(one)
    await work(one, who.palesa, palesa.pin)
  }
  await page.context().setOffline(true)
  const record = anArrival()
  expect(await alreadySaved(page, record)).toBeUndefined()
  expect(await keep(page, record)).toBe('kept')
  for (const one of windows) {
    const pressedAgain = { ...record.body, deviceTime: '2026-11-23T09:30:00.000Z' }
    expect(await alreadySaved(one, { ...record, body: pressedAgain })).toBe('saved')
    expect(await alreadySaved(one, { ...record, body: anOpenBatch({ declaredHeadcount: 41 }) })).toBe('other')
  }
})

async function wrongPin(page: Page, times: number): Promise<void> {
  for (let turn = 0; turn < times; turn++) {
    await page.getByLabel('Type your PIN').fill('11223344')
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await page.getByText(/That was not the PIN|Too many wrong PINs|Sign in once with a network/).waitFor()
    await expect.poll(() => page.getByLabel('Type your PIN').inputValue()).toBe('')
  }
}

it('slows wrong PINs down, and a locked-out officer signs in anew', async () => {
  const { page } = await enrolledTablet()
  await beginFirstTime(page, host, palesa)
  await lock(page)
  await page.getByRole('button', { name: palesa.initials, exact: true }).click()
  await wrongPin(page, 4)
  await page.getByText('Too many wrong PINs. Try again in a minute.').waitFor()
  await bringKit(page)
  for (let hours = 1; hours <= 7; hours++) {
    // a day later each time: the kept clock has seen the wait pass
    await page.evaluate(milliseconds => {
      const now = Date.now.bind(Date)
      Date.now = () => now() + milliseconds
    }, 9 * 3_600_000)
    await wrongPin(page, 1)
  }
  await page.getByText('Sign in once with a network').waitFor()
  expect(await hasPass(page, who.palesa)).toBe(false)
  await page.goto(`${host.url}/`)
  await signIn(page, palesa)
  await page.getByLabel('Type your PIN').fill(palesa.pin)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('button', { name: /Lock$/ }).waitFor()
})

it('ends every pass of a withdrawn tablet, and holds what it sends for a supervisor, who releases it', async () => {
  const { page, look } = await enrolledTablet()
  await beginFirstTime(page, host, palesa)
  await bringKit(page)
  await work(page, who.palesa, palesa.pin)
  const device = await page.evaluate(() => keepKit.device())
  if (device === undefined) throw new Error('the tablet is not enrolled')
  const boss = officerOf(host, ['supervisor@MB'], supervisor.username)
  const { deviceId } = device
  const { revision } = await boss.must(devicesRoutes.readDevice, { params: { deviceId } })
  await boss.must(devicesRoutes.revokeDevice, {
    params: { deviceId, revocationId: randomUUID() },
    body: { ...versionsOf(), revision, reason: 'Left in the bus' },
  })
  const record = anArrival()
  await keep(page, record)
  await expect.poll(() => stateOf(page, record.recordId)).toBe('quarantined')
  await expect.poll(() => hasPass(page, who.palesa)).toBe(false)
  await page.goto(`${host.url}/device`)
  await page.getByText('This tablet was withdrawn').waitFor()
  await look('a withdrawn tablet')

  const desk = await openDesk(browser, host, { groups: ['supervisor@MB'], path: `/devices/MB/${deviceId}` })
  await desk.page.getByText('Waits for a decision').waitFor()
  await desk.look('the records of a withdrawn tablet')
  await desk.page.getByRole('button', { name: 'Release', exact: true }).click()
  await desk.page.getByLabel('Reason').fill('Found the same evening')
  await desk.page.getByRole('button', { name: 'Release this record' }).click()
  await desk.page
    .getByText(/^Released/)
    .first()
    .waitFor()
})

const versionsOf = () => {
  const { versions, deviceTime } = anOpenBatch()
  return { versions, deviceTime }
}

it('gives each slip number once, under the code of the tablet', async () => {
  const { page } = await enrolledTablet()
  await bringKit(page)
  const device = await page.evaluate(() => keepKit.device())
  const numbers = await page.evaluate(async () => Promise.all(Array.from({ length: 20 }, () => keepKit.number())))
  expect(new Set(numbers).size).toBe(20)
  expect(numbers.every(number => number.split('-')[1] === device?.code)).toBe(true)
})

/** A tablet as the list shows it; no browser is behind it. */
async function enrolledByRequest(): Promise<{ deviceId: string }> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const publicKey = toBase64(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)))
  return officerOf(host, ['supervisor@MB'], supervisor.username).must(devicesRoutes.enrolDevice, {
    params: { deviceId: randomUUID() },
    body: { ...versionsOf(), post: 'MB', publicKey },
  })
}

it.each([
  ['en', 'tablet', 'Maseru Bridge', /Tablet /],
  ['st-LS', 'phone', 'Maseru Bridge', /Mochine /],
] as const)('shows an administrator the tablets of a post, in %s on a %s', async (language, size, post, tablet) => {
  const { deviceId } = await enrolledByRequest()
  const { page, look } = await openDesk(browser, host, {
    groups: ['administrator@*'],
    path: '/devices',
    language,
    size,
  })
  await page.getByRole('link', { name: post }).waitFor()
  await look(`the posts, ${language}`)
  await page.getByRole('link', { name: post }).click()
  await page.getByRole('link', { name: tablet }).first().waitFor()
  await look(`the tablets of a post, ${language}`)
  await page.goto(`${host.url}/devices/MB/${deviceId}`)
  await page.getByRole('table').waitFor()
  await look(`a tablet, ${language}`)
})
