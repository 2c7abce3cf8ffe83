/** The auditor's desk on the real host: who saw or changed one record, newest first, in both languages. */
import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { registrationRoutes } from '../../functions/registration/contract.ts'
import { en } from '../../web/src/audit/en.ts'
import { st } from '../../web/src/audit/st.ts'
import type { HostDoor } from '../harness/host-process.ts'
import { sharedHost } from '../harness/local-host.ts'
import { officerOf } from '../harness/officer.ts'
import { aBatch, anArrival, register } from '../journeys/arrival.ts'
import { launch, openDesk } from './desk-browser.ts'

const words = { en, 'st-LS': st } as const
const post = 'SP'

let browser: Browser
let host: HostDoor
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
}, 180_000)
afterAll(() => browser.close())

it.each([
  ['en', 'phone'],
  ['st-LS', 'desktop'],
] as const)('shows who changed and who read a person, in %s on a %s', async (language, size) => {
  const says = words[language]
  const arrived = await aBatch(host, { post, district: 'LS-J' })
  const intake = anArrival(arrived)
  await register(host, arrived, intake)
  await officerOf(host, [`reception@${post}`]).must(registrationRoutes.readPerson, {
    params: { personId: intake.personId },
  })
  const { page, look } = await openDesk(browser, host, { groups: ['auditor@*'], language, size })
  await page.locator('a[href="/audit"]').click()
  await page.getByRole('button', { name: says['ask.do'] }).click()
  await page.getByText(says['ask.id.problem']).waitFor()
  await page.getByLabel(says['ask.id']).fill(` ${intake.personId} `)
  await page.getByRole('button', { name: says['ask.do'] }).click()
  const rows = page.getByRole('row')
  await rows.filter({ hasText: says['did.readPerson'] }).getByText(says['kind.read'], { exact: true }).waitFor()
  await rows.filter({ hasText: says['did.putIntake'] }).getByText(says['kind.changed'], { exact: true }).waitFor()
  const actions = await rows.allTextContents()
  expect(actions.findIndex(text => text.includes(says['did.readPerson']))).toBeLessThan(
    actions.findIndex(text => text.includes(says['did.putIntake'])),
  )
  expect(page.url()).not.toContain(intake.personId)
  await look(`what is on record of a person in ${language}`)
  await page.getByLabel(says['ask.id']).fill(randomUUID())
  await page.getByRole('button', { name: says['ask.do'] }).click()
  await page.getByText(says['lines.none']).waitFor()
})
