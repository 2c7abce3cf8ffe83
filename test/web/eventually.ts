/** Waits for what a page can only say in its own time: Playwright's own wait takes the promise of an answer for a yes. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export async function eventually(
  page: Page,
  isSo: (asked: number | undefined) => Promise<boolean>,
  asked?: number,
  timeout = 60_000,
): Promise<void> {
  await expect.poll(() => page.evaluate(isSo, asked), { timeout, interval: 50 }).toBe(true)
}
