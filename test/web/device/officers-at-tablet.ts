/** How officers come to work at a tablet, on the real host: enrolling it, signing in, choosing and typing a PIN. */
import type { Page } from 'playwright-core'
import type { RunningHost } from '../../../local/running-host.ts'
import { en as device } from '../../../web/src/device/en.ts'
import { en as frame } from '../../../web/src/device/frame/en.ts'
import { en as shared } from '../../../web/src/i18n/en.ts'
import { eventually } from '../eventually.ts'

/** Each officer of a tablet as the demo's sign-in page knows them. */
export const palesa = { name: 'Palesa Mokhethi', username: 'reception-mb', initials: 'P. M.', pin: '48201957' }
export const thabang = { name: 'Thabang Sello', username: 'immigration-mb', initials: 'T. S.', pin: '90417362' }
export const supervisor = { name: 'Mpho Letsie', username: 'supervisor-mb', initials: 'M. L.', pin: '73920164' }
type Officer = typeof palesa

type SaidAs<Words> = { readonly [Key in keyof Words]: string }
/** What the tablet says, in the language on screen. */
export interface TabletWords {
  readonly device: SaidAs<typeof device>
  readonly frame: SaidAs<typeof frame>
  readonly shared: SaidAs<typeof shared>
}
const english: TabletWords = { device, frame, shared }

export async function signIn(page: Page, { name }: Pick<Officer, 'name'>, said = english): Promise<void> {
  await page.getByRole('button', { name: said.shared['sign-in.do'], exact: true }).last().click()
  await page.getByText(name, { exact: true }).click()
}

/** A supervisor signs in on a browser and enrols it for their post. */
export async function enrol(page: Page, host: RunningHost): Promise<void> {
  await page.goto(`${host.url}/device`)
  await signIn(page, supervisor)
  await page.getByRole('button', { name: device['enrol.do'], exact: true }).click()
  await page.getByText(device['device.code.note']).waitFor()
}

const lockOf = (page: Page, { frame }: TabletWords) =>
  page.getByRole('button', { name: new RegExp(`${frame['frame.lock']}$`) })

/** After a first sign-in on the tablet. */
export async function choosePin(page: Page, { pin }: Pick<Officer, 'pin'>, said = english): Promise<void> {
  await page.getByLabel(said.device['pin.set.new']).fill(pin)
  await page.getByLabel(said.device['pin.set.again']).fill(pin)
  await page.getByRole('button', { name: said.device['pin.set.do'] }).click()
  await lockOf(page, said).waitFor()
}

export async function typePin(page: Page, { initials, pin }: Officer, said = english): Promise<void> {
  await page.getByRole('button', { name: initials, exact: true }).click()
  await page.getByLabel(said.device['pin.type']).fill(pin)
  await page.getByRole('button', { name: said.device['pin.do'], exact: true }).click()
}

export async function lock(page: Page, said = english): Promise<void> {
  await lockOf(page, said).click()
  await page.getByText(said.device['pin.who']).waitFor()
}

export async function beginFirstTime(page: Page, host: RunningHost, officer: Officer): Promise<void> {
  await page.goto(`${host.url}/`)
  await signIn(page, officer)
  await choosePin(page, officer)
}

export const isKeptForOffline = async (page: Page): Promise<void> => {
  const state = () => navigator.serviceWorker.controller?.state === 'activated'
  // a whole application is fetched and stored: on a machine under load that takes its time
  await page.waitForFunction(state, undefined, { timeout: 150_000 })
  await eventually(page, async () => (await caches.match('/config.json')) !== undefined)
}
