/** Trips as they are planned and shown. No AWS: the web imports this file. */
import * as z from 'zod/mini'
import { CommandVersions, DeviceTime, Id, Instant, isNamedOnce, isOnce, ShortText } from '../platform/fields.ts'
import { DistrictCode, PostCode } from '../platform/places.ts'
import { isDisplayNumber } from '../registration/display-number.ts'
import { tripRules } from './trip-rules.ts'

export const tripStates = ['PLANNED', 'DEPARTED', 'ARRIVED', 'CANCELLED'] as const
export type TripState = (typeof tripStates)[number]

/** As many as a bus of the country carries. */
export const mostSeats = 70
/** As many people as one transaction carries with their seats and audit entries. */
export const mostAtOnce = 30
const longestHours = 24

export const DisplayNumber = z.string().check(
  z.maxLength(24),
  z.refine(number => isDisplayNumber(number), { params: { word: 'number-invalid' } }),
)

/** As it stands on the vehicle: letters, figures, blanks and hyphens. */
const Plate = z.string().check(z.trim(), z.toUpperCase(), z.regex(/^[A-Z0-9][A-Z0-9 -]{1,14}$/))

/** 1 a man, 2 a woman: whoever plans a trip knows the driver. */
const Driver = z.strictObject({ name: ShortText, sex: z.literal([1, 2]) })

/** Of the vehicle and its way. Seats are those for passengers, without the driver's and the escort's. */
const planned = {
  plate: Plate,
  driver: Driver,
  /** A social worker or an officer who rides all the way; no adult of a child (domain.md 2.5). */
  escort: z.optional(z.strictObject({ name: ShortText })),
  seats: z.int().check(z.minimum(1), z.maximum(mostSeats)),
  /** Districts, in the order in which the vehicle comes to them. */
  stops: z.array(DistrictCode).check(z.minLength(1), z.maxLength(10), isNamedOnce),
  departsAt: Instant,
  /** When it is expected at its last stop. */
  arrivesAt: Instant,
}

const hoursOf = ({ departsAt, arrivesAt }: { departsAt: string; arrivesAt: string }): number =>
  (Date.parse(arrivesAt) - Date.parse(departsAt)) / 3_600_000

const endsAfterItBegins = z.refine<{ departsAt: string; arrivesAt: string }>(
  times => hoursOf(times) > 0 && hoursOf(times) <= longestHours,
  { path: ['arrivesAt'], params: { word: 'out-of-order' } },
)

const said = { versions: CommandVersions, deviceTime: DeviceTime }

export const PlanTrip = z.strictObject({ ...said, post: PostCode, ...planned }).check(endsAfterItBegins)
export type PlanTrip = z.infer<typeof PlanTrip>

/** The whole of it anew, for a plan as its officer saw it. */
export const ChangeTrip = z
  .strictObject({ ...said, ...planned, revision: z.int().check(z.positive()) })
  .check(endsAfterItBegins)

const manyNumbers = z.array(DisplayNumber).check(z.maxLength(mostSeats), isNamedOnce)

export const TakeSeats = z.strictObject({
  ...said,
  passengers: z
    .array(
      z.strictObject({
        displayNumber: DisplayNumber,
        /** Of a child: the adult on this trip who answers for them. */
        adult: z.optional(DisplayNumber),
      }),
    )
    .check(
      z.minLength(1),
      z.maxLength(mostAtOnce),
      isOnce(({ displayNumber }) => displayNumber),
    ),
})
export type TakeSeats = z.infer<typeof TakeSeats>

export const FreeSeats = z.strictObject({
  ...said,
  passengers: z.array(DisplayNumber).check(z.minLength(1), z.maxLength(mostAtOnce), isNamedOnce),
})

export const DepartTrip = z.strictObject(said)
export const CancelTrip = z.strictObject(said)

/** Who was set down at their own stop; everybody else on board was not. */
export const ArriveTrip = z.strictObject({ ...said, setDown: manyNumbers })

/** Who must not ride with whom, and nothing of why. */
export const KeepApart = z.strictObject({
  ...said,
  pair: z.tuple([DisplayNumber, DisplayNumber]).check(isNamedOnce),
  /** False where it no longer holds. */
  apart: z.boolean(),
})

export const TripSummary = z.strictObject({
  tripId: Id,
  plate: z.string(),
  stops: z.array(DistrictCode),
  seats: z.int(),
  taken: z.int(),
  departsAt: Instant,
  arrivesAt: Instant,
  state: z.enum(tripStates),
})
export type TripSummary = z.infer<typeof TripSummary>

const TripPassenger = z.strictObject({
  displayNumber: z.string(),
  firstName: z.string(),
  district: DistrictCode,
  isChild: z.boolean(),
  adult: z.optional(z.string()),
  /** Once the trip is over. */
  setDown: z.optional(z.boolean()),
})

export const TripView = z.strictObject({
  ...TripSummary.shape,
  driver: Driver,
  escort: planned.escort,
  revision: z.int(),
  departedAt: z.optional(Instant),
  /** Cancelled, or arrived with all that follows from it done. */
  isOver: z.boolean(),
  /** Fewer than seats are taken where somebody ruled out who asks. */
  passengers: z.array(TripPassenger),
  /** What would keep who asks from letting it leave as it stands, and which numbers it is about. */
  problems: z.array(z.strictObject({ rule: z.enum(tripRules), numbers: z.array(z.string()) })),
})
export type TripView = z.infer<typeof TripView>

/** Somebody who wants to go on and has not left. */
export const OnwardPerson = z.strictObject({
  displayNumber: z.string(),
  firstName: z.string(),
  district: DistrictCode,
  village: z.optional(z.string()),
  isChild: z.boolean(),
  /** The same for those who came as one family. */
  householdId: z.optional(z.string()),
  /** The planned trip on which they have a seat. */
  tripId: z.optional(Id),
  /** No seat on a trip that leaves before dark. */
  needsBed: z.boolean(),
})
export type OnwardPerson = z.infer<typeof OnwardPerson>

export const OnwardView = z.strictObject({
  people: z.array(OnwardPerson),
  /** When it grows dark today: until then beds must be found. */
  darkFrom: Instant,
  approval: z.enum(['PROPOSAL', 'APPROVED']),
})
export type OnwardView = z.infer<typeof OnwardView>
