/** Waits for what a page can only say in its own time: Playwright's own wait takes the promise of an answer for a yes. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'

const most = 60_000

export async function eventually(
  page: Page,
  isSo: (asked: number | undefined) => Promise<boolean>,
  asked?: number,
): Promise<void> {
  const until = Date.now() + most
  while (!(await page.evaluate(isSo, asked))) {
    if (Date.now() > until) throw new Error('it never came to be so')
    await pause(50)
  }
}
