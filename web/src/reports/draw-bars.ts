/** Draws bars by Observable Plot. A chunk of its own: the library is larger than all desks together. */
import { axisX, barX, plot, ruleX, text } from '@observablehq/plot'
import type { Bar } from './report-reading.ts'

/** Blue, green, sand, and the blue of a tint's edge: by the look's own names, so that they change with it. */
const colours = ['var(--blue)', 'var(--green)', 'var(--sand-edge)', 'var(--edge)']

export interface Drawing {
  readonly bars: readonly Bar[]
  /** In the order in which they stand under each other. */
  readonly series: readonly string[]
  readonly widthPixels: number
  /** What a screen reader says of the picture. */
  readonly says: string
}

const barPixels = 17
const gapPixels = 14

/**
 * One group of bars for each place, each bar with its figure at its end, a dash where it is left out. Plot brings a
 * style element along, which the content security policy blocks: it is taken out before the picture is shown, and
 * `reports.css` says the same (docs/adr/0008-charts.md).
 */
export function drawBars({ bars, series, widthPixels, says }: Drawing): Element {
  const places = [...new Set(bars.map(({ place }) => place))]
  const shown = bars.filter(({ value }) => value !== null)
  const leftOut = bars.filter(({ value }) => value === null)
  const longest = Math.max(...places.map(place => place.length), 0)
  const picture = plot({
    className: 'chart-picture',
    ariaLabel: says,
    width: widthPixels,
    height: places.length * (series.length * barPixels + gapPixels) + 50,
    marginLeft: Math.min(130, 16 + longest * 8),
    marginRight: 36,
    marginTop: 6,
    marginBottom: 34,
    x: { zero: true, nice: true, label: null },
    y: { domain: [...series], axis: null, padding: 0.08 },
    fy: { domain: places, label: null, padding: 0.18, axis: 'left', tickSize: 0 },
    color: { domain: [...series], range: colours.slice(0, series.length) },
    marks: [
      axisX({ ticks: 4, tickFormat: (value: number) => (Number.isInteger(value) ? String(value) : '') }),
      ruleX([0], { stroke: 'var(--edge)' }),
      barX(shown, { x: 'value', y: 'series', fy: 'place', fill: 'series' }),
      text(shown, { x: 'value', y: 'series', fy: 'place', text: 'value', textAnchor: 'start', dx: 5 }),
      text(leftOut, { x: 0, y: 'series', fy: 'place', text: () => '–', textAnchor: 'start', dx: 5 }),
    ],
  })
  for (const style of picture.querySelectorAll('style')) style.remove()
  picture.setAttribute('role', 'img')
  for (const part of picture.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label') // one image, one sentence
  return picture
}
