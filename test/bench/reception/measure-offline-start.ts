/**
 * How soon an officer's form stands on an enrolled tablet that was switched off and on again without a network, on a
 * slow processor: until the PIN can be typed, and from the typed PIN to the form, with its key derived.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Page } from 'playwright-core'
import { beginFirstTime, enrol, palesa } from '../../web/device/officers-at-tablet.ts'
import { type Measure, median } from '../measure.ts'
import { chromiumOptions, type FormToMeasure } from './form-to-measure.ts'

const slowdown = 4
const starts = 7
/** Nothing is asked of a page while it starts: on a slow processor the asking takes its time. */
const startsWithin = 3_000

async function slowly(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
}

/** Enrolled, its officer known by a PIN, the form opened once with a network: as at the start of a day. */
async function tabletOf(page: Page, { host, formPath }: FormToMeasure): Promise<void> {
  await enrol(page, host)
  await beginFirstTime(page, host, palesa)
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
  while (!(await page.evaluate(async () => (await caches.match('/config.json')) !== undefined))) await pause(50)
  await page.goto(host.url + formPath)
  await openByPin(page)
  await page.context().setOffline(true)
}

/** By the page's own clock, from the start of the navigation: when the picture with it was drawn. */
interface Seen {
  readonly drawn: Readonly<Record<string, number>>
  readonly submitted?: number
}

/** In the page. */
declare const seen: Seen

/** Runs in the page before anything of its own, and asks it nothing while it starts. */
function watch(wanted: Readonly<Record<string, string>>): void {
  const drawn: Record<string, number> = {}
  const seen: { drawn: Record<string, number>; submitted?: number } = { drawn }
  const found = new Set<string>()
  Object.assign(globalThis, { seen })
  new MutationObserver(() => {
    for (const [name, selector] of Object.entries(wanted)) {
      if (found.has(name) || document.querySelector(selector) === null) continue
      found.add(name)
      requestAnimationFrame(() =>
        setTimeout(() => {
          drawn[name] = performance.now()
        }),
      )
    }
  }).observe(document, { childList: true, subtree: true })
  addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') seen.submitted = performance.now()
  })
}

const watched = { officers: '.door', form: 'form:has(input[type=text]) button[type=submit]', plain: '#survey input' }

async function drawn(page: Page, name: keyof typeof watched): Promise<number> {
  await page.waitForFunction(name => seen.drawn[name] !== undefined, name, { polling: 200 })
  return page.evaluate(name => seen.drawn[name] ?? Number.NaN, name)
}

async function openByPin(page: Page): Promise<void> {
  await page.getByRole('button', { name: palesa.initials, exact: true }).click()
  // ten digits a second: quicker than most, and not counted
  await page.getByLabel('Type your PIN').pressSequentially(palesa.pin, { delay: 100 })
  await page.keyboard.press('Enter')
  await pause(startsWithin)
  await page.getByLabel('Given names').waitFor()
}

/** A second start of the tablet's page, in a tab that never was open before. */
async function startOffline(tablet: Page, address: string): Promise<number> {
  const page = await tablet.context().newPage()
  try {
    await page.addInitScript(watch, watched)
    await slowly(page)
    await page.goto(address, { waitUntil: 'commit' })
    await pause(startsWithin)
    const officers = await drawn(page, 'officers')
    await openByPin(page)
    const form = await drawn(page, 'form')
    return officers + form - (await page.evaluate(() => seen.submitted ?? Number.NaN))
  } finally {
    await page.close()
  }
}

/** The plain form in a browser that never saw it. */
async function startPlain(page: Page, address: string): Promise<number> {
  await page.addInitScript(watch, watched)
  await slowly(page)
  await page.goto(address, { waitUntil: 'commit' })
  await pause(startsWithin)
  return drawn(page, 'plain')
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
