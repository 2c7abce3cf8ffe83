import { endpoint } from '../platform/endpoint.ts'
import { covers } from '../platform/permissions.ts'
import { created, notFound, refused } from '../platform/reply.ts'
import { tripsRoutes } from './contract.ts'
import { escortNamed } from './escort.ts'
import { planOf, setsOutInThePast } from './planned.ts'
import { saidBy, type TripParts } from './trip-command.ts'

/** Plans a trip from a post of the caller's; at another's the post is not there. */
export const planTrip = ({ trips, audit, receipt }: Pick<TripParts, 'trips' | 'audit' | 'receipt'>) =>
  endpoint(tripsRoutes.planTrip, async asked => {
    const { params, body, scope, caller, receivedAt } = asked
    const { tripId } = params
    if (!covers(scope, body.post)) return notFound()
    const standing = await trips.find(tripId, scope)
    if (!standing && setsOutInThePast(body, receivedAt)) return refused('departure-past')
    const { commandId: _trip, ...said } = saidBy(tripId, asked)
    const escort = escortNamed(body.escort, caller.officerId)
    const outcome = await trips.plan(
      { tripId, post: body.post, ...planOf(body), escort, ...said },
      audit.entry({ caller, action: 'planTrip', subjectId: tripId, commandId: tripId }),
    )
    return outcome === 'identifier-reused' ? refused(outcome) : created(receipt(tripId, outcome.receivedAt))
  })
