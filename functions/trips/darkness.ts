/**
 * When it is dark: nobody sets out alone then, and who has not left by then needs a bed. PROPOSAL: one pair of times for
 * the whole year and country, Lesotho time; the police and the Ministry of Transport have confirmed neither.
 * Pure: no clock, no network, no AWS.
 */
import { maseruDate, maseruTime } from '../platform/clock.ts'

export const darkness = { from: '18:00', until: '06:00', approval: 'PROPOSAL' } as const

const hourMilliseconds = 60 * 60 * 1000
/** A ride as long as the day reaches into the night, whenever it sets out. */
const dayHours = 12

export function isDark(at: Date): boolean {
  const time = maseruTime(at)
  return time >= darkness.from || time < darkness.until
}

export interface Times {
  /** UTC instants. */
  readonly departsAt: string
  readonly arrivesAt: string
}

/** Whether any part of the ride lies in the dark. */
export function ridesInTheDark({ departsAt, arrivesAt }: Times): boolean {
  const [from, to] = [new Date(departsAt), new Date(arrivesAt)]
  return isDark(from) || isDark(to) || to.getTime() - from.getTime() >= dayHours * hourMilliseconds
}

/**
 * When it grows dark on the day of `now` in Lesotho, which has no summer time: the hour until which beds must be found.
 * Before it is light that was the evening before.
 */
export function darkFrom(now: Date): Date {
  const evening = new Date(`${maseruDate(now)}T${darkness.from}:00+02:00`)
  return maseruTime(now) < darkness.until ? new Date(evening.getTime() - 24 * hourMilliseconds) : evening
}
