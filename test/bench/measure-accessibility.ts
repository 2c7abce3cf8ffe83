/** Every screen of the web by the rules of WCAG 2.2 A and AA and the contrast of AAA: how many elements break one. */
import { withHost } from '../harness/spawned-host.ts'
import { languages, pretendCamera, walk } from '../walk/walk.ts'
import { inaccessible, launch } from '../web/opened-page.ts'
import type { Measure } from './measure.ts'

const mostNamed = 5

export async function measureAccessibility(): Promise<Measure[]> {
  const browser = await launch(...pretendCamera)
  let screens = 0
  const violations: string[] = []
  try {
    await withHost(host =>
      Promise.all(
        languages.map(language =>
          walk({
            ...{ browser, host, language, sizes: ['phone', 'large'] },
            async see({ name, size, page }) {
              screens += 1
              const found = await inaccessible(page)
              violations.push(...found.map(one => `${name} (${language}, ${size}): ${one}`))
            },
          }),
        ),
      ),
    )
  } finally {
    await browser.close()
  }
  const named = violations.slice(0, mostNamed).map(one => `; ${one.replaceAll(/\s+/g, ' ')}`)
  return [
    {
      name: 'accessibility-violations',
      value: violations.length,
      unit: 'count',
      bound: { most: 0 },
      detail: `${screens} screens looked at by axe, in both languages, on a phone and a tablet or desktop${named.join('')}`,
    },
  ]
}
