import { useLocation } from 'preact-iso'
import { registrationRoutes } from '../../../functions/registration/contract.ts'
import { type Answer, call } from '../api/client.ts'
import { useCommand } from '../api/use-command.ts'
import { personPath, usePost } from './desk-address.ts'
import { peopleKnownHere } from './intake/local-matches.ts'
import { standing } from './kept/effects.ts'

/** Opens the person whose slip has a number, typed or scanned. */
export function useNumberSearch() {
  const post = usePost()
  const { route } = useLocation()
  const { busy, no, send } = useCommand()
  const open = (displayNumber: string) => {
    const here = peopleKnownHere(standing.value).find(person => person.displayNumber === displayNumber)
    void send(
      async (): Promise<Answer<{ readonly personId: string }>> => {
        const answer = await call(registrationRoutes.findByNumber, { body: { displayNumber } })
        // a slip of this tablet's own that the system has not received yet
        return here !== undefined && !answer.ok ? { ok: true, value: here } : answer
      },
      ({ personId }) => route(personPath(post, personId)),
    )
  }
  return { busy, no, open }
}
