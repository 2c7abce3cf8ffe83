import { type FindMatches, type Match, registrationRoutes } from '../../../../functions/registration/contract.ts'
import { call, type No } from '../../api/client.ts'
import { peopleKnownHere, withLocalMatches } from '../intake/local-matches.ts'
import { standing } from './effects.ts'
import { keepMet, peopleMet } from './met-people.ts'
import { isWithoutServer } from './without-server.ts'

export interface FoundMatches {
  /** Why the server was not heard; the desk goes on with what the tablet knows. */
  readonly no: No | undefined
  readonly found: readonly Match[]
}

/**
 * People who may be the same: as the server says, and whom it has not received yet; without it, whom it showed here
 * before. `except`: the form's own record.
 */
export async function lookForMatches(candidate: FindMatches, except?: string): Promise<FoundMatches> {
  const answer = await call(registrationRoutes.findMatches, { body: candidate })
  const here = peopleKnownHere(standing.value, except)
  if (answer.ok) {
    const { matches } = answer.value
    // a full disk is told where a record is kept
    void keepMet(matches, candidate.sex).catch(() => undefined)
    return { no: undefined, found: withLocalMatches(matches, candidate, here) }
  }
  const isHere = new Set(here.map(({ personId }) => personId))
  // a server that said no to the search itself is not gone round
  const met = (isWithoutServer(answer) ? await peopleMet() : []).filter(({ personId }) => !isHere.has(personId))
  return { no: answer, found: withLocalMatches([], candidate, [...here, ...met]) }
}
