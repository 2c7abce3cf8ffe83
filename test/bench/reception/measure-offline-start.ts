/**
 * How soon an officer's form stands on an enrolled tablet that was switched off and on again without a network, on a
 * slow processor: until the PIN can be typed, and from the typed PIN to the form, with its key derived.
 */
import { chromium, type Page } from 'playwright-core'
import { beginFirstTime, enrol, palesa } from '../../web/device/officers-at-tablet.ts'
import { type Measure, median } from '../measure.ts'
import { chromiumOptions, type FormToMeasure } from './form-to-measure.ts'

const slowdown = 4
const starts = 5

async function slowly(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
}

async function took(what: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await what()
  return performance.now() - begun
}

/** Enrolled, its officer known by a PIN, the form opened once with a network: as at the start of a day. */
async function tabletOf(page: Page, { host, formPath }: FormToMeasure): Promise<void> {
  await enrol(page, host)
  await beginFirstTime(page, host, palesa)
  await page.waitForFunction("navigator.serviceWorker.controller?.state === 'activated'")
  await page.waitForFunction("caches.match('/config.json').then(kept => kept !== undefined)")
  await page.goto(host.url + formPath)
  await openByPin(page)
  await page.context().setOffline(true)
}

const typedPin = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: palesa.initials, exact: true }).click()
  // ten digits a second: quicker than most, and not counted
  await page.getByLabel('Type your PIN').pressSequentially(palesa.pin, { delay: 100 })
}

const opened = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.locator('form button[type=submit]').waitFor()
  await page.getByLabel('Given names').waitFor()
}

async function openByPin(page: Page): Promise<void> {
  await typedPin(page)
  await opened(page)
}

/** A second start of the tablet's page, in a tab that never was open before. */
async function startOffline(tablet: Page, address: string): Promise<number> {
  const page = await tablet.context().newPage()
  try {
    await slowly(page)
    const toTyping = await took(async () => {
      await page.goto(address, { waitUntil: 'commit' })
      await page.getByRole('button', { name: palesa.initials, exact: true }).waitFor()
    })
    await typedPin(page)
    return toTyping + (await took(() => opened(page)))
  } finally {
    await page.close()
  }
}

/** The plain form in a browser that never saw it. */
async function startPlain(page: Page, address: string): Promise<number> {
  await slowly(page)
  return took(async () => {
    await page.goto(address, { waitUntil: 'commit' })
    await page.locator('#survey input').first().waitFor()
  })
}

export async function measureOfflineStart(form: FormToMeasure): Promise<Measure[]> {
  const browser = await chromium.launch(chromiumOptions)
  const times = { ours: [] as number[], plain: [] as number[] }
  try {
    const tablet = await (await browser.newContext({ viewport: { width: 800, height: 1280 } })).newPage()
    await tabletOf(tablet, form)
    for (let start = 0; start < starts; start += 1) {
      times.ours.push(await startOffline(tablet, form.host.url + form.formPath))
      const context = await browser.newContext({ viewport: { width: 800, height: 1280 } })
      times.plain.push(await startPlain(await context.newPage(), form.site.surveyAddress))
      await context.close()
    }
  } finally {
    await browser.close()
  }
  const ours = median(times.ours)
  const plain = median(times.plain)
  return [
    {
      name: 'reception-offline-start-ratio',
      value: Math.round((ours / plain) * 100) / 100,
      unit: 'ratio',
      bound: { most: 0.6 },
      detail: `${Math.round(ours)} ms without a network, PIN typed and its key derived, over ${Math.round(plain)} ms of the SurveyJS form's first start; both slowed ${slowdown} times, medians of ${starts}, interleaved`,
    },
  ]
}
