import { endpoint } from '../platform/endpoint.ts'
import { notFound, ok, refused } from '../platform/reply.ts'
import { registrationRoutes } from './contract.ts'
import { normaliseDisplayNumber } from './display-number.ts'
import { atTheirPosts } from './person-access.ts'
import type { PersonStore } from './person-store.ts'

/** Who holds a slip, typed or read out as it may be. A number that does not check out was misread: that is said. */
export const findByNumber = (persons: PersonStore) =>
  endpoint(registrationRoutes.findByNumber, async ({ body, caller, scope }) => {
    const displayNumber = normaliseDisplayNumber(body.displayNumber)
    if (!displayNumber) return refused('number-invalid')
    const returned = await persons.findByNumber(displayNumber)
    const person = returned && (await persons.findPerson(returned.personId, atTheirPosts(caller, scope)))
    if (!person) return notFound()
    return ok({ personId: person.personId, returnEventId: returned.returnEventId }, [person.personId])
  })
