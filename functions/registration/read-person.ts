import { endpoint } from '../platform/endpoint.ts'
import { notFound, ok } from '../platform/reply.ts'
import { registrationRoutes } from './contract.ts'
import { shownFullTier } from './full-tier.ts'
import { atTheirPosts } from './person-access.ts'
import type { PersonStore } from './person-store.ts'
import type { PersonVersion } from './person-version.ts'
import type { EarlierFacts } from './person-view.ts'

/** What an officer must tell from what holds today: an earlier name, number or home. Other answers stay in the record. */
const shownVersion = ({ replacedAt, basic, full }: PersonVersion): EarlierFacts => {
  const { destination, origin, otherPhone } = full ?? {}
  return {
    replacedAt,
    basic,
    ...((destination || origin || otherPhone) && { full: { destination, origin, otherPhone } }),
  }
}

/** A person who came back through a post of the caller's. To whoever they ruled out, they are not there. */
export const readPerson = (persons: PersonStore) =>
  endpoint(registrationRoutes.readPerson, async ({ params: { personId }, caller, scope }) => {
    const person = await persons.findPerson(personId, atTheirPosts(caller, scope))
    if (!person) return notFound()
    const { fast, full, consents, returns, revision } = person
    const earlier = (await persons.versionsOf(person)).map(shownVersion)
    const shown = returns.map(({ returnEventId, batchId, displayNumber, receivedAt, priority }) => ({
      returnEventId,
      batchId,
      displayNumber,
      arrivedAt: receivedAt,
      priority,
    }))
    return ok({ personId, fast, full: shownFullTier(full), consents, earlier, returns: shown, revision }, [personId])
  })
