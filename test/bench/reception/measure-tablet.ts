/** What a tablet does by itself: opening the list of what waits, and keeping a part of a form. */
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { serveKit } from '../../web/kit-browser.ts'
import { type Measure, median } from '../measure.ts'
import { chromiumOptions } from './form-to-measure.ts'
import type { TabletCalls } from './tablet-calls.ts'

/** In the page. */
declare const tabletKit: TabletCalls

const lists = { few: 10, many: 500 }
const openings = 15
const savesPerBlock = 20
const blocks = 7

const openList = (page: Page) => page.evaluate(() => tabletKit.openList())

async function listTimes(few: Page, many: Page): Promise<{ few: number; many: number }> {
  await few.evaluate(count => tabletKit.keep(count), lists.few)
  await many.evaluate(count => tabletKit.keep(count), lists.many)
  await openList(few)
  await openList(many)
  const times = { few: [] as number[], many: [] as number[] }
  for (let turn = 0; turn < openings; turn += 1) {
    times.few.push(await openList(few))
    times.many.push(await openList(many))
  }
  return { few: median(times.few), many: median(times.many) }
}

async function saveTimes(page: Page): Promise<{ form: number; bare: number }> {
  const times = { form: [] as number[], bare: [] as number[] }
  for (let block = 0; block < blocks; block += 1) {
    times.form.push(...(await page.evaluate(turns => tabletKit.saveForms(turns), savesPerBlock)))
    times.bare.push(...(await page.evaluate(turns => tabletKit.putBare(turns), savesPerBlock)))
  }
  return { form: median(times.form), bare: median(times.bare) }
}

const ratio = (one: number, other: number): number => Math.round((one / other) * 100) / 100
const milliseconds = (time: number): string => `${Math.round(time * 10) / 10} ms`

export async function measureTablet(): Promise<Measure[]> {
  const server = await serveKit(join(import.meta.dirname, '../../web/outbox/bench-kit.tsx'))
  const browser = await chromium.launch(chromiumOptions)
  try {
    const [few, many] = await Promise.all(
      [0, 1].map(async () => {
        const page = await (await browser.newContext()).newPage()
        await page.goto(server.origin)
        await page.evaluate(() => tabletKit.begin())
        return page
      }),
    )
    if (few === undefined || many === undefined) throw new Error('the browser opened no page')
    const list = await listTimes(few, many)
    const save = await saveTimes(few)
    return [
      {
        name: 'outbox-open-ratio',
        value: ratio(list.many, list.few),
        unit: 'ratio',
        bound: { most: 3 },
        detail: `${milliseconds(list.many)} with ${lists.many} unsent over ${milliseconds(list.few)} with ${lists.few}, first rows with their names opened; medians of ${openings}, interleaved`,
      },
      {
        name: 'section-save-ratio',
        value: ratio(save.form, save.bare),
        unit: 'ratio',
        bound: { most: 2 },
        detail: `${milliseconds(save.form)}, sealed and durable, over ${milliseconds(save.bare)} of a bare strict put; medians of ${blocks * savesPerBlock}, in blocks`,
      },
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}
