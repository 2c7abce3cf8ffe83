/** Onward transport on the real host: planned, filled, printed, sent off and closed, by who does it, in both languages. */
import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PutIntake } from '../../functions/intake/contract.ts'
import { maseruTime } from '../../functions/platform/clock.ts'
import { districts, posts } from '../../functions/platform/places.ts'
import { refusals } from '../../functions/platform/refusals.ts'
import { tripsRoutes } from '../../functions/trips/contract.ts'
import { en as sharedEn } from '../../web/src/i18n/en.ts'
import { st as sharedSt } from '../../web/src/i18n/st.ts'
import { en } from '../../web/src/trips/en.ts'
import { st } from '../../web/src/trips/st.ts'
import { anIntake } from '../builders/intake.ts'
import { aPlanTrip } from '../builders/trip-commands.ts'
import { type LocalHost, startHost } from '../harness/local-host.ts'
import { officerOf } from '../harness/officer.ts'
import { type Arrived, aBatch, anArrival, givenStock, register } from '../journeys/arrival.ts'
import { launch, openDesk } from './desk-browser.ts'

let browser: Browser
let host: LocalHost
beforeAll(async () => {
  ;[browser, host] = await Promise.all([launch(), startHost()]) // of its own: who waits and what was given is counted
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await host?.stop()
})

const languages = { en: { says: en, shared: sharedEn }, 'st-LS': { says: st, shared: sharedSt } } as const

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
/** Somebody's card, by the number on it. */
const choose = (page: Page, number: string) => page.locator('label.card').filter({ hasText: number }).click()
const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
const clockIn = (hours: number): string => maseruTime(new Date(Date.now() + hours * 3_600_000))

async function aReturnee(
  arrived: Arrived,
  fast: Partial<PutIntake['fast']>,
  override: Partial<PutIntake> = {},
): Promise<string> {
  const intake = anArrival(arrived, {
    fast: { ...anIntake().fast, homeDistrict: arrived.district, urgentFlags: ['CANNOT_GET_HOME'], ...fast },
    support: [{ item: 'TRANSPORT_ONWARD', quantity: 1 }],
    ...override,
  })
  await register(host, arrived, intake)
  return intake.displayNumber
}

const called = (givenNames: string) => ({ names: { givenNames, surname: 'Foulo' } })

/** A mother with her child, another woman, and a man of another district. */
async function arrivalAt(place: { post: (typeof posts)[number]['code']; district: 'LS-B' | 'LS-G' }) {
  const arrived = await aBatch(host, place)
  await givenStock(host, place.post, 'TRANSPORT_ONWARD', 20)
  const householdId = randomUUID()
  const full = { destination: { district: place.district, village: 'Ha Mopeli' } }
  const birth = { date: '2019-05-01', precision: 'DAY' } as const
  const mother = await aReturnee(
    arrived,
    { ...called("'Mabatho"), sex: 2 },
    { full, household: { householdId, role: 'HEAD' } },
  )
  const child = await aReturnee(
    arrived,
    { ...called('Lineo'), sex: 2, birth, accompaniment: 'ACCOMPANIED' },
    { full, household: { householdId, role: 'CHILD' } },
  )
  const woman = await aReturnee(arrived, { ...called('Palesa'), sex: 2 })
  const elsewhere = await aReturnee(arrived, { ...called('Thabo'), homeDistrict: 'LS-J' })
  return { mother, child, woman, elsewhere }
}

// posts at which no other file plans a trip
describe.each([
  ['en', 'phone', { post: 'PK', district: 'LS-B' }],
  ['st-LS', 'tablet', { post: 'MK', district: 'LS-G' }],
] as const)('in %s on a %s', (language, size, { district, post }) => {
  const { says, shared } = languages[language]
  const name = districts.find(({ code }) => code === district)?.name ?? ''
  const open = (groups: readonly string[], path: string) => openDesk(browser, host, { groups, path, language, size })
  const reception = [`reception@${post}`]
  const plate = `T ${post} 1`
  let people: Awaited<ReturnType<typeof arrivalAt>>
  let tripPath = ''

  it('plans a trip from the desk, once everything is said', async () => {
    people = await arrivalAt({ post, district })
    const { page, look } = await open(reception, '/')
    await page.locator(`a.door[href="/trips/${post}"]`).click()
    await page.getByText(filled(says['beds.title_other'], { count: 4 })).waitFor()
    await look(`who waits, in ${language}`)
    await press(page, says['plan.begin'])
    await press(page, says['plan.do'])
    await page.getByText(says['plan.stops.problem']).waitFor()
    await look(`a plan of nothing, in ${language}`)
    const form = page.getByRole('dialog')
    await form.getByLabel(says['plan.stops']).selectOption('LS-A')
    await form.getByLabel(says['plan.stops']).selectOption(district)
    await form.getByLabel(says['plan.departs'], { exact: true }).fill(clockIn(0))
    await form.getByLabel(says['plan.arrives']).fill('99')
    await form.getByText(says['plan.clock.problem']).waitFor()
    await form.getByLabel(says['plan.arrives']).fill(clockIn(2))
    await form.getByLabel(says['plan.plate']).fill(plate.toLowerCase())
    await form.getByLabel(says['plan.seats']).fill('14')
    await form.getByLabel(says['plan.driver'], { exact: true }).fill('Tau Mokone')
    await form.getByText(says['plan.driver.sex.2'], { exact: true }).click()
    await look(`a plan, in ${language}`)
    await press(page, says['plan.do'])
    await page.getByRole('heading', { name: filled(says['trip.title'], { plate }) }).waitFor()
    tripPath = new URL(page.url()).pathname
    await page.getByText(filled(says['add.elsewhere_one'], { count: 1 })).waitFor()
    await look(`an empty trip, in ${language}`)
  })

  it('gives a family seats with the mother as the adult of her child', async () => {
    const { page, look } = await open(reception, tripPath)
    await choose(page, people.child)
    await press(page, filled(says['add.do_one'], { count: 1 }))
    await page.getByText(refusals['adult-needed'][language === 'en' ? 'en' : 'st']).waitFor()
    await page.getByText(filled(says['about.numbers'], { numbers: people.child })).waitFor()
    await look(`a child alone, in ${language}`)
    await choose(page, people.child)
    await press(page, filled(says['add.family'], { count: 2 }))
    await page.getByLabel(filled(says['add.adult'], { number: `Lineo, ${people.child}` })).waitFor()
    await look(`a family chosen, in ${language}`)
    await press(page, filled(says['add.do_other'], { count: 2 }))
    await page.getByText(filled(says['add.saved_other'], { count: 2 })).waitFor()
    const row = page.getByRole('row').filter({ hasText: 'Lineo' })
    await row.getByText(people.mother).waitFor()
    await look(`a trip with a family, in ${language}`)
    // somebody on no list, by their slip; and off again
    await page.getByLabel(says['add.number']).fill(people.woman.toLowerCase())
    await press(page, says['add.number.do'])
    await press(page, filled(says['add.do_one'], { count: 1 }))
    await page.getByText(filled(says['add.saved_one'], { count: 1 })).waitFor()
    await press(page, `${says['free.do']}: ${people.mother}`)
    await page.getByText(filled(says['free.saved'], { number: people.mother })).waitFor()
    await page.getByText(says['problems.title']).waitFor()
    await look(`what keeps it from leaving, in ${language}`)
    await choose(page, people.mother)
    await press(page, filled(says['add.do_one'], { count: 1 }))
    await page.getByText(says['problems.title']).waitFor({ state: 'detached' })
  })

  it('keeps two apart as screening says, whose page shows nobody', async () => {
    const { page, look } = await open([`screening@${post}`], `/trips/${post}`)
    await page.getByText(plate).waitFor()
    expect(await page.getByText(people.woman).count()).toBe(0)
    expect(await page.locator('a.door').count()).toBe(0)
    await look(`trips for screening, in ${language}`)
    await press(page, says['apart.begin'])
    const form = page.getByRole('dialog')
    await form.getByLabel(says['apart.one'], { exact: true }).fill(people.woman)
    await form.getByLabel(says['apart.other'], { exact: true }).fill(people.woman)
    await press(page, says['apart.do'])
    await form.getByText(says['apart.same']).waitFor()
    await form.getByLabel(says['apart.other'], { exact: true }).fill(people.elsewhere)
    await look(`two who do not ride together, in ${language}`)
    await press(page, says['apart.do'])
    await page.getByText(says['apart.saved']).waitFor()
  })

  it('prints numbers, seats and stops, and no name', async () => {
    const { page, look } = await open(reception, tripPath)
    await page.getByRole('link', { name: says['print.begin'] }).click()
    await page.locator('.sheet').waitFor()
    await look(`the list, in ${language}`)
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes')
    })
    await press(page, says['print.do'])
    await page.locator('body[data-printed=yes]').waitFor()
    await page.emulateMedia({ media: 'print' })
    const printed = await page.locator('body').innerText()
    for (const number of [people.mother, people.child, people.woman]) expect(printed).toContain(number)
    expect(printed).toContain(plate)
    expect(printed).toContain(name)
    const names = [
      'Mabatho',
      'Lineo',
      'Palesa',
      'Foulo',
      'Tau',
      'Mokone',
      shared['app.name'],
      ...posts.map(each => each.name),
    ]
    const places: readonly string[] = districts.map(each => each.name)
    expect(names.filter(each => printed.includes(each) && !places.includes(each))).toEqual([])
    // nor any word for having come back
    expect(printed).not.toMatch(/return|deport|khutl/i)
  })

  it('lets it leave, and closes it with who got off', async () => {
    const { page, look } = await open(reception, tripPath)
    await press(page, says['depart.begin'])
    await look(`leaving, in ${language}`)
    await press(page, says['depart.do'])
    await page.getByText(filled(says['depart.saved'], { plate })).waitFor()
    await look(`on the way, in ${language}`)
    await choose(page, people.mother)
    await choose(page, people.child)
    await press(page, filled(says['arrive.do_other'], { count: 2 }))
    await page.getByText(filled(says['arrive.saved'], { plate })).waitFor()
    await page.getByRole('row').filter({ hasText: people.woman }).getByText(says['down.no'], { exact: true }).waitFor()
    await look(`a trip that is over, in ${language}`)
    await page.goto(`${host.url}/trips/${post}`)
    // who was not set down waits again
    await page.getByText(people.woman).last().waitFor()
    expect(await page.getByText(people.mother).count()).toBe(0)
  })

  it('cancels a trip, and its people wait again', async () => {
    const tripId = randomUUID()
    const body = aPlanTrip({ post, plate: 'GONE 1', stops: [district] })
    await officerOf(host, reception).must(tripsRoutes.planTrip, { params: { tripId }, body })
    const { page } = await open([`supervisor@${post}`], `/trips/${post}/${tripId}`)
    await press(page, says['cancel.begin'])
    await page.getByRole('dialog').getByRole('button', { name: says['cancel.do'], exact: true }).click()
    await page.getByText(filled(says['cancel.saved'], { plate: 'GONE 1' })).waitFor()
    expect(await page.getByRole('button', { name: says['depart.begin'] }).count()).toBe(0)
  })
})

it('is open to nobody who has nothing to do with it', async () => {
  const { page } = await openDesk(browser, host, { groups: ['supplies@MB'], path: '/trips/MB' })
  await page.getByText(sharedEn['home.title']).waitFor()
  const elsewhere = await openDesk(browser, host, { groups: ['reception@MB'], path: '/trips/FB' })
  await elsewhere.page.getByText(en['desk.wrong-place']).waitFor()
})
