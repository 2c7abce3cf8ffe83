/** The desks in a real browser on the real host: signed in as any groups, looked at by rules that hold for every screen. */
import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import type { RunningHost } from '../../local/running-host.ts'
import { harmfulIn } from './harmful-words.ts'
import { inaccessible, type OpenedPage, openPage, type PageOptions, readable, tooWide } from './opened-page.ts'

export { inaccessible, launch, sizes } from './opened-page.ts'

export interface Desk extends OpenedPage {
  /** Looks at the screen as it stands. */
  readonly look: (screen: string) => Promise<void>
}

export async function openDesk(browser: Browser, host: RunningHost, options: PageOptions = {}): Promise<Desk> {
  const { page, complaints } = await openPage(browser, host, options)
  return {
    page,
    complaints,
    async look(screen) {
      expect([screen, harmfulIn(await readable(page))]).toEqual([screen, []])
      expect([screen, await tooWide(page)]).toEqual([screen, 0])
      expect([screen, await inaccessible(page)]).toEqual([screen, []])
      expect([screen, complaints]).toEqual([screen, []])
    },
  }
}
