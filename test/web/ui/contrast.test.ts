/** The palette is readable in sunlight: every text on every ground it stands on keeps 7 to 1 (WCAG AAA), from the tokens themselves. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const file = readFileSync(join(import.meta.dirname, '../../../web/src/ui/tokens.css'), 'utf8')
const colours = new Map(
  [...file.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name = '', colour = '']) => [name, colour]),
)

/** Relative luminance by WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(start => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const colourOf = (name: string): string => {
  const colour = name === 'white' ? '#ffffff' : colours.get(name)
  if (colour === undefined) throw new Error(`no colour is called ${name}`)
  return colour
}

/** Which text stands on which ground. */
const grounds = {
  ink: ['paper', 'card', 'blue-tint', 'green-tint', 'sand-tint'],
  'ink-quiet': ['paper', 'card', 'blue-tint', 'still'],
  blue: ['paper', 'card', 'blue-tint'],
  'blue-deep': ['blue-tint'],
  green: ['paper', 'card'],
  'green-deep': ['green-tint'],
  sand: ['paper', 'card', 'sand-tint'],
  white: ['blue', 'green', 'green-deep'],
} as const

it.each(Object.entries(grounds).flatMap(([text, on]) => on.map(ground => [text, ground] as const)))(
  'keeps %s on %s at 7 to 1 or more',
  (text, ground) => {
    expect(contrast(colourOf(text), colourOf(ground))).toBeGreaterThanOrEqual(7)
  },
)

it('keeps the edge of what can be typed in or pressed at 4.5 to 1', () => {
  for (const ground of ['paper', 'card'])
    expect(contrast(colourOf('edge'), colourOf(ground))).toBeGreaterThanOrEqual(4.5)
})

it('would notice a text that is too pale', () => {
  expect(contrast('#767676', '#ffffff')).toBeLessThan(7)
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
})
