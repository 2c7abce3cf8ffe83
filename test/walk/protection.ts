/** The protection desk: what waits, and one record opened by the officer who may. */
import { randomUUID } from 'node:crypto'
import { hostOn } from '../harness/host-process.ts'
import { aBatch, anArrival, register } from '../journeys/arrival.ts'
import { aScreen, handOver } from '../journeys/screen.ts'
import { press } from '../web/reception-journey.ts'
import type { Walker } from './walk.ts'

export async function walkProtection({ host, post, district, open, see, said }: Walker): Promise<void> {
  const { protection } = said
  const returnEventId = randomUUID()
  const arrived = await aBatch(host, { post, district })
  const intake = anArrival(arrived)
  await register(host, arrived, intake, returnEventId)
  const screen = aScreen({
    ...{ returnEventId, displayNumber: intake.displayNumber },
    answers: { A1: 'YES', A3: 'YES', A8: 'REFUSED', A11: 'NO' },
    safeContact: { channel: 'CLINIC', place: 'At the clinic, on market day' },
  })
  await handOver(host, screen)
  await hostOn(host.dataFolder).settled()
  const page = await open('/talks', ['protection@*'])
  const entry = page.locator(`a[href="/talks/${screen.screenId}"]`)
  await entry.waitFor()
  await see(page, 'talks')
  await entry.click()
  await page.getByText('At the clinic, on market day').waitFor()
  await see(page, 'talk')
  await press(page, protection['decide.do'])
  await page.getByText(protection['decide.reason.problem']).waitFor()
  await see(page, 'talk-undecided')
}
