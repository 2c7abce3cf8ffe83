import { inject } from 'vitest'

/** What the run's global setup makes once: an endpoint or a folder. Faults with what went wrong there. */
export async function shared(what: 'database' | 'assembly' | 'fixture' | 'host'): Promise<string> {
  const reply = await fetch(new URL(`/${what}`, inject('sharedUrl')))
  const answer = await reply.text()
  if (!reply.ok) throw new Error(answer)
  return answer
}
