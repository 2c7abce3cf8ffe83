/** The desk of a tablet whose clock is wrong by years: capture and sending go on, nothing is lost, no pass lasts longer. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { HostDoor } from '../../harness/host-process.ts'
import { follow, openArrival, words } from '../reception-journey.ts'
import { countedAt, deskAtArrival, draftKept, register, storedOf, toArrival } from './desk-of-faults.ts'
import { bringKit, lock, palesa, signIn, typePin, unsentSays } from './tablet-screen.ts'

const said = words.en
const year = 365 * 24 * 3_600_000

let browser: Browser
let host: HostDoor
let page: Page
let batchId: string
beforeAll(async () => {
  ;({ browser, host, page, batchId } = await deskAtArrival())
}, 300_000)
afterAll(() => browser?.close())

/** Sets the device's clock and starts the application anew, where it was. */
async function setClock(ahead: number): Promise<void> {
  await page.addInitScript(ahead => {
    const now = () => Math.floor(performance.timeOrigin + performance.now()) + ahead
    globalThis.Date = new Proxy(Date, {
      construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
      get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    })
  }, ahead)
  await page.reload()
  await page.getByText('Who is working now?').waitFor()
}

/** How far ahead the device's clock stood of the server's when an intake was captured, in years. */
async function yearsAhead(number: string, arrival: string): Promise<number> {
  const stored = (await storedOf(host, arrival)).filter(({ displayNumber }) => displayNumber === number)
  expect(stored).toHaveLength(1)
  const [{ deviceTime, receivedAt } = { deviceTime: '', receivedAt: '' }] = stored
  expect(Math.abs(Date.parse(receivedAt) - Date.now())).toBeLessThan(10 * 60_000)
  return (Date.parse(deviceTime) - Date.parse(receivedAt)) / year
}

async function backTo(path: string): Promise<void> {
  await follow(page, said.shared['action.back'])
  await page.waitForURL(`${host.url}${path}`)
}

const numbers: string[] = []

it('opens by PIN, captures and sends with the clock five years back', async () => {
  await setClock(-5 * year)
  await typePin(page, palesa)
  const number = await register(page, { givenNames: 'Mokone', surname: 'Backname' })
  await page.getByText(said.intake['saved.received'], { exact: true }).waitFor()
  await unsentSays(page, 'Everything is sent')
  expect(await yearsAhead(number, batchId)).toBeCloseTo(-5, 2)
  numbers.push(number)
  await toArrival(page)
}, 240_000)

it('ends the pass with the clock two years ahead, captures without it, and keeps a half-filled form for the next pass', async () => {
  await bringKit(page)
  await follow(page, said.desk['people.new'])
  await expect.poll(() => draftKept(page)).toEqual([])
  await page.getByLabel(said.intake['who.given-names']).fill('Halfname')
  await expect.poll(() => draftKept(page)).not.toEqual([])
  const form = new URL(page.url()).pathname

  await setClock(2 * year)
  await typePin(page, palesa)
  await page.getByText('Sign in once with a network').waitFor()
  await page.getByRole('button', { name: 'Go on without PIN' }).click()
  await backTo(`/reception/MB/arrivals/${batchId}`)
  await backTo('/reception/MB')
  await openArrival(page, said, { men: 1, women: 0, children: 0 })
  const other = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const without = await register(page, { givenNames: 'Nkhono', surname: 'Withoutname' })
  await unsentSays(page, 'Everything is sent')
  expect(await countedAt(host, other)).toEqual([without])
  expect(await yearsAhead(without, other)).toBeCloseTo(2, 2)

  await lock(page)
  await signIn(page, palesa)
  await page.getByLabel('Type your PIN').fill(palesa.pin)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('button', { name: /Lock$/ }).waitFor()
  await page.goto(`${host.url}${form}`)
  await typePin(page, palesa)
  await page.getByText(said.intake.reopened).waitFor()
  expect(await page.getByLabel(said.intake['who.given-names']).inputValue()).toBe('Halfname')
}, 240_000)

it('goes on under the same pass once the clock is set right, with the form as it was', async () => {
  await setClock(0)
  await typePin(page, palesa)
  await page.getByText(said.intake.reopened).waitFor()
  expect(await page.getByLabel(said.intake['who.given-names']).inputValue()).toBe('Halfname')
  await backTo(`/reception/MB/arrivals/${batchId}`)
  const number = await register(page, { givenNames: 'Mosito', surname: 'Rightname' })
  await unsentSays(page, 'Everything is sent')
  expect(await yearsAhead(number, batchId)).toBeCloseTo(0, 2)
  expect(await countedAt(host, batchId)).toEqual([...numbers, number].sort())
}, 240_000)
