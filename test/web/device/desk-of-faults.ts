/** An officer of an enrolled tablet at an arrival of their own, and what the server has of it: for tests of what goes wrong. */
import type { Browser, Page } from 'playwright-core'
import * as z from 'zod/mini'
import { arrivalsRoutes } from '../../../functions/arrivals/contract.ts'
import { queryAll } from '../../../functions/platform/reads.ts'
import { fromStored } from '../../../functions/platform/stored.ts'
import { countedPrefix, registryKeys } from '../../../functions/platform/tables.ts'
import { functionRoles, pastEveryPolicy } from '../../harness/function-roles.ts'
import type { HostDoor } from '../../harness/host-process.ts'
import { sharedHost } from '../../harness/local-host.ts'
import { officerOf } from '../../harness/officer.ts'
import { launch, openDesk } from '../desk-browser.ts'
import { answerHome, choose, follow, goOn, openArrival, words } from '../reception-journey.ts'
import type { KeepKit } from './keep-kit.ts'
import { beginFirstTime, enrol, palesa, unsentSays } from './tablet-screen.ts'

/** In the page. */
declare const keepKit: KeepKit

const said = words.en

export interface DeskAtArrival {
  readonly browser: Browser
  readonly host: HostDoor
  readonly page: Page
  readonly batchId: string
}

/** On the shared host, with a network, everything sent; the page stands at the arrival. */
export async function deskAtArrival(): Promise<DeskAtArrival> {
  const [browser, host] = await Promise.all([launch(), sharedHost()])
  const { page } = await openDesk(browser, host)
  await enrol(page, host)
  await beginFirstTime(page, host, palesa)
  return { browser, host, page, batchId: await arrivalAt(page) }
}

/** From the desks of an officer to an arrival of ten, sent. */
export async function arrivalAt(page: Page): Promise<string> {
  // another file counts what the post gives out: this desk never hears what is there, and gives nothing
  await page.route('**/v1/posts/*/stock', route => route.abort())
  await page.locator('a.door[href="/reception/MB"]').click()
  await openArrival(page, said, { men: 5, women: 5, children: 0 })
  await unsentSays(page, 'Everything is sent')
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

export interface Typed {
  readonly givenNames: string
  readonly surname: string
}

/** From the arrival's page to the last part of somebody new, filled in and not saved. */
export async function fillIn(page: Page, { givenNames, surname }: Typed): Promise<void> {
  await follow(page, said.desk['people.new'])
  await page.getByLabel(said.intake['who.given-names']).fill(givenNames)
  await page.getByLabel(said.intake['who.surname']).fill(surname)
  await choose(page, said.codes['sex.1'])
  await page.getByLabel(said.shared['date.year']).fill('1985')
  await goOn(page)
  await answerHome(page, said, { district: 'Leribe' })
  for (const _ of ['urgent', 'support', 'check']) await goOn(page)
  await page
    .getByText(said.desk['find.only-here'])
    .or(page.getByText(said.intake['check.matches.none']))
    .first()
    .waitFor()
}

/** Saves what is filled in. The number on the slip, at which the page stands. */
export async function save(page: Page): Promise<string> {
  await goOn(page)
  const number = page.locator('.slip-number')
  await number.waitFor()
  return (await number.textContent()) ?? ''
}

export async function register(page: Page, typed: Typed): Promise<string> {
  await fillIn(page, typed)
  return save(page)
}

/** From a slip back to the arrival. */
export const toArrival = (page: Page) => follow(page, said.intake['saved.next'])

/** Half-filled forms as they lie on the tablet, sealed: each one otherwise after each letter. The kit must be there. */
export const draftKept = (page: Page): Promise<string[]> => page.evaluate(() => keepKit.drafts())

/** Whom the server counts at an arrival, as it tells its officers: by number, one that it counts twice stands there twice. */
export async function countedAt(host: HostDoor, batchId: string): Promise<string[]> {
  const officer = officerOf(host, ['reception@MB'], palesa.username)
  const { counted } = await officer.must(arrivalsRoutes.readBatch, { params: { batchId } })
  return counted.flatMap(({ displayNumber }) => displayNumber ?? []).sort()
}

const Stored = z.object({
  displayNumber: z.string(),
  officerId: z.string(),
  deviceTime: z.string(),
  receivedAt: z.string(),
})

/** Every intake that the server stored of the arrival, by number. */
export async function storedOf(host: HostDoor, batchId: string): Promise<z.infer<typeof Stored>[]> {
  const { tables } = await functionRoles(host)
  const { pk } = registryKeys.batch(batchId)
  const items = await queryAll(pastEveryPolicy(host), tables.registry, { pk, prefix: countedPrefix })
  return items
    .map(item => Stored.safeParse(fromStored(item)))
    .flatMap(({ data }) => data ?? [])
    .sort((one, other) => (one.displayNumber < other.displayNumber ? -1 : 1))
}

export const numbersStored = async (host: HostDoor, batchId: string): Promise<string[]> =>
  (await storedOf(host, batchId)).map(({ displayNumber }) => displayNumber)
