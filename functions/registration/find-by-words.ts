import { endpoint } from '../platform/endpoint.ts'
import { notFound, ok } from '../platform/reply.ts'
import { birthYear } from './age.ts'
import { type FoundPerson, registrationRoutes } from './contract.ts'
import { atTheirPosts } from './person-access.ts'
import type { PersonStore } from './person-store.ts'

/** The subject of a search that showed nobody. */
const nobody = 'nobody'

/**
 * Who took these two words at the post instead of a slip, the latest first: nobody's secret and not one person's alone,
 * so that the officer chooses by name and year, as among people of one name.
 */
export const findByWords = (persons: PersonStore) =>
  endpoint(registrationRoutes.findByWords, async ({ body: { post, words }, caller, scope }) => {
    const personIds = await persons.findByWords(post, words, scope)
    if (personIds === undefined) return notFound()
    const people = new Map(
      (await persons.findPersons(personIds, atTheirPosts(caller, scope))).map(person => [person.personId, person]),
    )
    const found = personIds.flatMap((personId): FoundPerson[] => {
      const person = people.get(personId)
      if (!person) return []
      const { names, birth, homeDistrict } = person.fast
      return [
        {
          personId,
          displayNumber: person.returns.at(-1)?.displayNumber ?? '',
          givenNames: names.givenNames,
          surname: names.surname,
          birthYear: birthYear(birth),
          district: homeDistrict,
        },
      ]
    })
    return ok({ people: found }, found.length === 0 ? [nobody] : found.map(({ personId }) => personId))
  })
