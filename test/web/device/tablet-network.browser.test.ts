/** The desk of a tablet whose network is cut and whose token has ended: what the officer is told, and what arrives. */
import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findDemoUser } from '../../../local/demo-users.ts'
import { mintToken } from '../../../local/sign-in/access-token.ts'
import { readKeys } from '../../../local/sign-in/keys.ts'
import type { HostDoor } from '../../harness/host-process.ts'
import { officerOf } from '../../harness/officer.ts'
import { words } from '../reception-journey.ts'
import { countedAt, deskAtArrival, register, storedOf, toArrival } from './desk-of-faults.ts'
import { choosePin, lock, palesa, signIn, thabang, unsentSays } from './tablet-screen.ts'

const said = words.en.intake
const parcels = '**/v1/parcels'

let browser: Browser
let host: HostDoor
let page: Page
let batchId: string
beforeAll(async () => {
  ;({ browser, host, page, batchId } = await deskAtArrival())
}, 300_000)
afterAll(() => browser?.close())

const cuts = {
  'before it was sent': (route: Route) => route.abort('internetdisconnected'),
  'after the server had stored it': async (route: Route) => {
    await route.fetch()
    await route.abort('connectionreset')
  },
  'in the middle of the reply': async (route: Route) => {
    const response = await route.fetch()
    const body = await response.body()
    await route.fulfill({ status: response.status(), body: body.subarray(0, body.length / 2) })
  },
} as const

/** The cut is over, and the browser says that it has a network. */
async function networkIsBack(): Promise<void> {
  await page.context().setOffline(true)
  await page.unroute(parcels)
  await page.context().setOffline(false)
}

it.each([
  ['before it was sent', 'Seetsa', 0],
  ['after the server had stored it', 'Thakane', 1],
  ['in the middle of the reply', 'Qenehelo', 1],
] as const)(
  'says "not yet sent" with the network cut %s, and it is there once in the end',
  async (cut, givenNames, storedMeanwhile) => {
    const before = await countedAt(host, batchId)
    let cutOff = 0
    await page.route(parcels, async route => {
      await cuts[cut](route)
      cutOff += 1
    })
    const number = await register(page, { givenNames, surname: `Cutoff${givenNames}` })
    await page.getByText(said['saved.kept'], { exact: true }).waitFor()
    await expect.poll(() => cutOff).toBeGreaterThan(0)
    expect((await countedAt(host, batchId)).filter(counted => counted === number)).toHaveLength(storedMeanwhile)
    expect(await page.getByText(said['saved.received'], { exact: true }).count()).toBe(0)
    await toArrival(page)
    await page.getByRole('link', { name: '1 not yet sent', exact: true }).click()
    const line = page.locator('li.panel', { hasText: number })
    await line.getByText(/^(Waiting|Being sent)$/).waitFor()

    await networkIsBack()
    await unsentSays(page, 'Everything is sent')
    // the latest stands first; its name and number went with the copy
    await page.locator('li.panel').first().getByText('Received', { exact: true }).waitFor()
    expect(await countedAt(host, batchId)).toEqual([...before, number].sort())
    await page.goBack()
  },
  240_000,
)

/** What an hour would do to the token of the tab: it has ended, and there is nothing to renew it with. */
async function endToken(): Promise<void> {
  const [user, keys] = [findDemoUser(palesa.username), await readKeys(host.dataFolder)]
  if (user === undefined || keys === undefined) throw new Error('the host has no sign-in')
  const ended = await mintToken(user, { ...host, accessTokenSeconds: -3_600 }, keys)
  await page.evaluate(token => {
    const key = Object.keys(sessionStorage).find(name => name.startsWith('oidc.user:')) ?? ''
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '')
    const over = { access_token: token, refresh_token: undefined, expires_at: Math.floor(Date.now() / 1000) - 3_600 }
    sessionStorage.setItem(key, JSON.stringify(Object.assign({}, kept, over)))
  }, ended)
}

it("goes on capturing when the token has ended, and sends all under another officer's, each in its author's name", async () => {
  const before = await countedAt(host, batchId)
  await endToken()
  const answer = page.waitForResponse(parcels)
  const numbers = [await register(page, { givenNames: 'Nyakallo', surname: 'Tokenname' })]
  expect((await answer).status()).toBe(401)
  await page.getByText(said['saved.kept'], { exact: true }).waitFor()
  await toArrival(page)
  numbers.push(await register(page, { givenNames: 'Lehakoe', surname: 'Endedname' }))
  await unsentSays(page, '2 not yet sent')
  expect(await countedAt(host, batchId)).toEqual(before)

  await lock(page)
  await signIn(page, thabang)
  await choosePin(page, thabang)
  await unsentSays(page, 'Everything is sent')
  expect(await countedAt(host, batchId)).toEqual([...before, ...numbers].sort())
  const author = officerOf(host, ['reception@MB'], palesa.username).officerId
  const authors = (await storedOf(host, batchId)).map(({ officerId }) => officerId)
  expect(new Set(authors)).toEqual(new Set([author]))
}, 240_000)
