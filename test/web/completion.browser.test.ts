/** The full tier in a real browser on the real host: taken later, by another officer, and mended, in both languages. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PutIntake } from '../../functions/intake/contract.ts'
import { registrationRoutes } from '../../functions/registration/contract.ts'
import { en as sharedEn } from '../../web/src/i18n/en.ts'
import { st as sharedSt } from '../../web/src/i18n/st.ts'
import { en as enBasic } from '../../web/src/reception/completion/basic/en.ts'
import { st as stBasic } from '../../web/src/reception/completion/basic/st.ts'
import { en } from '../../web/src/reception/completion/en.ts'
import { st } from '../../web/src/reception/completion/st.ts'
import { en as enIntake } from '../../web/src/reception/intake/en.ts'
import { st as stIntake } from '../../web/src/reception/intake/st.ts'
import type { HostDoor } from '../harness/host-process.ts'
import { sharedHost } from '../harness/local-host.ts'
import { officerOf } from '../harness/officer.ts'
import { type Arrived, aBatch, anArrival, register } from '../journeys/arrival.ts'
import { type Desk, launch, openDesk } from './desk-browser.ts'

const words = {
  en: { ...sharedEn, ...en, basic: enBasic, intake: enIntake },
  'st-LS': { ...sharedSt, ...st, basic: stBasic, intake: stIntake },
} as const
type Said = (typeof words)[keyof typeof words]
const post = 'SP'
const district = 'LS-E'

let browser: Browser
let host: HostDoor
let arrived: Arrived
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), sharedHost()])
  arrived = await aBatch(host, { post, district })
}, 180_000)
afterAll(() => browser?.close())

const registered = async (override: Partial<PutIntake>) => {
  const intake = anArrival(arrived, override)
  await register(host, arrived, intake)
  return intake
}
const names = { givenNames: 'Retšelisitsoe', surname: 'Khabele' }
const anAdult = (full: PutIntake['full']) => registered({ fast: { ...anArrival(arrived).fast, names }, full })
const aChild = (full: PutIntake['full']) =>
  registered({
    fast: {
      ...anArrival(arrived).fast,
      names,
      birth: { date: '2014-05-06', precision: 'DAY' },
      accompaniment: 'SEPARATED',
    },
    full,
  })

/** Another officer than the one who registered: officers are named by their groups. */
const openRecord = (personId: string, language: keyof typeof words, size: 'phone' | 'tablet'): Promise<Desk> =>
  openDesk(browser, host, {
    groups: [`supervisor@${post}`, `reception@${post}`],
    language,
    size,
    path: `/reception/${post}/people/${personId}`,
  })
const keptOf = (personId: string) =>
  officerOf(host, [`reception@${post}`]).must(registrationRoutes.readPerson, { params: { personId } })

const part = (page: Page, said: Said, name: 'papers' | 'home' | 'contact' | 'care' | 'journey' | 'wages' | 'basic') =>
  page.locator('.progress-parts button', { hasText: said[`section.${name}`] }).click()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const answer = (page: Page, question: string, label: string) =>
  page.locator('fieldset', { hasText: question }).locator('.card', { hasText: label }).first().click()
const unfold = (page: Page, name: string) => page.locator('summary', { hasText: name }).click()

describe.each([
  ['en', 'tablet'],
  ['st-LS', 'phone'],
] as const)('in %s on a %s', (language, size) => {
  const said = words[language]

  it('keeps how to reach somebody, and whom not to, folded away', async () => {
    const { personId } = await anAdult(undefined)
    const { page, look } = await openRecord(personId, language, size)
    await part(page, said, 'contact')
    await page.getByLabel(said['contact.other'], { exact: true }).fill('5812 3456')
    await page.getByText(said['problem.channel']).waitFor()
    expect(await page.getByRole('button', { name: said.save, exact: true }).isDisabled()).toBe(true)
    await look('a second number of nobody')
    await page.locator('fieldset', { hasText: said['contact.other.whose'] }).locator('.card').nth(1).click()
    await answer(page, said['contact.other.allows'], said['contact.other.call'])
    await answer(page, said['contact.money'], said['money.ECOCASH'])
    await answer(page, said['contact.money.whose'], said['owner.NEIGHBOUR'])
    expect(await page.getByText(said['not-to-contact.hint']).isVisible()).toBe(false)
    await unfold(page, said['not-to-contact'])
    await press(page, said['not-to-contact.add'])
    await page.getByLabel(said['not-to-contact.name']).fill('Thabo')
    await page.getByLabel(said['not-to-contact.relation']).fill('cousin')
    await look('whom not to contact')
    await page.getByLabel(said['contact.kin-name'], { exact: true }).fill('Thabo')
    await page.getByText(said['problem.ruled-out']).waitFor()
    await page.getByLabel(said['contact.kin-name'], { exact: true }).fill('')
    await press(page, said.save)
    await page.getByText(said.saved).waitFor()
    await look('saved')
    expect(await keptOf(personId)).toMatchObject({
      full: {
        otherPhone: { number: '+26658123456', mayCall: true, mayLeaveMessage: false },
        mobileMoney: { operator: 'ECOCASH', whose: 'NEIGHBOUR' },
        notToContact: [{ name: 'Thabo', relation: 'cousin' }],
      },
    })
  })

  it('keeps where the way back began, the job and its wage', async () => {
    const { personId } = await anAdult(undefined)
    const { page, look } = await openRecord(personId, language, size)
    await part(page, said, 'home')
    await answer(page, said['home.intention'], said['intention.STAY_ELSEWHERE'])
    await unfold(page, said['home.origin'])
    await page.getByLabel(said['home.origin.village']).fill('Ha Mopeli')
    await look('home')
    await part(page, said, 'journey')
    await answer(page, said['journey.stopped'], said['stopped.WORKPLACE'])
    await look('journey')
    await part(page, said, 'wages')
    await page.getByLabel(said['wages.job']).fill('Milking')
    await page.getByLabel(said['wages.agreed']).fill('3500,50')
    await page.getByText(said['problem.per']).waitFor()
    await look('a wage for nothing')
    await page.getByLabel(said['wages.per']).selectOption('MONTH')
    await look('wages')
    await press(page, said.save)
    await page.getByText(said.saved).waitFor()
    expect(await keptOf(personId)).toMatchObject({
      full: {
        intention: 'STAY_ELSEWHERE',
        origin: { village: 'Ha Mopeli' },
        stopped: { place: 'WORKPLACE' },
        employment: { job: 'Milking', agreedCents: 350_050, currency: 'ZAR', per: 'MONTH' },
      },
    })
  })

  it('mends a name, a home and a number, and shows what stood there before', async () => {
    const { personId } = await anAdult(undefined)
    const { page, look } = await openRecord(personId, language, size)
    expect(await page.getByText(said.basic['earlier.lead']).count()).toBe(0)
    await part(page, said, 'basic')
    await page.getByLabel(said.intake['who.surname'], { exact: true }).fill('')
    await page.getByText(said.intake['problem.needed']).waitFor()
    expect(await page.getByRole('button', { name: said.save, exact: true }).isDisabled()).toBe(true)
    await page.getByLabel(said.intake['who.surname'], { exact: true }).fill('Khabeli')
    await page.getByLabel(said.intake['home.district'], { exact: true }).selectOption('LS-F')
    await page.getByText(said.basic['home.tasks']).waitFor()
    await page.getByLabel(said.intake['consent.phone'], { exact: true }).fill('6300 1234')
    await look('a correction')
    await press(page, said.save)
    await page.getByText(said.saved).waitFor()
    await page.getByText('Retšelisitsoe Khabele (').waitFor()
    await look('what the record said before')
    expect(await keptOf(personId)).toMatchObject({
      fast: { names: { surname: 'Khabeli' }, homeDistrict: 'LS-F', phone: { number: '+26663001234' } },
      full: { destination: { district: 'LS-F' } },
    })
  })

  it('asks of a child who cares for them, and lets a second officer confirm it', async () => {
    const { personId } = await aChild({ care: { caregiver: { name: 'Lineo', standing: 'CLAIMED' } } })
    const { page, look } = await openRecord(personId, language, size)
    await part(page, said, 'care')
    await look('what was said of the caregiver')
    await answer(page, said['care.standing'], said['standing.CONFIRMED'])
    await page.getByLabel(said['care.arrangement']).selectOption('KINSHIP_CARE')
    await press(page, said.save)
    await page.getByText(said.saved).waitFor()
    expect(await keptOf(personId)).toMatchObject({
      full: { care: { caregiver: { name: 'Lineo', standing: 'CONFIRMED' }, arrangement: 'KINSHIP_CARE' } },
    })
  })
})

it('asks nobody but a child who cares for them', async () => {
  const { personId } = await anAdult(undefined)
  const { page } = await openRecord(personId, 'en', 'tablet')
  await part(page, words.en, 'wages')
  expect(await page.locator('.progress-parts button', { hasText: en['section.care'] }).count()).toBe(0)
})

it('ties a child to a caregiver who came back too, by the number on their slip', async () => {
  const caregiver = await anAdult(undefined)
  const { personId } = await aChild(undefined)
  const { page, look } = await openRecord(personId, 'en', 'phone')
  await part(page, words.en, 'care')
  await page.getByLabel(en['care.name']).fill('Retšelisitsoe')
  await page.getByLabel(en['care.slip']).fill('XX-11')
  await press(page, en['care.link'])
  await page.getByText(en['care.slip.problem']).waitFor()
  await page.getByLabel(en['care.slip']).fill(caregiver.displayNumber.toLowerCase())
  await press(page, en['care.link'])
  await page.getByText(en['care.linked']).waitFor()
  await look('linked')
  await press(page, en.save)
  await page.getByText(en.saved).waitFor()
  expect(await keptOf(personId)).toMatchObject({
    full: { care: { caregiver: { personId: caregiver.personId, standing: 'CLAIMED' } } },
  })
})

it('empties what was filled wrongly, and shows it empty after a reload', async () => {
  const { personId } = await anAdult({ document: { type: 'ID', number: 'RA 354038' }, intention: 'GO_HOME' })
  const { page } = await openRecord(personId, 'en', 'tablet')
  await page.getByLabel(en['papers.type'], { exact: true }).selectOption('')
  await page.getByText(en['problem.paper-type']).waitFor()
  await page.getByLabel(en['papers.number'], { exact: true }).fill('')
  await part(page, words.en, 'home')
  await press(page, en['take-back.of'].replace('{{question}}', en['home.intention']))
  await press(page, en.save)
  await page.getByText(en.saved).waitFor()
  await page.reload()
  await part(page, words.en, 'home')
  expect(await page.locator('fieldset', { hasText: en['home.intention'] }).locator('.card-chosen').count()).toBe(0)
  expect(await keptOf(personId)).not.toHaveProperty('full.document')
  expect(await keptOf(personId)).not.toHaveProperty('full.intention')
})
