/** What a desk sends about onward transport. */
import type { BodyOf } from '../../functions/platform/route.ts'
import type { tripsRoutes } from '../../functions/trips/contract.ts'
import type { PlanTrip, TakeSeats } from '../../functions/trips/trip.ts'

const versions = { contract: 1, rules: '2026-11-01' }
const deviceTime = '2026-11-22T09:59:00.000Z'
const said = { versions, deviceTime }

const hourMilliseconds = 3_600_000

/** By the clock of who asks: a plan lies in the future. By day in Lesotho, tomorrow. */
const tomorrowAt = (hour: number): string => {
  const day = new Date(Date.now() + 24 * hourMilliseconds).toISOString().slice(0, 10)
  return `${day}T${String(hour - 2).padStart(2, '0')}:00:00.000Z`
}

const aVehicle = () => ({
  plate: 'A 1234',
  driver: { name: 'Tau Mokone', sex: 1 as const },
  seats: 14,
  stops: ['LS-C' as const],
  departsAt: tomorrowAt(10),
  arrivesAt: tomorrowAt(13),
})

export const aPlanTrip = (override: Partial<PlanTrip> = {}): PlanTrip => ({
  ...said,
  post: 'MB',
  ...aVehicle(),
  ...override,
})
export const aChangeTrip = (
  override: Partial<BodyOf<typeof tripsRoutes.changeTrip>> = {},
): BodyOf<typeof tripsRoutes.changeTrip> => ({ ...said, ...aVehicle(), revision: 1, ...override })
export const aTakeSeats = (passengers: readonly (string | TakeSeats['passengers'][number])[]): TakeSeats => ({
  ...said,
  passengers: passengers.map(one => (typeof one === 'string' ? { displayNumber: one } : one)),
})
export const aFreeSeats = (passengers: readonly string[]) => ({ ...said, passengers: [...passengers] })
export const anArriveTrip = (setDown: readonly string[]) => ({ ...said, setDown: [...setDown] })
export const aKeepApart = (pair: readonly [string, string], apart = true) => ({ ...said, pair: [...pair], apart })
export const aDepartTrip = () => ({ ...said })
export const aCancelTrip = () => ({ ...said })
