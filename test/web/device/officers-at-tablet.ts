/** How officers come to work at a tablet, on the real host: enrolling it, signing in, choosing and typing a PIN. */
import type { Page } from 'playwright-core'
import type { RunningHost } from '../../../local/running-host.ts'

/** Each officer of a tablet as the demo's sign-in page knows them. */
export const palesa = { name: 'Palesa Mokhethi', username: 'reception-mb', initials: 'P. M.', pin: '48201957' }
export const thabang = { name: 'Thabang Sello', username: 'immigration-mb', initials: 'T. S.', pin: '90417362' }
export const supervisor = { name: 'Mpho Letsie', username: 'supervisor-mb', initials: 'M. L.', pin: '73920164' }
type Officer = typeof palesa

export async function signIn(page: Page, { name }: Pick<Officer, 'name'>): Promise<void> {
  await page.getByRole('button', { name: 'Sign in', exact: true }).last().click()
  await page.getByText(name, { exact: true }).click()
}

/** A supervisor signs in on a browser and enrols it for their post. */
export async function enrol(page: Page, host: RunningHost): Promise<void> {
  await page.goto(`${host.url}/device`)
  await signIn(page, supervisor)
  await page.getByRole('button', { name: 'Enrol', exact: true }).click()
  await page.getByText('Numbers on slips from this tablet carry its code').waitFor()
}

/** After a first sign-in on the tablet. */
export async function choosePin(page: Page, { pin }: Pick<Officer, 'pin'>): Promise<void> {
  await page.getByLabel('New PIN').fill(pin)
  await page.getByLabel('The same PIN once more').fill(pin)
  await page.getByRole('button', { name: 'Keep this PIN' }).click()
  await page.getByRole('button', { name: /Lock$/ }).waitFor()
}

export async function typePin(page: Page, { initials, pin }: Officer): Promise<void> {
  await page.getByRole('button', { name: initials, exact: true }).click()
  await page.getByLabel('Type your PIN').fill(pin)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
}

export async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Lock$/ }).click()
  await page.getByText('Who is working now?').waitFor()
}

export async function beginFirstTime(page: Page, host: RunningHost, officer: Officer): Promise<void> {
  await page.goto(`${host.url}/`)
  await signIn(page, officer)
  await choosePin(page, officer)
}
