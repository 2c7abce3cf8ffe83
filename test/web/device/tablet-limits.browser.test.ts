/** What a tablet keeps through what goes wrong: nothing readable on its disk, nothing lost by an update or a hand-over. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findDemoUser, subjectOf } from '../../../local/demo-users.ts'
import { aCountHeads } from '../../builders/batch-commands.ts'
import { sharedHost } from '../../harness/local-host.ts'
import { launch, openDesk } from '../desk-browser.ts'
import { filesHolding, startOnProfile } from '../kit-browser.ts'
import {
  anArrival,
  beginFirstTime,
  bringKit,
  enrol,
  expectNothingOf,
  isKeptForOffline,
  keep,
  palesa,
  signIn,
  stateOf,
  typePin,
  unsentSays,
  work,
} from './tablet-screen.ts'

let browser: Browser
let host: Awaited<ReturnType<typeof sharedHost>>
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
}, 180_000)
afterAll(() => browser.close())

const palesaUser = findDemoUser(palesa.username)
if (palesaUser === undefined) throw new Error('the demo has no reception officer')
const palesaId = subjectOf(palesaUser)

it('brings a refused record back to its author after a hand-over took their copy', async () => {
  const { page, look } = await openDesk(browser, host)
  await enrol(page, host)
  await beginFirstTime(page, host, palesa)
  await bringKit(page)
  await work(page, palesaId, palesa.pin)
  const recordId = randomUUID()
  const path = `/v1/batches/${randomUUID()}/counts/${recordId}`
  await keep(page, anArrival({ recordId, kind: 'heads', path, body: aCountHeads() }))
  await expect.poll(() => stateOf(page, recordId)).toBe('refused')
  await page.goto(`${host.url}/`)
  await typePin(page, palesa)
  await page.getByRole('link', { name: '1 not yet sent' }).click()
  await page.getByText('This arrival is not known here').first().waitFor()
  await page.getByRole('button', { name: 'Correct it' }).waitFor()
  await page.getByRole('link', { name: 'Back' }).click()
  await page.getByRole('link', { name: 'This tablet' }).click()
  await page.getByRole('button', { name: 'Hand over', exact: true }).click()
  await page.getByRole('button', { name: 'Yes, hand over' }).click()
  await page.getByText('Who is working now?').waitFor()
  await signIn(page, palesa)
  await page.getByLabel('Type your PIN').fill(palesa.pin)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('link', { name: '1 not yet sent' }).click()
  await page.getByText('Not accepted, from other tablets or from before').waitFor()
  expect(await page.getByRole('button', { name: 'Correct it' }).count()).toBe(0)
  await look('what the server kept for its author')
  await page.getByRole('button', { name: 'Open it' }).first().click()
  await page.waitForURL(`${host.url}/reception/MB/correct`)
})

it('leaves no name on the disk: neither of a returnee nor in what an officer typed', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'kamohelo-profile-'))
  try {
    const first = await startOnProfile(profile, `${host.url}/device`)
    await enrol(first.page, host)
    await beginFirstTime(first.page, host, palesa)
    await isKeptForOffline(first.page)
    await bringKit(first.page)
    await work(first.page, palesaId, palesa.pin)
    await first.page.context().setOffline(true)
    const records = [anArrival(), anArrival(), anArrival()]
    for (const record of records)
      expect(await keep(first.page, { ...record, body: { ...record.body, escortAgency: 'Plantedescort' } })).toBe(
        'kept',
      )
    await unsentSays(first.page, '3 not yet sent')
    await first.page.getByRole('link', { name: '3 not yet sent' }).click()
    await first.page.getByRole('heading', { name: 'Ntsebeng' }).first().waitFor()
    await first.kill()
    expect(await filesHolding(profile, ['Ntsebeng', 'Plantedname', 'Plantedescort', palesa.pin])).toEqual([])
    const second = await startOnProfile(profile, `${host.url}/unsent`)
    await unsentSays(second.page, '3 not yet sent')
    await expectNothingOf(second.page, ['Ntsebeng', 'Plantedname', 'Palesa'])
    await second.kill()
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
})

it('keeps a full queue through a new version of the application', async () => {
  const { page } = await openDesk(browser, host, { serviceWorkers: 'allow' })
  await enrol(page, host)
  await beginFirstTime(page, host, palesa)
  await isKeptForOffline(page)
  await bringKit(page)
  await work(page, palesaId, palesa.pin)
  await page.context().setOffline(true)
  const records = Array.from({ length: 20 }, () => anArrival())
  for (const record of records) await keep(page, record)
  await unsentSays(page, '20 not yet sent')
  // before the network is back, or some are sent in between
  await page.route('**/v1/parcels', route => route.abort('internetdisconnected'))
  await page.context().setOffline(false)
  // the same files under another address of the worker are another version to the browser
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/sw.js?next', { scope: '/' })
  })
  await page.getByRole('button', { name: 'Start it' }).click()
  await page.getByText('Who is working now?').waitFor()
  await unsentSays(page, '20 not yet sent')
  await page.unroute('**/v1/parcels')
  await page.goto(`${host.url}/unsent`)
  await unsentSays(page, 'Everything is sent')
})
