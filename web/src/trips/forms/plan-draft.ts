/** A trip as it is typed, and read. Pure but for its signals. */
import { type Signal, signal } from '@preact/signals'
import { maseruDate, maseruTime } from '../../../../functions/platform/clock.ts'
import type { DistrictCode } from '../../../../functions/platform/places.ts'
import { mostSeats, type TripView } from '../../../../functions/trips/trip.ts'
import { readClock, timesOf } from '../plan-times.ts'

export interface PlanDraft {
  readonly plate: Signal<string>
  readonly driver: Signal<string>
  readonly driverSex: Signal<1 | 2 | undefined>
  readonly escort: Signal<string>
  readonly seats: Signal<string>
  readonly stops: Signal<readonly DistrictCode[]>
  /** `YYYY-MM-DD` */
  readonly day: Signal<string | undefined>
  readonly departs: Signal<string>
  readonly arrives: Signal<string>
}

const clockOf = (instant: string | undefined): string => (instant === undefined ? '' : maseruTime(new Date(instant)))

export const planDraft = (trip: TripView | undefined, today: string): PlanDraft => ({
  plate: signal(trip?.plate ?? ''),
  driver: signal(trip?.driver.name ?? ''),
  driverSex: signal(trip?.driver.sex),
  escort: signal(trip?.escort?.name ?? ''),
  seats: signal(trip === undefined ? '' : String(trip.seats)),
  stops: signal(trip?.stops ?? []),
  day: signal(trip === undefined ? today : maseruDate(new Date(trip.departsAt))),
  departs: signal(clockOf(trip?.departsAt)),
  arrives: signal(clockOf(trip?.arrivesAt)),
})

export const plateIn = ({ plate }: PlanDraft): string | undefined => {
  const read = plate.value.trim().toUpperCase()
  return /^[A-Z0-9][A-Z0-9 -]{1,14}$/.test(read) ? read : undefined
}
export const seatsIn = ({ seats }: PlanDraft): number | undefined => {
  const read = /^\d{1,2}$/.test(seats.value.trim()) ? Number(seats.value) : 0
  return read >= 1 && read <= mostSeats ? read : undefined
}

/** The plan as it is sent; undefined while something in it is missing or wrong. */
export function planIn(draft: PlanDraft) {
  const [plate, seats, departs, arrives] = [
    plateIn(draft),
    seatsIn(draft),
    readClock(draft.departs.value),
    readClock(draft.arrives.value),
  ]
  const [name, escort, sex, day] = [
    draft.driver.value.trim(),
    draft.escort.value.trim(),
    draft.driverSex.value,
    draft.day.value,
  ]
  if (plate === undefined || seats === undefined || departs === undefined || arrives === undefined) return undefined
  if (name === '' || sex === undefined || day === undefined || draft.stops.value.length === 0) return undefined
  return {
    ...{ plate, seats, stops: [...draft.stops.value], driver: { name, sex } },
    ...(escort === '' ? {} : { escort: { name: escort } }),
    ...timesOf(day, departs, arrives),
  }
}
