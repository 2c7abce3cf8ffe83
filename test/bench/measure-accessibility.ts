/** Every screen of the web by the rules of WCAG 2.2 A and AA and the contrast of AAA: how many elements break one. */
import { walkEverywhere } from '../walk/walk.ts'
import { inaccessible } from '../web/opened-page.ts'
import type { Measure } from './measure.ts'

const mostNamed = 5

export async function measureAccessibility(): Promise<Measure[]> {
  let screens = 0
  const violations: string[] = []
  await walkEverywhere(async ({ name, language, size, page }) => {
    screens += 1
    const found = await inaccessible(page)
    violations.push(...found.map(one => `${name} (${language}, ${size}): ${one}`))
  })
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
