/** What a plan says but its escort (`escort.ts`), as it is kept. Pure: no clock, no network, no AWS. */
import type { PlanTrip } from './trip.ts'

type Planned = Omit<PlanTrip, 'versions' | 'deviceTime' | 'post'>

/** An hour's grace: a trip that is just leaving is still written down, and still leaves. */
const graceMilliseconds = 60 * 60 * 1000

export const setsOutInThePast = ({ departsAt }: Pick<Planned, 'departsAt'>, now: Date): boolean =>
  Date.parse(departsAt) < now.getTime() - graceMilliseconds

/** Instants are kept in one form, so that they sort. */
export const planOf = ({ plate, driver, seats, stops, departsAt, arrivesAt }: Planned) => ({
  ...{ plate, driver, seats, stops: [...stops] },
  departsAt: new Date(departsAt).toISOString(),
  arrivesAt: new Date(arrivesAt).toISOString(),
})
