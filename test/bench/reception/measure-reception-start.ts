/** How soon the intake form can be used on a phone of the middle class, by Lighthouse's mobile defaults. */
import lighthouse from 'lighthouse'
import puppeteer, { type Browser } from 'puppeteer-core'
import * as z from 'zod/mini'
import { type Measure, median } from '../measure.ts'
import { chromiumOptions, type FormToMeasure } from './form-to-measure.ts'

const runs = 5

const Report = z.object({
  categories: z.object({
    performance: z.object({ score: z.number() }),
    accessibility: z.object({ score: z.number() }),
  }),
  audits: z.record(z.string(), z.object({ score: z.nullable(z.number()), numericValue: z.optional(z.number()) })),
})
type Report = z.infer<typeof Report>

/** One look at a page by a browser that has never seen it. */
async function lookAt(address: string, tab: readonly [string, string] | undefined): Promise<Report> {
  const browser: Browser = await puppeteer.launch({ ...chromiumOptions, headless: true })
  try {
    const page = await browser.newPage()
    if (tab !== undefined)
      await page.evaluateOnNewDocument((name, content) => sessionStorage.setItem(name, content), ...tab)
    const result = await lighthouse(
      address,
      { onlyCategories: ['performance', 'accessibility'], logLevel: 'silent', disableStorageReset: true },
      undefined,
      page,
    )
    return Report.parse(result?.lhr)
  } finally {
    await browser.close()
  }
}

const interactive = ({ audits }: Report): number => {
  const milliseconds = audits['interactive']?.numericValue
  if (milliseconds === undefined) throw new Error('the page never became interactive')
  return milliseconds
}

const failed = ({ audits }: Report): string =>
  Object.entries(audits)
    .flatMap(([name, { score }]) => (score === 0 ? [name] : []))
    .join(', ')

export async function measureReceptionStart({ site, formAddress, tab }: FormToMeasure): Promise<Measure[]> {
  const ours: Report[] = []
  const plain: Report[] = []
  for (let run = 0; run < runs; run += 1) {
    ours.push(await lookAt(formAddress, tab))
    plain.push(await lookAt(site.surveyAddress, undefined))
  }
  const times = { ours: median(ours.map(interactive)), plain: median(plain.map(interactive)) }
  const percent = (category: 'performance' | 'accessibility', reports: readonly Report[]): number =>
    Math.round(median(reports.map(({ categories }) => categories[category].score)) * 100)
  const spoken = ours[0] === undefined ? '' : failed(ours[0])
  return [
    {
      name: 'reception-lighthouse-performance',
      value: percent('performance', ours),
      unit: 'of 100',
      bound: { least: 95 },
      detail: `median of ${runs}, mobile defaults; the SurveyJS form ${percent('performance', plain)}`,
    },
    {
      name: 'reception-lighthouse-accessibility',
      value: percent('accessibility', ours),
      unit: 'of 100',
      bound: { exactly: 100 },
      detail: spoken === '' ? 'no audit failed' : `audits at nought: ${spoken}`,
    },
    {
      name: 'reception-interactive-ratio',
      value: Math.round((times.ours / times.plain) * 100) / 100,
      unit: 'ratio',
      bound: { most: 0.5 },
      detail: `${Math.round(times.ours)} ms over ${Math.round(times.plain)} ms of the SurveyJS form; medians of ${runs}, interleaved`,
    },
  ]
}
