/** The vault in a real browser: opened by PIN and share together, by one officer, for 72 hours, and by nobody else. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch } from '../desk-browser.ts'
import { filesHolding, serveKit, startOnProfile } from '../kit-browser.ts'
import type { StaticServer } from '../static-server.ts'
import type { VaultKit } from './vault-kit.ts'

/** In the page. */
declare const vaultKit: VaultKit

const hour = 3_600_000
const noon = Date.UTC(2026, 10, 23, 12)
const pin = '48201957'
const otherPin = '90417362'
const palesa = { officerId: 'officer-1', name: 'Palesa Mokhethi' }
const lineo = { officerId: 'officer-2', name: 'Lineo Ramatla' }

let browser: Browser
let server: StaticServer
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launch(), serveKit(join(import.meta.dirname, 'vault-kit.ts'))])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** A tablet at noon with Palesa's vault, whose clock only the test moves. */
async function tablet(): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.clock.install({ time: noon })
  await page.goto(server.origin)
  await page.waitForFunction(() => 'vaultKit' in globalThis)
  await page.evaluate(([officer, time]) => vaultKit.givePass(officer, 1, time), [palesa.officerId, noon] as const)
  expect(await page.evaluate(([officer, pin]) => vaultKit.setPin(officer, pin), [palesa, pin] as const)).toBeUndefined()
  return page
}
const unlock = (page: Page, typed: string, officerId = palesa.officerId) =>
  page.evaluate(([officer, typed]) => vaultKit.unlock(officer, typed), [officerId, typed] as const)
const read = (page: Page, officerId = palesa.officerId) => page.evaluate(officer => vaultKit.read(officer), officerId)

it('keeps without a PIN and reads with it', async () => {
  const page = await tablet()
  await page.evaluate(officer => vaultKit.keep(officer, { typed: 'Rethabile' }), palesa.officerId)
  expect(await read(page)).toEqual({ typed: 'Rethabile' })
  await page.evaluate(() => vaultKit.lock())
  expect(await read(page)).toBeUndefined()
  await page.reload()
  await page.waitForFunction(() => 'vaultKit' in globalThis)
  await page.evaluate(officer => vaultKit.keep(officer, { typed: 'Thato' }), palesa.officerId)
  expect(await read(page)).toBeUndefined()
  expect(await unlock(page, otherPin)).toEqual({ is: 'wrong-pin', attemptsLeft: 9 })
  expect(await unlock(page, pin)).toEqual({ is: 'unlocked' })
  expect(await read(page)).toEqual({ typed: 'Thato' })
  expect(await page.evaluate(() => vaultKit.ownName())).toBe(palesa.name)
})

it('opens to nobody else who unlocks the same tablet', async () => {
  const page = await tablet()
  await page.evaluate(officer => vaultKit.keep(officer, 'of the first'), palesa.officerId)
  await page.evaluate(([officer, time]) => vaultKit.givePass(officer, 2, time), [lineo.officerId, noon] as const)
  await page.evaluate(([officer, pin]) => vaultKit.setPin(officer, pin), [lineo, otherPin] as const)
  expect(await page.evaluate(() => vaultKit.unlockedOfficer())).toBe(lineo.officerId)
  expect(await read(page)).toBeUndefined()
  expect(await unlock(page, pin)).toEqual({ is: 'unlocked' })
  expect(await read(page)).toBe('of the first')
})

it('slows wrong PINs down and deletes the share with the tenth; a new pass opens it again', async () => {
  const page = await tablet()
  await page.evaluate(officer => vaultKit.keep(officer, 'kept'), palesa.officerId)
  for (let turn = 0; turn < 3; turn++) await unlock(page, otherPin)
  expect(await unlock(page, pin)).toMatchObject({ is: 'wait', waitMilliseconds: expect.any(Number) })
  await page.reload()
  await page.waitForFunction(() => 'vaultKit' in globalThis)
  expect(await unlock(page, pin)).toMatchObject({ is: 'wait' })
  for (let turn = 3; turn < 10; turn++) {
    await page.clock.fastForward(65 * 60_000)
    await unlock(page, otherPin)
  }
  expect(await page.evaluate(officer => vaultKit.hasPass(officer), palesa.officerId)).toBe(false)
  expect(await unlock(page, pin)).toEqual({ is: 'no-pass' })
  await page.evaluate(([officer, time]) => vaultKit.givePass(officer, 1, time), [palesa.officerId, noon] as const)
  expect(await unlock(page, pin)).toEqual({ is: 'unlocked' })
  expect(await read(page)).toBe('kept')
})

it('keeps everything readable under another PIN, and no longer under the old one', async () => {
  const page = await tablet()
  await page.evaluate(officer => vaultKit.keep(officer, 'kept'), palesa.officerId)
  const change = (from: string, to: string) =>
    page.evaluate(([officer, from, to]) => vaultKit.changePin(officer, from, to), [palesa.officerId, from, to] as const)
  expect(await change(otherPin, '73059182')).toMatchObject({ is: 'wrong-pin' })
  expect(await change(pin, '12345678')).toBe('too-simple')
  expect(await change(pin, otherPin)).toEqual({ is: 'unlocked' })
  await page.evaluate(() => vaultKit.lock())
  expect(await unlock(page, pin)).toMatchObject({ is: 'wrong-pin' })
  expect(await unlock(page, otherPin)).toEqual({ is: 'unlocked' })
  expect(await read(page)).toBe('kept')
})

it.each([
  ['a minute after 72 hours', 72 * hour + 60_000, false],
  ['an hour before them', 71 * hour, true],
  ['two years ahead', 2 * 365 * 24 * hour, false],
])('by the clock %s holds a share: %s ms, %s', async (_, later, held) => {
  const page = await tablet()
  await page.clock.setFixedTime(noon + later)
  await page.evaluate(() => vaultKit.endOldPasses())
  expect(await page.evaluate(officer => vaultKit.hasPass(officer), palesa.officerId)).toBe(held)
  expect(await page.evaluate(() => vaultKit.unlockedOfficer() !== undefined)).toBe(held)
})

it('ends a pass after 72 hours on a clock that was set back five years', async () => {
  const page = await tablet()
  const fiveYearsAgo = noon - 5 * 365 * 24 * hour
  await page.clock.setFixedTime(fiveYearsAgo)
  await page.evaluate(() => vaultKit.endOldPasses())
  expect(await unlock(page, pin)).toEqual({ is: 'unlocked' })
  await page.clock.setFixedTime(fiveYearsAgo + 73 * hour)
  await page.evaluate(() => vaultKit.endOldPasses())
  expect(await unlock(page, pin)).toEqual({ is: 'no-pass' })
})

const keepForAWhile = (page: Page, name: string) => page.evaluate(name => vaultKit.keepForAWhile(name), name)
const keptForAWhile = (page: Page) => page.evaluate(() => vaultKit.keptForAWhile())
const lookAt = async (page: Page, time: number) => {
  await page.clock.setFixedTime(time)
  await page.evaluate(() => vaultKit.endOldPasses())
}

it('keeps what lies sealed through a clock set two years ahead, and for 72 hours more once the server set it right', async () => {
  const page = await tablet()
  const ahead = noon + 2 * 365 * 24 * hour
  await keepForAWhile(page, 'before')
  await lookAt(page, ahead)
  expect(await unlock(page, pin)).toEqual({ is: 'no-pass' })
  await keepForAWhile(page, 'meanwhile')
  const both = { known: ['before', 'meanwhile'], drafts: ['before', 'meanwhile'] }
  expect(await keptForAWhile(page)).toEqual(both)
  await page.evaluate(([officer, at]) => vaultKit.givePass(officer, 1, at), [palesa.officerId, noon + hour] as const)
  expect(await keptForAWhile(page)).toEqual(both)
  expect(await unlock(page, pin)).toEqual({ is: 'unlocked' })

  await lookAt(page, ahead + 70 * hour)
  expect(await keptForAWhile(page)).toEqual(both)
  await lookAt(page, ahead + 71 * hour + 1_000)
  expect(await keptForAWhile(page)).toEqual({ ...both, known: ['meanwhile'] })
  await lookAt(page, ahead + 72 * hour + 1_000)
  expect(await keptForAWhile(page)).toEqual({ ...both, known: [] })
  // the pass ended with its own 72 hours, and no turning back prolongs it
  await lookAt(page, noon)
  expect(await unlock(page, pin)).toEqual({ is: 'no-pass' })
})

it('ends what is over by the time of the server with the next pass, on a tablet that lay switched off', async () => {
  const page = await tablet()
  await keepForAWhile(page, 'before')
  await lookAt(page, noon + 100 * hour)
  expect(await unlock(page, pin)).toEqual({ is: 'no-pass' })
  await page.evaluate(([officer, at]) => vaultKit.givePass(officer, 1, at), [
    palesa.officerId,
    noon + 100 * hour,
  ] as const)
  expect(await keptForAWhile(page)).toEqual({ known: [], drafts: ['before'] })
})

it('deletes shares at hand-over and revocation', async () => {
  const page = await tablet()
  await page.evaluate(officer => vaultKit.handOver(officer), palesa.officerId)
  expect(await unlock(page, pin)).toEqual({ is: 'no-pass' })
  await page.evaluate(([officer, time]) => vaultKit.givePass(officer, 1, time), [palesa.officerId, noon] as const)
  expect(await unlock(page, pin)).toEqual({ is: 'unlocked' })
  await page.evaluate(() => vaultKit.endAllPasses())
  expect(await unlock(page, pin)).toEqual({ is: 'no-pass' })
})

it('leaves no name and no PIN in the profile folder', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'kamohelo-profile-'))
  try {
    const { page, kill } = await startOnProfile(profile, server.origin)
    await page.waitForFunction(() => 'vaultKit' in globalThis)
    await page.evaluate(([officer, time]) => vaultKit.givePass(officer, 1, time), [
      palesa.officerId,
      Date.now(),
    ] as const)
    await page.evaluate(([officer, pin]) => vaultKit.setPin(officer, pin), [palesa, pin] as const)
    await page.evaluate(
      officer => vaultKit.keep(officer, { name: 'Ntšebeng Plantedname', phone: '+26658123499' }),
      palesa.officerId,
    )
    await kill()
    expect(await filesHolding(profile, ['Plantedname', 'Ntšebeng', '+26658123499', 'Mokhethi', pin])).toEqual([])
    // the search finds what lies open, so that finding nothing means something
    expect(await filesHolding(profile, [palesa.officerId])).not.toEqual([])
    const again = await startOnProfile(profile, server.origin)
    await again.page.waitForFunction(() => 'vaultKit' in globalThis)
    expect(await unlock(again.page, pin)).toEqual({ is: 'unlocked' })
    expect(await read(again.page)).toMatchObject({ phone: '+26658123499' })
    await again.kill()
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
})
