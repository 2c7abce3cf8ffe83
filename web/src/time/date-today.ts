/**
 * The date that a form goes by: ages, what may be given, what lies in the future. On a tablet by its kept clock, which the
 * server set last (vault/kept-clock.ts): with the device's own years back, an adult would be a child and a baby not born.
 */
import { maseruDate } from '../../../functions/platform/clock.ts'

interface Look {
  /** Of the kept clock, in milliseconds since 1970. */
  readonly reading: number
  /** By the page's own timer, which nobody sets. */
  readonly at: number
}

let last: Look | undefined

/** The kept clock was looked at just now, and read this. */
export function noteReading(reading: number): void {
  last = { reading, at: performance.now() }
}

/** Milliseconds that passed for certain since the last look; 0 after a start. */
export const runningSinceLook = (): number => (last === undefined ? 0 : performance.now() - last.at)

/** The kept clock to within what the page ran since, a minute at most; undefined where it was not looked at yet. */
export const roughReading = (): number | undefined => last && last.reading + runningSinceLook()

/** In Lesotho; by the device's own clock where none is kept. */
export const dateToday = (): string => maseruDate(new Date(roughReading() ?? Date.now()))
