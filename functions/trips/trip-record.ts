/** A trip, its seats and what it knows of a returnee's way on, as they stand in the registry. */
import * as z from 'zod/mini'
import { DistrictCode, PostCode } from '../platform/places.ts'
import { type Stored, storedShape } from '../platform/stored.ts'
import { tripStates } from './trip.ts'

export const storedTrip = storedShape(1, () =>
  z.object({
    tripId: z.string(),
    post: PostCode,
    plate: z.string(),
    driver: z.object({ name: z.string(), sex: z.literal([1, 2]) }),
    /** With the officer who named them: another one stands for it when the trip leaves. */
    escort: z.optional(z.object({ name: z.string(), namedBy: z.optional(z.string()) })),
    seats: z.int(),
    stops: z.array(DistrictCode),
    departsAt: z.string(),
    arrivesAt: z.string(),
    state: z.enum(tripStates),
    /** How many seats are taken: never more than there are, by the condition of the write that takes one. */
    taken: z.int(),
    contentHash: z.string(),
    receivedAt: z.string(),
    departedAt: z.optional(z.string()),
    /** Who was set down, by their return events, and by which command; what follows from it is done one by one. */
    arrival: z.optional(z.object({ commandId: z.string(), at: z.string(), setDown: z.array(z.string()) })),
    /** Until all that follows from the arrival is done the trip stands among the open ones of its post. */
    lookupKey: z.optional(z.string()),
    revision: z.int(),
  }),
)
export type Trip = Stored<typeof storedTrip>

export const storedTripCommand = storedShape(1, () => z.object({ contentHash: z.string(), receivedAt: z.string() }))
export type TripCommand = Stored<typeof storedTripCommand>

/** TAKEN: they ride, or rode. FREED: they gave it up before the trip left. SET_DOWN: what follows from it is done. */
export const seatStates = ['TAKEN', 'FREED', 'SET_DOWN'] as const

export const storedSeat = storedShape(1, () =>
  z.object({
    returnEventId: z.string(),
    personId: z.string(),
    /** Where the return event stands. */
    batchId: z.string(),
    slot: z.string(),
    displayNumber: z.string(),
    adultId: z.optional(z.string()),
    state: z.enum(seatStates),
    revision: z.int(),
  }),
)
export type Seat = Stored<typeof storedSeat>

export const storedOnward = storedShape(1, () =>
  z.object({
    returnEventId: z.string(),
    /** The last trip on which they took a seat and did not give it up; whether it still holds, the trip says. */
    tripId: z.optional(z.string()),
    /** Return events of those they do not ride with. */
    apart: z.optional(z.array(z.string())),
    revision: z.int(),
  }),
)
export type Onward = Stored<typeof storedOnward>

/** Whether a trip keeps somebody who has a seat on it from another one: they are on it, or it has brought them home. */
export const holdsThem = ({ state, arrival }: Trip, returnEventId: string): boolean =>
  state === 'PLANNED' ||
  state === 'DEPARTED' ||
  (state === 'ARRIVED' && arrival?.setDown.includes(returnEventId) === true)
