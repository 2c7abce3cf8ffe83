/** The sealed zone's desk on the real host: what waits, why, and a person's decision. Its files are for nobody else. */
import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { screenRouteTexts } from '../../functions/screening/private-screen-rules.ts'
import { privateScreenRules1 } from '../../functions/screening/private-screen-rules-1.ts'
import { en as sharedEn } from '../../web/src/i18n/en.ts'
import { en } from '../../web/src/protection/en.ts'
import { st } from '../../web/src/protection/st.ts'
import type { HostDoor } from '../harness/host-process.ts'
import { sharedHost } from '../harness/local-host.ts'
import { aScreen, handOver } from '../journeys/screen.ts'
import { launch, openDesk } from './desk-browser.ts'

let browser: Browser
let host: HostDoor
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
}, 180_000)
afterAll(() => browser.close())

const officer = { groups: ['protection@*'], path: '/talks' }
const ruleSentence = (name: string, language: 'en' | 'st-LS') =>
  privateScreenRules1.find(rule => rule.name === name)?.sentence[language] ?? ''

async function aTalk(): Promise<string> {
  const screen = aScreen({
    returnEventId: randomUUID(),
    displayNumber: 'JZ-7F-00001-0',
    answers: { A1: 'YES', A3: 'YES', A8: 'REFUSED', A11: 'NO' },
    safeContact: { channel: 'CLINIC', place: 'At the clinic, on market day' },
  })
  await handOver(host, screen)
  await host.settled()
  return screen.screenId
}

describe.each([
  ['en', 'phone', en],
  ['st-LS', 'desktop', st],
] as const)('in %s, on a %s', (language, size, says) => {
  it('shows what waits, why in words, and keeps the decision with its reason', async () => {
    const screenId = await aTalk()
    const { page, look } = await openDesk(browser, host, { ...officer, language, size })
    const entry = page.locator(`a[href="/talks/${screenId}"]`)
    await entry.getByText(screenRouteTexts.INTERVIEW_72H[language]).waitFor()
    await look(`what waits in ${language}`)
    await entry.click()
    await page.getByText(ruleSentence('PAPERS_KEPT', language)).waitFor()
    await page.getByText('At the clinic, on market day').waitFor()
    const decide = page.getByRole('button', { name: says['decide.do'] })
    await decide.click()
    await page.getByText(says['decide.reason.problem']).waitFor()
    await look(`an opened record in ${language}`)
    await page.getByText(says['decision.NOT_REACHED'], { exact: true }).click()
    await page.getByRole('textbox').fill('Nobody answered')
    await decide.click()
    await page.getByText(says['decide.saved']).waitFor()
    await entry.click() // who was not reached still waits
    await page.getByText(says['decision.INTERVIEWED'], { exact: true }).click()
    await page.getByRole('textbox').fill('Spoken with at the clinic')
    await decide.click()
    await page.getByText(says['decide.saved']).waitFor()
    expect(await entry.count()).toBe(0)
  })
})

it.each([['livelihood@LS-H'], ['screening@MB'], ['analyst@*'], ['supervisor@MB']])(
  'gives %s neither the desk nor its files',
  async group => {
    const { page } = await openDesk(browser, host, { groups: [group] })
    const files: string[] = []
    page.on('request', request => files.push(request.url()))
    await page.goto(`${host.url}/talks`)
    await page.getByText(sharedEn['home.title']).waitFor()
    expect(await page.getByText(sharedEn['home.talks']).count()).toBe(0)
    expect(files.filter(file => /protection/.test(file))).toEqual([])
  },
)
