/** A district's desk on the real host: claim, finish, plan, visit, in both languages; every screen is looked at. */
import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { followUpRoutes } from '../../functions/follow-up/contract.ts'
import { taskId } from '../../functions/follow-up/task-id.ts'
import type { TaskTypeName } from '../../functions/follow-up/task-types.ts'
import { reintegrationRoutes } from '../../functions/reintegration/contract.ts'
import { provisionalEqual, weightSetLabel } from '../../functions/reintegration/survey-scoring.ts'
import { en } from '../../web/src/district/en.ts'
import { en as planEn } from '../../web/src/district/plan/en.ts'
import { st as planSt } from '../../web/src/district/plan/st.ts'
import { st } from '../../web/src/district/st.ts'
import { en as visitEn } from '../../web/src/district/visit/en.ts'
import { st as visitSt } from '../../web/src/district/visit/st.ts'
import { en as sharedEn } from '../../web/src/i18n/en.ts'
import { st as sharedSt } from '../../web/src/i18n/st.ts'
import { aClaim, aPlan } from '../builders/task-commands.ts'
import type { HostDoor } from '../harness/host-process.ts'
import { sharedHost } from '../harness/local-host.ts'
import { officerOf } from '../harness/officer.ts'
import { type Arrived, aBatch, anArrival, register } from '../journeys/arrival.ts'
import { type Desk, launch, openDesk } from './desk-browser.ts'

const words = {
  en: { ...sharedEn, ...en, plan: planEn, visit: visitEn },
  'st-LS': { ...sharedSt, ...st, plan: planSt, visit: visitSt },
} as const
const languages = ['en', 'st-LS'] as const
const district = 'LS-J'
const path = `/tasks/${district}`
const names = { givenNames: "Ts'eliso", surname: 'Ramokoatsi' }
const village = 'Ha Ramokoatsi'
const uncle = { name: 'Thabo', relation: 'uncle', phone: '+26663456789' } as const

let browser: Browser
let host: HostDoor
let arrived: Arrived
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
  arrived = await aBatch(host, { post: 'SP', district })
}, 180_000)
afterAll(() => browser.close())

interface Followed {
  readonly number: string
  readonly task: (type: TaskTypeName) => string
}

/** Somebody of that name and village with wages owed, who wants help to earn. */
async function somebody(): Promise<Followed> {
  const intakeId = randomUUID()
  const plain = anArrival(arrived)
  const intake = {
    ...plain,
    fast: { ...plain.fast, names },
    full: {
      wages: { owed: true },
      wantsLivelihoodHelp: true,
      destination: { district, village } as const,
      notToContact: [uncle],
    },
  }
  await register(host, arrived, intake, intakeId)
  return { number: intake.displayNumber, task: type => taskId(intakeId, type, 1) }
}

const claim = (officer: string, task: string) =>
  officerOf(host, [officer]).must(followUpRoutes.claimTask, {
    params: { taskId: task, claimId: randomUUID() },
    body: aClaim(),
  })

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()
/** The task of the labour desk; everybody who follows up has one more, to ask for consent again. */
const card = (page: Page, number: string) =>
  page
    .getByRole('listitem')
    .filter({ hasText: number })
    .filter({ has: page.getByText(/^(Office|Ofisi)$/) })
const takeIt = (page: Page, number: string) => card(page, number).getByRole('button').click()

it.each([
  ['phone', 'en'],
  ['phone', 'st-LS'],
  ['desktop', 'en'],
] as const)('shows what waits without saying whose it is, on a %s in %s', async (size, language) => {
  const { number } = await somebody()
  const { page, look } = await openDesk(browser, host, { groups: [`labour@${district}`], path, language, size })
  await card(page, number).waitFor()
  const seen = await page.locator('main').textContent()
  for (const hidden of [uncle.name, names.surname, names.givenNames, village, words[language]['person.village']])
    expect(seen).not.toContain(hidden)
  await look(`open tasks on a ${size} in ${language}`)
})

describe.each(languages)('in %s', language => {
  const says = words[language]
  const open = (groups: readonly string[], at = path): Promise<Desk> =>
    openDesk(browser, host, { groups, path: at, language, size: language === 'en' ? 'phone' : 'tablet' })

  it('takes a task, opens whose it is, and finishes it with an outcome', async () => {
    const { number } = await somebody()
    const { page, look } = await open([`labour@${district}`])
    await takeIt(page, number)
    await page.getByRole('heading', { name: `${names.givenNames} ${names.surname}` }).waitFor()
    await page.getByText(village).waitFor()
    expect(await page.getByRole('link', { name: /5812 3456/ }).getAttribute('href')).toBe('tel:+26658123456')
    await page.getByText('Thabo, uncle, +266 6345 6789').waitFor()
    expect(await page.getByRole('link', { name: /6345 6789/ }).count()).toBe(0)
    expect(await page.title()).toContain(number)
    await press(page, says['complete.do'])
    await page.getByText(says['complete.outcome.problem']).waitFor()
    await look(`a held task in ${language}`)
    await page.getByText(says['outcome.REFERRED'], { exact: true }).click()
    await press(page, says['complete.do'])
    await page.getByText(says['news.saved']).waitFor()
    expect(await card(page, number).count()).toBe(0)
  })

  it('gives a task back with a reason, for others to take', async () => {
    const { number, task } = await somebody()
    await claim(`labour@${district}`, task('WAGE_CLAIM'))
    const { page, look } = await open([`labour@${district}`], `${path}?mine`)
    await card(page, number).getByText(`${names.givenNames} ${names.surname} · ${village}`).waitFor()
    await look(`what an officer holds in ${language}`)
    await card(page, number).getByRole('link').click()
    await press(page, says['task.release'])
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: says['release.do'] }).click()
    await dialog.getByText(says['release.reason.problem']).waitFor()
    await look(`giving back in ${language}`)
    await dialog.getByRole('textbox').fill('On leave')
    await dialog.getByRole('button', { name: says['release.do'] }).click()
    await card(page, number).waitFor()
    await look(`the list after giving back in ${language}`)
  })

  it('tells who was too late kindly, and shows the list as it is', async () => {
    const { number, task } = await somebody()
    const { page, look } = await open([`labour@${district}`])
    await card(page, number).waitFor()
    await officerOf(host, [`labour@${district}`], 'the faster one').must(followUpRoutes.claimTask, {
      params: { taskId: task('WAGE_CLAIM'), claimId: randomUUID() },
      body: aClaim(),
    })
    await takeIt(page, number)
    await page.getByText(says['claim.lost.title']).waitFor()
    await card(page, number).waitFor({ state: 'detached' })
    await look(`a lost claim in ${language}`)
  })

  it('makes a plan, starts it, and shows the provisional index of the survey', async () => {
    const { task } = await somebody()
    await claim(`livelihood@${district}`, task('PLAN_DRAFT'))
    const { page, look } = await open([`livelihood@${district}`], `${path}/${task('PLAN_DRAFT')}`)
    await follow(page, says['task.make-plan'])
    const whose = page.getByText(`${names.givenNames} ${names.surname}`)
    await whose.waitFor()
    await press(page, says.plan['form.do'])
    await page.getByText(says.plan['form.step.problem']).waitFor()
    await look(`a plan without anything in ${language}`)
    await page.getByRole('checkbox').first().check()
    await page.getByLabel(says.plan['form.step'].replace('{{number}}', '1')).fill('Buy chicks')
    for (const [part, typed] of [
      ['date.day', '15'],
      ['date.month', '1'],
      ['date.year', '2099'],
    ] as const)
      await page.getByLabel(says[part], { exact: true }).fill(typed)
    await press(page, says.plan['form.do'])
    await page.getByText(says.plan['plan.draft-made']).waitFor()
    await whose.waitFor()
    await look(`a new plan in ${language}`)
    const plan = new URL(page.url()).pathname
    // found again from the tasks, without the task that led to it
    await page.goto(`${host.url}${path}`)
    await follow(page, says['tasks.plans'])
    await page.locator(`a[href="${plan}"]`).waitFor()
    await look(`the plans of a district in ${language}`)
    await page.locator(`a[href="${plan}"]`).click()
    await press(page, says.plan['move.STARTED'])
    await look(`starting a plan in ${language}`)
    await page.getByRole('dialog').getByRole('button', { name: says.plan['move.STARTED'] }).click()
    await page.getByText(says.plan['state.STARTED'], { exact: true }).waitFor()

    await claim(`livelihood@${district}`, task('RSS_BASELINE'))
    await page.goto(`${host.url}${path}/${task('RSS_BASELINE')}/visit`)
    await whose.waitFor()
    await press(page, says.visit['visit.do'])
    await page.getByText(says.visit['visit.choose']).waitFor()
    const choose = async (legend: string, answer: string) =>
      page.getByRole('group', { name: legend }).getByText(answer, { exact: true }).click()
    await choose(says.visit['visit.reached'], says['answer.yes'])
    await choose(says.visit['visit.asked'], says['answer.yes'])
    await look(`a visit in ${language}`)
    for (const part of ['ECONOMIC', 'SOCIAL', 'PSYCHOSOCIAL'] as const) {
      await press(page, says['action.next'])
      await page.getByRole('heading', { name: says.visit[`part.${part}`] }).waitFor()
      for (const question of await page
        .getByRole('group')
        .filter({ has: page.getByRole('radio') })
        .all())
        await question.getByRole('radio').first().check()
      if (part === 'ECONOMIC') await look(`questions in ${language}`)
    }
    // who looks for work is asked why: a question that came when the others had been answered
    await press(page, says.visit['visit.do'])
    await page.getByText(says.visit['gaps.text']).waitFor()
    await press(page, says.visit['gaps.do'])
    await page.getByText(weightSetLabel(provisionalEqual)[language]).waitFor()
    await look(`a saved visit in ${language}`)
    await follow(page, says.visit['saved.plan'])
    await page.getByText(says.plan['occasion.BASELINE']).waitFor()
    await press(page, says.plan['move.COMPLETED'])
    await page.getByText(says.plan['move.reason.steps']).waitFor()
    await page.getByRole('dialog').getByRole('checkbox').check()
    await look(`completing a plan in ${language}`)
    await page.getByRole('dialog').getByRole('button', { name: says.plan['move.COMPLETED'] }).click()
    await page.getByText(says.plan['state.COMPLETED'], { exact: true }).waitFor()
    await look(`a completed plan in ${language}`)
  })
})

it.each(languages)(
  'says what a survey lacks before it is saved, and saves it at the second press, in %s',
  async language => {
    const says = words[language]
    const { task } = await somebody()
    await claim(`livelihood@${district}`, task('PLAN_DRAFT'))
    await officerOf(host, [`livelihood@${district}`]).must(reintegrationRoutes.recordPlan, {
      params: { planId: randomUUID() },
      body: aPlan({ taskId: task('PLAN_DRAFT') }),
    })
    await claim(`livelihood@${district}`, task('RSS_BASELINE'))
    const { page, look } = await openDesk(browser, host, {
      groups: [`livelihood@${district}`],
      path: `${path}/${task('RSS_BASELINE')}/visit`,
      language,
      size: 'phone',
    })
    const choose = (legend: string, answer: string) =>
      page.getByRole('group', { name: legend }).getByText(answer, { exact: true }).click()
    await choose(says.visit['visit.reached'], says['answer.yes'])
    await choose(says.visit['visit.asked'], says['answer.yes'])
    for (const part of ['ECONOMIC', 'SOCIAL', 'PSYCHOSOCIAL'] as const) {
      await press(page, says['action.next'])
      await page.getByRole('heading', { name: says.visit[`part.${part}`] }).waitFor()
    }
    await page.getByRole('radio').first().check()
    await press(page, says.visit['visit.do'])
    await page.getByText(says.visit['gaps.title']).waitFor()
    const lacking = page.getByRole('listitem').filter({ hasText: says.visit['gaps.no-score'] })
    expect(await lacking.count()).toBe(3)
    await look(`a survey with questions left in ${language}`)
    // another answer changes what is missing: it is said anew
    await page.getByRole('radio').last().check()
    await press(page, says.visit['visit.do'])
    await press(page, says.visit['gaps.do'])
    await page.getByText(says.visit['saved.text']).waitFor()
  },
)

it('sends the very same claim again when its answer was lost on the way', async () => {
  const { number } = await somebody()
  const { page } = await openDesk(browser, host, { groups: [`labour@${district}`], path })
  const sent: (string | null)[] = []
  await card(page, number).waitFor()
  await page.route('**/claims/*', async route => {
    sent.push(`${route.request().url()} ${route.request().postData()}`)
    if (sent.length > 1) return route.continue()
    await route.fetch() // the server stores it, and the answer gets lost
    await route.abort('internetdisconnected')
  })
  await takeIt(page, number)
  await page.getByText(en['tasks.refresh']).waitFor()
  await page.getByText(sharedEn['offline.title']).waitFor()
  await takeIt(page, number)
  await page.getByRole('heading', { name: `${names.givenNames} ${names.surname}` }).waitFor()
  expect(sent).toHaveLength(2)
  expect(sent[1]).toBe(sent[0])
})

it('keeps answers for who leaves the visit and comes back', async () => {
  const { task } = await somebody()
  await claim(`livelihood@${district}`, task('PLAN_DRAFT'))
  const { page } = await openDesk(browser, host, {
    groups: [`livelihood@${district}`],
    path: `${path}/${task('PLAN_DRAFT')}`,
  })
  await follow(page, en['task.make-plan'])
  await page.getByLabel('Step 1').fill('Buy chicks')
  await follow(page, sharedEn['action.back'])
  await follow(page, en['task.make-plan'])
  expect(await page.getByLabel('Step 1').inputValue()).toBe('Buy chicks')
  const asked = page.waitForEvent('dialog')
  const reload = page.reload().catch(() => undefined)
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await reload
  expect(await page.getByLabel('Step 1').inputValue()).toBe('Buy chicks')
})

it('shows another district to nobody', async () => {
  const { page, look } = await openDesk(browser, host, { groups: ['labour@LS-A'], path })
  await page.getByText(en['desk.wrong-place']).waitFor()
  await look('another district')
})
