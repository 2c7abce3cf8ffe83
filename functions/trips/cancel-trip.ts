import { endpoint } from '../platform/endpoint.ts'
import { tripsRoutes } from './contract.ts'
import { commanded, received, type TripParts } from './trip-command.ts'

/** Cancels a planned trip. Its seats hold nobody any more: whoever had one finds that the trip is off, and takes another. */
export const cancelTrip = (parts: TripParts) =>
  endpoint(tripsRoutes.cancelTrip, async asked => {
    const { tripId, cancellationId } = asked.params
    const outcome = await commanded(
      parts,
      { tripId, commandId: cancellationId, action: 'cancelTrip' },
      asked,
      async () => ({ remove: ['lookupKey', 'lookupOrder'] }),
    )
    return received(parts, cancellationId, outcome)
  })
