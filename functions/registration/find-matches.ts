import { endpoint } from '../platform/endpoint.ts'
import { ok } from '../platform/reply.ts'
import { birthYear } from './age.ts'
import { type Match, registrationRoutes } from './contract.ts'
import { blockKeys, suspectedDuplicates } from './duplicates.ts'
import { anywhere } from './person-access.ts'
import type { Person } from './person-record.ts'
import type { PersonStore } from './person-store.ts'

/** As many as an intake can answer (functions/intake/contract.ts), and as a person can look through. */
const mostMatches = 20

/** The subject of a search that showed nobody: who asks for name after name leaves a trace too. */
const nobody = 'nobody'

const compared = (person: Person) => ({
  ...person.fast.names,
  sex: person.fast.sex,
  birthYear: birthYear(person.fast.birth),
  district: person.fast.homeDistrict,
  person,
})

/**
 * People already known who may be the one at the desk, likeliest first, each with its reasons. The whole country is
 * searched, since a repeat returnee may have come through any post; whoever ruled the caller out is not shown.
 */
export const findMatches = (persons: PersonStore) =>
  endpoint(registrationRoutes.findMatches, async ({ body: candidate, caller }) => {
    const { givenNames, surname } = candidate
    const sameName = (await Promise.all(blockKeys(candidate).map(persons.lookUpName))).flat()
    // The key of the index says enough to choose whom to read; what is shown is judged by the record itself.
    const likeliest = suspectedDuplicates(
      candidate,
      sameName.map(key => ({ ...key, givenNames, surname })),
    )
    const ids = likeliest.slice(0, mostMatches).map(({ person }) => person.personId)
    const known = (await persons.findPersons(ids, anywhere(caller))).map(compared)
    const matches = suspectedDuplicates(candidate, known).map(({ person: { person }, reasons }): Match => {
      const { names, birth, homeDistrict } = person.fast
      return {
        personId: person.personId,
        displayNumber: person.returns.at(-1)?.displayNumber ?? '',
        givenNames: names.givenNames,
        surname: names.surname,
        birthYear: birthYear(birth),
        district: homeDistrict,
        reasons: [...reasons],
      }
    })
    return ok({ matches }, matches.length === 0 ? [nobody] : matches.map(({ personId }) => personId))
  })
