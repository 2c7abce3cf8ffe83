import { endpoint } from '../platform/endpoint.ts'
import { notFound, ok } from '../platform/reply.ts'
import { registrationRoutes } from './contract.ts'
import { shownFullTier } from './full-tier.ts'
import { atTheirPosts } from './person-access.ts'
import type { PersonStore } from './person-store.ts'

/** A person who came back through a post of the caller's. To whoever they ruled out, they are not there. */
export const readPerson = (persons: PersonStore) =>
  endpoint(registrationRoutes.readPerson, async ({ params: { personId }, caller, scope }) => {
    const person = await persons.findPerson(personId, atTheirPosts(caller, scope))
    if (!person) return notFound()
    const { fast, full, consents, returns, revision } = person
    const shown = returns.map(({ returnEventId, batchId, displayNumber, receivedAt, priority }) => ({
      returnEventId,
      batchId,
      displayNumber,
      arrivedAt: receivedAt,
      priority,
    }))
    return ok({ personId, fast, full: shownFullTier(full), consents, returns: shown, revision }, [personId])
  })
