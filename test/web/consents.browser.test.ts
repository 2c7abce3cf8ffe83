/** Consents after the line, in a real browser on the real host: at reception and in the district, in both languages. */
import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { followUpRoutes } from '../../functions/follow-up/contract.ts'
import { taskId } from '../../functions/follow-up/task-id.ts'
import type { PutIntake } from '../../functions/intake/contract.ts'
import { en as codeEn } from '../../web/src/code-lists/en.ts'
import { st as codeSt } from '../../web/src/code-lists/st.ts'
import { en } from '../../web/src/consents/en.ts'
import { st } from '../../web/src/consents/st.ts'
import { en as districtEn } from '../../web/src/district/en.ts'
import { st as districtSt } from '../../web/src/district/st.ts'
import { en as sharedEn } from '../../web/src/i18n/en.ts'
import { st as sharedSt } from '../../web/src/i18n/st.ts'
import { en as completionEn } from '../../web/src/reception/completion/en.ts'
import { st as completionSt } from '../../web/src/reception/completion/st.ts'
import { aClaim } from '../builders/task-commands.ts'
import type { HostDoor } from '../harness/host-process.ts'
import { sharedHost } from '../harness/local-host.ts'
import { officerOf } from '../harness/officer.ts'
import { type Arrived, aBatch, anArrival, register } from '../journeys/arrival.ts'
import { launch, openDesk } from './desk-browser.ts'

const words = {
  en: { ...sharedEn, ...en, district: districtEn, completion: completionEn, code: codeEn },
  'st-LS': { ...sharedSt, ...st, district: districtSt, completion: completionSt, code: codeSt },
} as const
const post = 'MP'
const district = 'LS-F'
const labour = `labour@${district}`

let browser: Browser
let host: HostDoor
let arrived: Arrived
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
  arrived = await aBatch(host, { post, district })
}, 180_000)
afterAll(() => browser?.close())

/** Nobody of the reception desk's list, which other files work through. */
const names = { givenNames: 'Limpho', surname: 'Thamae' }
const child = { birth: { date: '2014-05-06', precision: 'DAY' }, accompaniment: 'ACCOMPANIED' } as const

async function returnee(fast: Partial<PutIntake['fast']> = {}) {
  const intake = anArrival(arrived, { full: { wages: { owed: true } } })
  const { id, personId } = await register(host, arrived, { ...intake, fast: { ...intake.fast, names, ...fast } })
  return { personId, wages: taskId(id, 'WAGE_CLAIM', 1), again: taskId(id, 'CONSENT_AGAIN', 1) }
}
const claim = (task: string) =>
  officerOf(host, [labour]).must(followUpRoutes.claimTask, {
    params: { taskId: task, claimId: randomUUID() },
    body: aClaim(),
  })
const choose = (page: Page, label: string) => page.locator('.card', { hasText: label }).first().click()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const unfold = (page: Page, name: string) => page.locator('summary', { hasText: name }).click()

describe.each([
  ['en', 'tablet', 'phone'],
  ['st-LS', 'desktop', 'tablet'],
] as const)('in %s', (language, receptionSize, districtSize) => {
  const said = words[language]

  it('reception sees what stands, records a withdrawal, and keeps what is typed beside it', async () => {
    const { personId } = await returnee()
    const { page, look } = await openDesk(browser, host, {
      groups: [`reception@${post}`],
      language,
      size: receptionSize,
      path: `/reception/${post}/people/${personId}`,
    })
    const panel = page.getByRole('region', { name: said.title })
    await panel.getByText(said['purpose.SHARE_DISTRICT']).waitFor()
    await look('what they agree to')
    await page.locator('.progress-parts button').nth(1).click()
    await page.getByLabel(said.completion['home.village'], { exact: true }).fill('Ha Mokoena')
    await unfold(page, said.change)
    await press(page, said.save)
    await panel.getByText(said['problem.one']).first().waitFor()
    await look('a new answer with nothing chosen')
    await choose(page, said['ask.SHARE_DISTRICT.no'])
    await look('a withdrawal')
    await press(page, said.save)
    await panel.getByText(said.saved).waitFor()
    await panel.getByText(new RegExp(`^${said['answer.no']},`)).waitFor()
    await unfold(page, said.earlier)
    await look('after the withdrawal')
    expect(await page.getByLabel(said.completion['home.village'], { exact: true }).inputValue()).toBe('Ha Mokoena')
    await press(page, said.completion.save)
    await page.getByText(said.completion.saved).waitFor()
  })

  it('the district asks again, and the answers finish the task', async () => {
    const { again } = await returnee()
    await claim(again)
    const { page, look } = await openDesk(browser, host, {
      groups: [labour],
      language,
      size: districtSize,
      path: `/tasks/${district}/${again}`,
    })
    await page.getByRole('heading', { name: said['ask.again'] }).waitFor()
    await press(page, said.save)
    await page.getByText(said['problem.both']).first().waitFor()
    await look('asking again with nothing chosen')
    await choose(page, said['ask.SHARE_DISTRICT.yes'])
    await choose(page, said['ask.FOLLOWUP_CONTACT.no'])
    await unfold(page, said['ask.how'])
    await look('asking again')
    await press(page, said.save)
    await page.getByText(said.district['news.saved']).waitFor()
    const opened = await officerOf(host, [labour]).ask(followUpRoutes.openTask, { params: { taskId: again } })
    expect(opened.word).toBe('task-finished')
  })

  it('the district asks nothing of who could not be reached, and says so', async () => {
    const { again } = await returnee()
    await claim(again)
    const { page, look } = await openDesk(browser, host, {
      groups: [labour],
      language,
      size: districtSize,
      path: `/tasks/${district}/${again}`,
    })
    await unfold(page, said['not-reached'])
    await look('not reached')
    await choose(page, said.district['outcome.NOT_REACHED'])
    await press(page, said.district['complete.do'])
    await look('not reached, and how is asked')
    await choose(page, said.code['channel.VISIT'])
    await choose(page, said.district['attempt.MOVED'])
    await look('not reached, and it comes back')
    await press(page, said.district['complete.do'])
    await page.getByText(said.district['news.saved']).waitFor()
  })

  it('somebody changes their mind within another task: a yes goes on with it, a no goes back to the list', async () => {
    const { wages } = await returnee()
    await claim(wages)
    const { page, look } = await openDesk(browser, host, {
      groups: [labour],
      language,
      size: districtSize,
      path: `/tasks/${district}/${wages}`,
    })
    await unfold(page, said.change)
    await choose(page, said['ask.FOLLOWUP_CONTACT.yes'])
    await press(page, said.save)
    await page.getByText(said.saved).waitFor()
    await look('a new answer within a task')
    await unfold(page, said.change)
    await choose(page, said['ask.SHARE_DISTRICT.no'])
    await press(page, said.save)
    await page.getByText(said.district['news.saved']).waitFor()
    await look('the list after a no')
  })

  it('for a child it is asked who answers', async () => {
    const { personId } = await returnee(child)
    const { page, look } = await openDesk(browser, host, {
      groups: [`reception@${post}`],
      language,
      size: receptionSize,
      path: `/reception/${post}/people/${personId}`,
    })
    await unfold(page, said.change)
    await choose(page, said['ask.FOLLOWUP_CONTACT.yes'])
    await press(page, said.save)
    await page.getByText(said['problem.guardian']).waitFor()
    await look('for a child')
    await choose(page, said['ask.guardian.GUARDIAN_CONSENT'])
    await press(page, said.save)
    await page.getByText(said.saved).waitFor()
  })
})
