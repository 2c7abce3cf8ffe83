/** What a finder of the tablet reads on its disk after a day at the desk that ended in a power cut: no name. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { HostDoor } from '../../harness/host-process.ts'
import { sharedHost } from '../../harness/local-host.ts'
import { filesHolding, startOnProfile } from '../kit-browser.ts'
import { choose, follow, words } from '../reception-journey.ts'
import { arrivalAt, countedAt, draftKept, register, toArrival } from './desk-of-faults.ts'
import {
  beginFirstTime,
  bringKit,
  enrol,
  isKeptForOffline,
  lock,
  palesa,
  signIn,
  typePin,
  unsentSays,
} from './tablet-screen.ts'

const said = words.en

/** What the search must find, so that its silence about the others says something: kept plainly, as strictly. */
async function keepPlainly(page: Page, word: string): Promise<void> {
  await page.evaluate(
    word =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('plain', 1)
        opening.onerror = () => reject(opening.error)
        opening.onupgradeneeded = () => opening.result.createObjectStore('words')
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('words', 'readwrite', { durability: 'strict' })
          transaction.objectStore('words').put({ word }, 1)
          transaction.oncomplete = () => resolve()
          transaction.onabort = () => reject(transaction.error)
        }
      }),
    word,
  )
}

/** A form with two names in it, on the disk as far as the last letter. */
async function halfFill(page: Page): Promise<void> {
  await follow(page, said.desk['people.new'])
  await expect.poll(() => draftKept(page)).toEqual([])
  await page.getByLabel(said.intake['who.given-names']).fill('Halfname')
  await expect.poll(() => draftKept(page)).not.toEqual([])
  const first = await draftKept(page)
  await page.getByLabel(said.intake['who.surname']).fill('Plantedhalf')
  await expect.poll(() => draftKept(page)).not.toEqual(first)
}

/** Works at the tablet until its power goes, whatever comes of the work. */
async function untilThePowerGoes<T>(profile: string, address: string, work: (page: Page) => Promise<T>): Promise<T> {
  const { page, kill } = await startOnProfile(profile, address)
  page.setDefaultTimeout(45_000)
  try {
    return await work(page)
  } finally {
    await kill()
  }
}

async function lookUp(page: Page, host: HostDoor, number: string): Promise<void> {
  await page.goto(`${host.url}/reception/MB/people`)
  await typePin(page, palesa)
  await page.getByLabel(said.desk['find.given-names']).fill('Sentname')
  await page.getByLabel(said.desk['find.surname']).fill('Plantedsent')
  await choose(page, said.codes['sex.1'])
  await page.getByRole('button', { name: said.shared['action.search'], exact: true }).click()
  await page.getByText(number).click()
  await page.getByText('Sentname Plantedsent').waitFor()
}

async function dayAtTheDesk(page: Page, host: HostDoor) {
  await enrol(page, host)
  await beginFirstTime(page, host, palesa)
  await isKeptForOffline(page)
  const batchId = await arrivalAt(page)
  const sent = await register(page, { givenNames: 'Sentname', surname: 'Plantedsent' })
  await unsentSays(page, 'Everything is sent')
  await lookUp(page, host, sent)

  await page.goto(`${host.url}/reception/MB/arrivals/${batchId}`)
  await typePin(page, palesa)
  await bringKit(page)
  await page.context().setOffline(true)
  const waiting = await register(page, { givenNames: 'Waitingname', surname: 'Plantedwaiting' })
  await toArrival(page)
  await halfFill(page)
  await unsentSays(page, '1 not yet sent')
  await keepPlainly(page, 'Plainlykept')
  return { batchId, sent, waiting }
}

it('holds no name after people were captured, looked up and half typed and the power went, and loses none of them', async () => {
  const host = await sharedHost()
  const profile = await mkdtemp(join(tmpdir(), 'kamohelo-profile-'))
  try {
    const { batchId, sent, waiting } = await untilThePowerGoes(profile, `${host.url}/device`, page =>
      dayAtTheDesk(page, host),
    )
    expect(await filesHolding(profile, ['Plainlykept'])).not.toEqual([])
    const planted = ['Sentname', 'Plantedsent', 'Waitingname', 'Plantedwaiting', 'Halfname', 'Plantedhalf']
    expect(await filesHolding(profile, [...planted, palesa.pin])).toEqual([])

    // all of it is there, for its officer
    await untilThePowerGoes(profile, `${host.url}/reception/MB/arrivals/${batchId}/intake`, async page => {
      await unsentSays(page, '1 not yet sent')
      await typePin(page, palesa)
      await page.getByText(said.intake.reopened).waitFor()
      expect(await page.getByLabel(said.intake['who.given-names']).inputValue()).toBe('Halfname')
      expect(await page.getByLabel(said.intake['who.surname']).inputValue()).toBe('Plantedhalf')
      await lock(page)
      await signIn(page, palesa)
      await unsentSays(page, 'Everything is sent')
      expect(await countedAt(host, batchId)).toEqual([sent, waiting].sort())
    })
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
}, 300_000)
