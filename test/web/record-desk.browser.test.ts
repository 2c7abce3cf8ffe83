/** The private screen in a real browser on the real host: neutral outside, sealed inside, never opened again. */
import type { Browser, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PutScreen } from '../../functions/screening/contract.ts'
import { privateScreen1 } from '../../functions/screening/private-screen-1.ts'
import { screenRouteTexts } from '../../functions/screening/private-screen-rules.ts'
import { en as outbox } from '../../web/src/outbox/en.ts'
import { en } from '../../web/src/screening/en.ts'
import { st } from '../../web/src/screening/st.ts'
import type { HostDoor } from '../harness/host-process.ts'
import { sharedHost } from '../harness/local-host.ts'
import { type Desk, launch, openDesk } from './desk-browser.ts'
import { beginFirstTime, enrol, isKeptForOffline, unsentSays } from './device/tablet-screen.ts'
import { eventually } from './eventually.ts'

const words = { en, 'st-LS': st }
type Said = (typeof words)[keyof typeof words]

/** As the demo's sign-in page knows them. */
const screener = { name: 'Lineo Ramatla', username: 'screening-mb', initials: 'L. R.', pin: '31862074' }

let browser: Browser
let host: HostDoor

beforeAll(async () => {
  browser = await launch()
  host = await sharedHost()
}, 180_000)
afterAll(() => browser?.close())

const sealedRequests = ({ page }: Desk): Request[] => {
  const sent: Request[] = []
  page.on('request', request => {
    if (request.url().includes('/v1/screens/')) sent.push(request)
  })
  return sent
}

const open = (language: 'en' | 'st-LS', size: 'phone' | 'tablet'): Promise<Desk> =>
  openDesk(browser, host, { groups: ['screening@QN'], language, size, path: '/record/QN' })

async function begin({ page }: Desk, said: Said, age: 'adult' | 'child'): Promise<void> {
  await page.getByRole('button', { name: said['start.draw'] }).click()
  await page.locator('.drawn-number').waitFor()
  const answers = [said[`start.age.${age}`], said['start.place.private']]
  for (const answer of answers) await page.locator('.card', { hasText: answer }).click()
  for (const legend of [said['start.uniform'], said['start.asks']])
    await page.locator('fieldset', { hasText: legend }).locator('.card').first().click()
  await page.getByRole('button', { name: said['start.do'] }).click()
}

const atRest = async ({ page }: Desk): Promise<void> => {
  await page.locator('.rest').waitFor()
  expect(await page.locator('.header, .question, .answers').count()).toBe(0)
  expect(await page.title()).toBe('Kamohelo')
  expect(new URL(page.url()).pathname).toBe('/')
}

/** In the page: true where the device keeps that so many are on duty. */
const keptOnDuty = (count: number | undefined): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('kamohelo-records')
    opening.onerror = reject
    opening.onsuccess = () => {
      const finding = opening.result.transaction('desk').objectStore('desk').get('on duty')
      finding.onsuccess = () => {
        opening.result.close()
        resolve(finding.result?.count === count)
      }
    }
  })

/** In the page: true where the device keeps so many records. */
const keptRecords = (count: number | undefined): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('kamohelo-records')
    opening.onerror = reject
    opening.onsuccess = () => {
      const counting = opening.result.transaction('records').objectStore('records').count()
      counting.onsuccess = () => {
        opening.result.close()
        resolve(counting.result === count)
      }
    }
  })

it.each([
  ['en', 'tablet'],
  ['st-LS', 'phone'],
] as const)('asks one question at a time, suggests, decides and seals, in %s on a %s', async (language, size) => {
  const said = words[language]
  const desk = await open(language, size)
  const { page, look } = desk
  const sent = sealedRequests(desk)
  await page.getByRole('button', { name: said['start.draw'] }).waitFor()
  await page.getByRole('button', { name: said['start.do'] }).click()
  await look('nothing answered yet')
  await begin(desk, said, 'adult')
  const questions = privateScreen1.items.filter(({ askedOf }) => askedOf.includes('ADULT'))
  for (const { id, text } of questions) {
    await page.getByRole('heading', { name: text[language] }).waitFor()
    await look(`question ${id}`)
    const answer = id === 'A6' ? 'YES' : id === 'A2' ? 'REFUSED' : 'NO'
    await page.getByRole('button', { name: privateScreen1.answerTexts[answer][language], exact: true }).click()
  }
  await page.getByText(said['observe.title']).waitFor()
  await look('observations')
  await page.locator('main .button-primary').click()
  await page.getByText(said['decide.because']).waitFor()
  await look('the suggestion')
  await page.locator('.card').nth(1).click()
  await page.getByRole('button', { name: said['close.do'] }).click()
  await page.getByText(said['decide.reason.problem']).waitFor()
  await look('a raise without its reason')
  await page.getByLabel(said['decide.reason']).fill('trembles')
  await page.locator('.card', { hasText: said['decide.wish.no'] }).click()
  await page.getByRole('button', { name: said['close.do'] }).click()
  await page.getByText(said['closed.sent']).waitFor()
  await look('closed')

  expect(new URL(page.url()).pathname).toBe('/record/QN')
  expect(sent).toHaveLength(1)
  const body = sent[0]?.postDataJSON()
  expect(PutScreen.safeParse(body).error).toBeUndefined()
  expect(JSON.stringify(body)).not.toMatch(/answers|observations|trembles/)
  await page.goBack()
  await page.goForward()
  expect(await page.locator('body').innerHTML()).not.toMatch(/A17|trembles/)
})

it('asks a child nothing, and says who is to come instead', async () => {
  const desk = await open('en', 'phone')
  await begin(desk, en, 'child')
  await desk.page.getByText(privateScreen1.insteadForChild.en).waitFor()
  await desk.look('a child')
  expect(await desk.page.locator('.answers').count()).toBe(0)
})

it('blanks the screen at one press, seals what was said, and shows nothing of it again', async () => {
  const desk = await open('en', 'tablet')
  const { page } = desk
  const sent = sealedRequests(desk)
  await begin(desk, en, 'adult')
  await page.getByRole('button', { name: 'Yes', exact: true }).click()
  await page.getByRole('button', { name: en['hide.how'] }).click()
  await atRest(desk)
  await desk.look('at rest')
  await expect.poll(() => sent.length).toBe(1)
  expect((await sent[0]?.response())?.status()).toBe(201)
  await page.getByRole('button', { name: en['rest.go-on'] }).click()
  await page.getByRole('heading', { name: 'Your desks' }).waitFor()
  const entries = await page.evaluate(() => history.length)
  for (let back = 1; back < entries; back++) {
    await page.goBack()
    expect(page.url()).not.toContain('/record')
  }
})

it('blanks the screen when Escape is pressed twice, and not at one press', async () => {
  const desk = await open('en', 'tablet')
  const { page } = desk
  const sent = sealedRequests(desk)
  await begin(desk, en, 'adult')
  await page.getByRole('button', { name: 'Yes', exact: true }).click()
  await page.keyboard.press('Escape')
  await page.waitForTimeout(1_100)
  await page.keyboard.press('Escape')
  expect(await page.locator('.question').count()).toBe(1)
  await page.keyboard.press('Escape')
  await atRest(desk)
  await expect.poll(() => sent.length).toBe(1)
})

it('asks no more once somebody can hear, and keeps what was said', async () => {
  const desk = await open('en', 'phone')
  const { page } = desk
  await begin(desk, en, 'adult')
  await page.getByRole('button', { name: 'No', exact: true }).click()
  await page.getByRole('button', { name: en['question.overheard'] }).click()
  await page.getByText(en['observe.title']).waitFor()
  await page.locator('main .button-primary').click()
  await page.getByText(screenRouteTexts.ASK_AGAIN_72H.en).first().waitFor()
})

it('keeps a record of a browser that was shut in the middle, and sends it at the next start', async () => {
  const desk = await open('en', 'tablet')
  const { page } = desk
  await begin(desk, en, 'adult')
  await page.getByRole('button', { name: 'Yes', exact: true }).click()
  await eventually(page, keptRecords, 1)
  const next = await page.context().newPage()
  const sent = sealedRequests({ ...desk, page: next })
  await next.goto(`${host.url}/record/QN`)
  await next.getByRole('button', { name: en['start.do'] }).waitFor()
  await next.waitForLoadState('networkidle')
  expect(sent).toEqual([]) // it is still open in the other tab
  await page.close()
  await next.reload()
  await expect.poll(() => sent.length).toBe(1)
  await eventually(next, keptRecords, 0)
  expect(await next.locator('body').innerHTML()).not.toContain('A17')
})

it('closes a record without a network and sends it, once, when there is one', async () => {
  const desk = await open('en', 'tablet')
  const { page } = desk
  await begin(desk, en, 'child')
  await page.getByText(privateScreen1.insteadForChild.en).waitFor()
  await page.context().setOffline(true)
  await page.locator('main .button-primary').click()
  await page.locator('.card', { hasText: en['decide.wish.yes'] }).click()
  await page.getByRole('button', { name: en['close.do'] }).click()
  await page.getByText(en['closed.kept']).waitFor()
  await page.getByText('1 closed record not yet sent.').waitFor()
  await desk.look('closed without a network')
  await page.getByRole('button', { name: en['closed.next'] }).click()
  await page.getByRole('button', { name: en['start.do'] }).waitFor() // the key is kept
  const sent = sealedRequests(desk)
  await page.context().setOffline(false)
  await eventually(page, keptRecords, 0)
  expect(sent).toHaveLength(1)
})

it('promises nobody a talk before somebody said how many interviewers are there', async () => {
  const desk = await open('en', 'phone')
  const { page } = desk
  const group = page.getByRole('group', { name: en['duty.label'] })
  await page.getByRole('button', { name: en['start.draw'] }).waitFor()
  const said = Number(await group.locator('output').textContent())
  await group.getByRole('button', { name: 'One more' }).click()
  await eventually(page, keptOnDuty, said + 1)
  await page.reload()
  await expect.poll(() => group.locator('output').textContent()).toBe(String(said + 1))
  for (let left = said + 1; left > 0; left--) await group.getByRole('button', { name: 'One less' }).click()
  await page.getByText(en['duty.none']).waitFor()
  await begin(desk, en, 'child')
  await page.locator('main .button-primary').click()
  await page.getByText(en['decide.duty.none']).waitFor()
  await desk.look('nobody on duty')
})

it('sends records of one size, whatever was said in them', async () => {
  const desk = await open('en', 'tablet')
  const { page } = desk
  const sent = sealedRequests(desk)
  for (const answer of ['No', 'Yes']) {
    await begin(desk, en, 'adult')
    for (const _ of privateScreen1.items.filter(({ askedOf }) => askedOf.includes('ADULT')))
      await page.getByRole('button', { name: answer, exact: true }).click()
    await page.locator('main .button-primary').click()
    await page.getByRole('button', { name: en['close.do'] }).waitFor()
    if (answer === 'Yes') await page.locator('.card', { hasText: en['decide.wish.yes'] }).click()
    await page.getByRole('button', { name: en['close.do'] }).click()
    await page.getByText(en['closed.sent']).waitFor()
    await page.getByRole('button', { name: en['closed.next'] }).click()
  }
  const lengths = sent.map(request => request.postData()?.length)
  expect(lengths).toHaveLength(2)
  expect(new Set(lengths).size).toBe(1)
})

it('counts a closed record in the frame of a tablet, lists it as a record, and sends it from whichever page is open', async () => {
  const desk = await openDesk(browser, host, { serviceWorkers: 'allow' })
  const { page } = desk
  await enrol(page, host)
  await beginFirstTime(page, host, screener)
  await isKeptForOffline(page)
  await page.locator('a.door[href="/record/MB"]').click()
  await page.getByRole('button', { name: en['start.draw'] }).waitFor()
  await page.context().setOffline(true)
  await begin(desk, en, 'child')
  await page.locator('main .button-primary').click()
  await page.locator('.card', { hasText: en['decide.wish.yes'] }).click()
  await page.getByRole('button', { name: en['close.do'] }).click()
  await page.getByText(en['closed.kept']).waitFor()
  await unsentSays(page, '1 not yet sent')
  await page.getByRole('link', { name: '1 not yet sent', exact: true }).click()
  const line = page.locator('li', { has: page.getByRole('heading', { name: outbox['kind.record'], exact: true }) })
  expect(await line.textContent()).toBe(`${outbox['kind.record']}${outbox['state.waiting']}`)
  await desk.look('a record in the tray')
  const sent = sealedRequests(desk)
  await page.context().setOffline(false)
  await unsentSays(page, 'Everything is sent')
  expect([sent.length, await line.count()]).toEqual([1, 0])
  await eventually(page, keptRecords, 0)
}, 120_000)
