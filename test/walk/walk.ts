/**
 * One walk through every screen of the web, each opened as its user opens it, on a real host: for whoever looks at screens
 * as they stand. One walk at most in each language on one host: it works at a post and in a district of its own.
 */
import type { Browser, Page } from 'playwright-core'
import type { RunningHost } from '../../local/running-host.ts'
import { withHost } from '../harness/spawned-host.ts'
import { launch, openPage, type PageOptions, type Size, sizes } from '../web/opened-page.ts'
import { walkBoard } from './board.ts'
import { walkDistrict } from './district.ts'
import { walkDoors } from './doors.ts'
import { walkGiving } from './giving.ts'
import { walkOffices } from './offices.ts'
import { walkPractice } from './practice.ts'
import { walkProtection } from './protection.ts'
import { walkReception } from './reception.ts'
import { walkRecord } from './record.ts'
import { everyRoute, leftOut } from './routes.ts'
import { walkTablet } from './tablet.ts'
import { walkTrips } from './trips.ts'
import { type WalkWords, words } from './words.ts'

export type Language = keyof typeof words
const languages = ['en', 'st-LS'] as const satisfies readonly Language[]

/** A screen as it stands, in one of its two sizes. */
export interface Screen {
  readonly desk: string
  /** Of its own in the walk. */
  readonly name: string
  readonly language: Language
  readonly size: Size
  readonly page: Page
}

/** What the desks share: who walks, where, and how a screen is opened and shown. */
export interface Walker {
  readonly host: RunningHost
  readonly language: Language
  readonly said: WalkWords
  readonly post: (typeof places)[Language]['post']
  readonly district: (typeof places)[Language]['district']
  readonly open: (
    path: string,
    groups?: readonly string[],
    options?: Pick<PageOptions, 'serviceWorkers'>,
  ) => Promise<Page>
  /** Stops at the screen, in every size that is walked. */
  readonly see: (page: Page, name: string) => Promise<void>
}

interface Part {
  readonly desk: string
  /** What its users have beside a phone. */
  readonly large: Size
  readonly walk: (walker: Walker) => Promise<void>
}

/** In this order: reception begins with a post where nothing came, and the devices desk shows what a tablet enrolled. */
const parts: readonly Part[] = [
  { desk: 'doors', large: 'desktop', walk: walkDoors },
  { desk: 'reception', large: 'tablet', walk: walkReception },
  { desk: 'giving', large: 'desktop', walk: walkGiving },
  { desk: 'trips', large: 'tablet', walk: walkTrips },
  { desk: 'board', large: 'tablet', walk: walkBoard },
  { desk: 'record', large: 'tablet', walk: walkRecord },
  { desk: 'practice', large: 'tablet', walk: walkPractice },
  { desk: 'tablet', large: 'tablet', walk: walkTablet },
  { desk: 'district', large: 'desktop', walk: walkDistrict },
  { desk: 'protection', large: 'desktop', walk: walkProtection },
  { desk: 'offices', large: 'desktop', walk: walkOffices },
]

const places = {
  en: { post: 'MB', district: 'LS-A' },
  'st-LS': { post: 'FB', district: 'LS-E' },
} as const

/** For the camera of a browser that has none. */
const pretendCamera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']

interface WalkOptions {
  /** With a camera that only pretends: see `pretendCamera`. */
  readonly browser: Browser
  readonly host: RunningHost
  readonly language: Language
  /** Looks on a phone, and in the larger size that the users of a desk have: a tablet at reception, a desktop elsewhere. */
  readonly see: (screen: Screen) => Promise<void>
}

/** Nothing is on its way any more, and what was drawn is on the screen. */
async function settled(page: Page, said: WalkWords): Promise<void> {
  await page.getByText(said.shared['app.loading'], { exact: true }).first().waitFor({ state: 'hidden' })
  await page.evaluate(() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}

/** Faults where a step could not be taken, or where an address of the web was never opened. */
async function walk({ browser, host, language, see }: WalkOptions): Promise<void> {
  const said = words[language]
  const paths = new Set<string>()
  for (const { desk, large, walk: walkPart } of parts) {
    const inSizes = ['phone', large] as const
    const pages: Page[] = []
    let last = 'its first screen'
    const walker: Walker = {
      ...{ host, language, said, ...places[language] },
      async open(path, groups, options = {}) {
        const { page } = await openPage(browser, host, {
          ...{ path, language, size: inSizes[0], ...options },
          ...(groups === undefined ? {} : { groups }),
        })
        pages.push(page)
        return page
      },
      async see(page, name) {
        last = name
        for (const size of inSizes) {
          await page.setViewportSize(sizes[size])
          await settled(page, said)
          await see({ desk, name, language, size, page })
        }
        paths.add(new URL(page.url()).pathname)
      },
    }
    await walkPart(walker).catch((cause: unknown) => {
      throw new Error(`the walk in ${language} came no further than ${last} (${desk})`, { cause })
    })
    for (const page of pages) await page.context().close()
  }
  const unseen = leftOut(everyRoute(), paths)
  if (unseen.length > 0) throw new Error(`the walk never opens ${unseen.join(', ')}`)
}

/** Through every screen on a host of its own, in both languages side by side. */
export async function walkEverywhere(see: (screen: Screen) => Promise<void>): Promise<void> {
  const browser = await launch(...pretendCamera)
  try {
    await withHost(host => Promise.all(languages.map(language => walk({ browser, host, language, see }))))
  } finally {
    await browser.close()
  }
}
