/** What a tablet has to fetch before the intake form can be used, as it travels. */
import { extname } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import type { Measure } from '../measure.ts'
import { chromiumOptions, type FormToMeasure } from './form-to-measure.ts'

const kilobytes = (bytes: number): number => Math.round(bytes / 100) / 10

/** Each file that the page asked for until its form stood, with its bytes packed by gzip. */
async function filesOf({ formAddress, tab }: FormToMeasure): Promise<ReadonlyMap<string, number>> {
  const browser = await chromium.launch(chromiumOptions)
  try {
    // the copy for starting without a network is fetched afterwards, and is not what the first form waits for
    const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 800, height: 1280 } })
    await context.addInitScript(([name, content]) => sessionStorage.setItem(name, content), tab)
    const page = await context.newPage()
    const asked: Promise<readonly [string, number]>[] = []
    page.on('response', response => {
      const { pathname } = new URL(response.url())
      if (pathname.startsWith('/v1/') || pathname === '/config.json' || !response.ok()) return
      asked.push(response.body().then(body => [pathname, gzipSync(body).length]))
    })
    await page.goto(formAddress)
    await page.locator('form button[type=submit]').waitFor()
    await page.waitForLoadState('networkidle')
    return new Map(await Promise.all(asked))
  } finally {
    await browser.close()
  }
}

export async function measureReceptionSize(form: FormToMeasure): Promise<Measure[]> {
  const files = [...(await filesOf(form))]
  const sum = (chosen: typeof files): number => chosen.reduce((total, [, bytes]) => total + bytes, 0)
  const scripts = files.filter(([path]) => extname(path) === '.js')
  const largest = [...scripts].sort(([, one], [, other]) => other - one).slice(0, 4)
  return [
    {
      name: 'reception-script-kilobytes-gzip',
      value: kilobytes(sum(scripts)),
      unit: 'kB',
      bound: { most: 100 },
      detail: `${scripts.length} scripts until the intake form stands; largest: ${largest.map(([path, bytes]) => `${path.replace('/assets/', '')} ${kilobytes(bytes)}`).join(', ')}`,
    },
    {
      name: 'reception-total-kilobytes-gzip',
      value: kilobytes(sum(files)),
      unit: 'kB',
      bound: { most: 170 },
      detail: `${files.length} files: pages, scripts, styles, pictures, fonts`,
    },
  ]
}
