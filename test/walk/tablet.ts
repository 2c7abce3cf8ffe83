/** A tablet from the first look at it to a record that was refused. */
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { arrivalsRoutes } from '../../functions/arrivals/contract.ts'
import { findDemoUser } from '../../local/demo-users.ts'
import { aRecordOutcome } from '../builders/batch-commands.ts'
import { officerOf } from '../harness/officer.ts'
import { aBatch } from '../journeys/arrival.ts'
import { choosePin, isKeptForOffline, lock, signIn, typePin } from '../web/device/officers-at-tablet.ts'
import { answerHome, follow, goOn, press } from '../web/reception-journey.ts'
import type { Walker } from './walk.ts'

const pin = '48201957'

function officerCalled(username: string) {
  const user = findDemoUser(username)
  if (user === undefined) throw new Error(`nobody is called ${username}`)
  const initials = user.name
    .split(' ')
    .map(name => `${name[0]}.`)
    .join(' ')
  return { ...user, initials, pin }
}
type Officer = ReturnType<typeof officerCalled>

/** From a browser that nobody enrolled to the first officer's desks. */
async function walkEnrolment({ host, post, see, said }: Walker, page: Page, officer: Officer): Promise<void> {
  const { device, shared } = said
  await page.getByText(device['device.none']).waitFor()
  await see(page, 'tablet-not-enrolled')
  await signIn(page, officerCalled(`supervisor-${post.toLowerCase()}`), said)
  await page.getByText(device['enrol.lead']).waitFor()
  await see(page, 'tablet-enrolling')
  await press(page, device['enrol.do'])
  await page.getByText(device['device.code.note']).waitFor()
  await see(page, 'tablet-enrolled')
  await page.goto(`${host.url}/`)
  await page.getByText(device['who.first']).waitFor()
  await see(page, 'tablet-without-officers')
  await signIn(page, officer, said)
  await page.getByLabel(device['pin.set.new']).fill('12345678')
  await page.getByLabel(device['pin.set.again']).fill('12345678')
  await press(page, device['pin.set.do'])
  await page.getByText(device['pin.problem.too-simple']).waitFor()
  await see(page, 'pin-chosen-too-simple')
  await choosePin(page, officer, said)
  await page.getByRole('heading', { name: shared['home.title'] }).waitFor()
  await see(page, 'desks-on-a-tablet')
}

/** Registers row 2 without a network, while it is told elsewhere that this person left. */
async function walkRefused(walker: Walker, page: Page, batchId: string): Promise<void> {
  const { host, post, see, said } = walker
  const { desk, intake, outbox } = said
  await page.getByLabel(desk['people.search']).fill('kgotso foulo')
  await page.locator('.pick a').first().click()
  await page.locator('.progress').waitFor()
  await goOn(page)
  await answerHome(page, said, { district: 'Leribe' })
  for (const _ of ['home', 'urgent', 'support']) await goOn(page)
  await page.getByText(desk['find.only-here']).waitFor()
  await see(page, 'check-without-network')
  await goOn(page)
  await page.locator('.slip').waitFor()
  await see(page, 'slip-without-network')
  await follow(page, intake['saved.next'])
  await page.locator('.pick').first().waitFor()
  await see(page, 'arrival-without-network')
  await follow(page, outbox.unsent_one.replace('{{count}}', '1'))
  await page.getByText(outbox['state.waiting'], { exact: true }).waitFor()
  await see(page, 'unsent-waiting')
  await officerOf(host, [`reception@${post}`], 'another').must(arrivalsRoutes.recordOutcome, {
    params: { batchId, outcomeId: randomUUID() },
    body: aRecordOutcome({ row: 2 }),
  })
  await page.context().setOffline(false)
  await page.getByText(outbox['state.refused'], { exact: true }).waitFor()
  await see(page, 'unsent-refused')
  await press(page, outbox['row.open'])
  await page.getByText(desk['correct.why']).waitFor()
  await page.locator('.progress').waitFor()
  await see(page, 'correction')
}

async function walkPin({ see, said }: Walker, page: Page, officer: Officer): Promise<void> {
  const { device } = said
  await lock(page, said)
  await see(page, 'who-works')
  await typePin(page, { ...officer, pin: '99999999' }, said)
  await page.locator('.notice-look').waitFor()
  await see(page, 'pin-wrong')
  await page.getByLabel(device['pin.type']).fill(pin)
  await press(page, device['pin.do'])
}

export async function walkTablet(walker: Walker): Promise<void> {
  const { post, district, host, open, see, said } = walker
  const { device, frame, outbox } = said
  const { batchId } = await aBatch(host, { post, district })
  const officer = officerCalled(`reception-${post.toLowerCase()}`)
  const page = await open('/device', undefined, { serviceWorkers: 'allow' })
  await walkEnrolment(walker, page, officer)
  await page.locator('a.door[href="/device"]').click()
  await page.getByRole('heading', { name: device['pin.change.title'] }).waitFor()
  await press(page, device['hand-over.begin'])
  await see(page, 'tablet-of-an-officer')
  await follow(page, outbox['unsent.none'])
  await page.getByText(outbox['list.none']).waitFor()
  await see(page, 'unsent-nothing')
  await follow(page, said.shared['action.back'])
  await isKeptForOffline(page)
  await page.locator(`a.door[href="/reception/${post}"]`).click()
  await page.locator(`a.door[href$="${batchId}"]`).click()
  await page.locator('.pick').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await walkRefused(walker, page, batchId)
  await walkPin(walker, page, officer)
  await page.getByRole('button', { name: new RegExp(`${frame['frame.lock']}$`) }).waitFor()
}
