/** The desks of offices: supplies, budgets, tablets of a post, reports, and who saw a record. */
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { registrationRoutes } from '../../functions/registration/contract.ts'
import { reportsRoutes } from '../../functions/reports/contract.ts'
import { suppliesRoutes } from '../../functions/supplies/contract.ts'
import { officerOf } from '../harness/officer.ts'
import { aBatch, anArrival, register } from '../journeys/arrival.ts'
import { anEnrolledTablet, someInTheStore } from '../journeys/subjects.ts'
import { livelihoodFunnelTable } from '../web/made-up-report.ts'
import { press } from '../web/reception-journey.ts'
import { aProjectWithMoney, walkBudgets } from './budgets.ts'
import type { Walker } from './walk.ts'

/** Every form over the row that it is about, closed again with nothing done. */
async function walkForms(page: Page, { see, said: { supplies, shared } }: Walker): Promise<void> {
  const forms = {
    'take-in': supplies['take-in.begin'],
    lease: supplies['lease.begin'],
    send: supplies['send.begin'],
    correct: supplies['correct.begin'],
    back: supplies['back.begin'],
    longer: supplies['longer.begin'],
    'write-off': supplies['write-off.begin'],
  }
  for (const [name, words] of Object.entries(forms)) {
    await page
      .getByRole('button', { name: `${words}: ` })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
    await see(page, `supplies-${name}`)
    await press(page, shared['action.cancel'])
  }
}

async function walkSupplies(walker: Walker, project: string): Promise<void> {
  const { host, post, open, see, said } = walker
  const { supplies } = said
  const { deviceId } = await anEnrolledTablet(host, post)
  await someInTheStore(host, post, deviceId)
  const { receiveStock } = suppliesRoutes
  await officerOf(host, [`supplies@${post}`]).must(receiveStock, {
    params: { place: post, moveId: randomUUID() },
    body: { ...receiveStock.examples.body, lot: 'IOM-1', item: 'SHOES', fund: `${project}/CASH` },
  })
  const page = await open(`/supplies/${post}`, [`supplies@${post}`, `supervisor@${post}`])
  await page.locator('.table').first().waitFor()
  await see(page, 'supplies')
  await walkForms(page, walker)
  await press(page, supplies['receive.begin'])
  await press(page, supplies['receive.do'])
  await page.getByText(supplies['receive.lot.problem']).waitFor()
  await see(page, 'supplies-unanswered')
  const centre = await open('/supplies/CENTRE', ['supplies@CENTRE'])
  await centre.locator('.table').first().waitFor()
  await see(centre, 'supplies-of-the-centre')
}

async function walkDevices({ post, open, see, said: { devices } }: Walker): Promise<void> {
  const page = await open('/devices', ['administrator@*', `supervisor@${post}`])
  await page.locator('main a.door').first().waitFor()
  await see(page, 'tablets-of-every-post')
  await page.locator(`a.door[href="/devices/${post}"]`).click()
  await page.locator(`a.door[href^="/devices/${post}/"]`).first().waitFor()
  await see(page, 'tablets-of-a-post')
  await page.locator(`a.door[href^="/devices/${post}/"]`).first().click()
  await press(page, devices['revoke.begin'])
  await press(page, devices['revoke.do'])
  await page.getByText(devices['revoke.reason.problem']).waitFor()
  await see(page, 'one-tablet')
  await page.getByLabel(devices['revoke.reason']).fill('Left in the bus')
  await press(page, devices['revoke.do'])
  await page.getByText(devices['held.none']).waitFor()
  await see(page, 'tablet-withdrawn')
}

/** With numbers left out: a host of its own has never enough people for a report that says much. */
async function showMadeUp(page: Page): Promise<void> {
  const json = reportsRoutes.readReport.response.parse(livelihoodFunnelTable)
  await page.route('**/v1/reports/livelihood-funnel', route => route.fulfill({ json }))
}

async function walkReports({ host, open, see }: Walker): Promise<void> {
  const page = await open('/reports', ['analyst@*'])
  await page.locator('table').waitFor()
  await see(page, 'report-of-few')
  await showMadeUp(page)
  await page.goto(`${host.url}/reports/livelihood-funnel`)
  await page.locator('svg[role=img]').waitFor()
  await see(page, 'report')
}

async function walkAudit({ host, post, district, open, see, said: { audit } }: Walker): Promise<void> {
  const arrived = await aBatch(host, { post, district })
  const intake = anArrival(arrived)
  await register(host, arrived, intake)
  const { personId } = intake
  await officerOf(host, [`reception@${post}`]).must(registrationRoutes.readPerson, { params: { personId } })
  const page = await open('/audit', ['auditor@*'])
  await press(page, audit['ask.do'])
  await page.getByText(audit['ask.id.problem']).waitFor()
  await see(page, 'audit')
  await page.getByLabel(audit['ask.id']).fill(personId)
  await press(page, audit['ask.do'])
  await page.getByText(audit['kind.read'], { exact: true }).first().waitFor()
  await see(page, 'audit-of-a-person')
}

export async function walkOffices(walker: Walker): Promise<void> {
  const project = await aProjectWithMoney(walker)
  await walkSupplies(walker, project)
  await walkBudgets(walker, project)
  await walkDevices(walker)
  await walkReports(walker)
  await walkAudit(walker)
}
