/** A trip as its post's officers see it. Pure: no clock, no network, no AWS. */
import type { TripSummary } from './trip.ts'
import type { Trip } from './trip-record.ts'

export const summaryOf = ({ tripId, plate, stops, seats, taken, departsAt, arrivesAt, state }: Trip): TripSummary => ({
  tripId,
  plate,
  stops: [...stops],
  seats,
  taken,
  departsAt,
  arrivesAt,
  state,
})
