/** How long a tablet takes to bring away a day's intakes over a border post's network. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { anIntake } from '../../builders/intake.ts'
import { aNumber } from '../../journeys/arrival.ts'
import { serveKit } from '../../web/kit-browser.ts'
import { type Measure, median } from '../measure.ts'
import { chromiumOptions, type FormToMeasure } from './form-to-measure.ts'
import type { SendingCalls } from './sending-calls.ts'
import { signedInTab } from './signed-in-tab.ts'
import { type LinkSpeed, startSlowLink } from './slow-link.ts'

/** In the page. */
declare const sendKit: SendingCalls

const speed: LinkSpeed = { bitsPerSecond: 400_000, roundTripMilliseconds: 400 }
const intakeCount = 500
const runs = 3

/** Names and phones unlike one another, so that nothing packs better than on a real day. */
const someIntakes = (batchId: string, deviceCode: string) =>
  Array.from({ length: intakeCount }, (_, index) => {
    const { fast } = anIntake()
    const [one, other] = [randomUUID().slice(0, 8), randomUUID().slice(0, 6)]
    const names = { givenNames: `Khotso ${one}`, surname: `Mo${other}` }
    const number = `+2665${String(8_000_000 + Math.floor(index * 1_847.3)).slice(0, 7)}`
    const phone = { number, channel: 'OWN_PHONE' as const, mayCall: true, mayLeaveMessage: false }
    const displayNumber = aNumber('MB', deviceCode)
    return { intakeId: randomUUID(), body: anIntake({ batchId, displayNumber, fast: { ...fast, names, phone } }) }
  })

async function tabOf(context: BrowserContext, origin: string, tab: readonly [string, string]): Promise<Page> {
  const page = await context.newPage()
  await page.addInitScript(([name, content]) => sessionStorage.setItem(name, content), tab)
  await page.goto(origin)
  await page.waitForFunction(() => 'sendKit' in globalThis)
  return page
}

export async function measureSending({ host, formPath }: FormToMeasure): Promise<Measure[]> {
  const batchId = /arrivals\/([^/]+)/.exec(formPath)?.[1] ?? ''
  const kit = await serveKit(join(import.meta.dirname, '../../web/outbox/send-kit.ts'))
  const link = await startSlowLink(host.url, kit.origin)
  const browser = await chromium.launch(chromiumOptions)
  try {
    const context = await browser.newContext()
    const supervisor = await tabOf(context, link.origin, await signedInTab(host, 'supervisor-mb'))
    const code = await supervisor.evaluate(() => sendKit.enrol())
    await supervisor.close() // it would send by itself what the other one keeps
    const reception = await tabOf(context, link.origin, await signedInTab(host, 'reception-mb'))
    await reception.evaluate(() => sendKit.begin())
    const ratios: number[] = []
    const times: number[] = []
    let bytes = 0
    for (let run = 0; run < runs; run += 1) {
      link.speed = undefined
      await reception.evaluate(intakes => sendKit.keep(intakes), someIntakes(batchId, code))
      link.takeSentBytes()
      link.speed = speed
      const { took, unsent } = await reception.evaluate(() => sendKit.send())
      bytes = link.takeSentBytes()
      if (unsent !== 0) throw new Error(`${unsent} of ${intakeCount} intakes were not received`)
      ratios.push(took / ((bytes * 8 * 1_000) / speed.bitsPerSecond))
      times.push(took)
    }
    return [
      {
        name: 'outbox-send-ratio',
        value: Math.round(median(ratios) * 100) / 100,
        unit: 'ratio',
        bound: { most: 1.5 },
        detail: `${intakeCount} intakes in ${(median(times) / 1_000).toFixed(1)} s, ${Math.round(bytes / 1_000)} kB as sent, at ${speed.bitsPerSecond / 1_000} kbit/s and ${speed.roundTripMilliseconds} ms; median of ${runs}`,
      },
    ]
  } finally {
    await browser.close()
    await link.stop()
    await kit.stop()
  }
}
