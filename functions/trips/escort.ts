/**
 * Whose word an escort rests on. A name that one officer typed lifts no rule: it counts for a plan, and for the ride once
 * somebody who answers for the post, and did not name them, lets it leave. Pure: no clock, no network, no AWS.
 */
import type { Caller } from '../platform/caller.ts'
import { rolesAt } from '../platform/permissions.ts'
import type { Trip } from './trip-record.ts'

type Escort = Trip['escort']

/** Who is named keeps the officer who named them first, whoever changes something else of the plan. */
export const escortNamed = (
  escort: { readonly name: string } | undefined,
  officerId: string,
  before?: Escort,
): Escort => escort && { name: escort.name, namedBy: before?.name === escort.name ? before.namedBy : officerId }

/** The ride as it is planned: an escort is promised. */
export const asPlanned = <Plan extends { readonly escort?: unknown }>(plan: Plan) => ({
  ...plan,
  hasEscort: plan.escort !== undefined,
})

/** The ride as this officer may let it leave. */
export function asLeavesWith<Ride extends Pick<Trip, 'escort' | 'post'>>(
  ride: Ride,
  { officerId, grants }: Caller,
): Ride & { readonly hasEscort: boolean } {
  const namedBy = ride.escort?.namedBy
  const isSecond = namedBy !== undefined && namedBy !== officerId
  return { ...ride, hasEscort: isSecond && rolesAt('escort.confirm', grants, ride.post).length > 0 }
}
