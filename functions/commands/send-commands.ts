import { endpoint } from '../platform/endpoint.ts'
import type { RefusalWord } from '../platform/refusals.ts'
import { ok } from '../platform/reply.ts'
import { type Command, type CommandAnswer, commandsRoutes } from './contract.ts'
import type { OwnAnswer } from './lambda-gateway.ts'
import { commandPlayer, type PlayParts, refusalAnswer } from './play-command.ts'

const stored = ({ status }: OwnAnswer): boolean => status < 300
const toTryAgain = ({ status }: OwnAnswer): boolean => status === 503

/** Why a command is not sent at all: what it depends on was not stored by this request, or not yet. */
function hindrance({ dependsOn }: Command, answered: ReadonlyMap<string, OwnAnswer>): RefusalWord | undefined {
  const unstored = dependsOn.map(id => answered.get(id)).filter(answer => answer === undefined || !stored(answer))
  if (unstored.length === 0) return undefined
  return unstored.every(answer => answer !== undefined && toTryAgain(answer)) ? 'try-again' : 'waits-for-refused'
}

/**
 * Plays each command to the function that owns its route, one after the other in the order sent, in the caller's own
 * name. Refusals: per command those of its own route, `command-unknown`, `waits-for-refused` for what depends on one that was
 * refused, broke or is not among those before it, and `try-again` for what the time did not suffice for. A command that
 * is refused or breaks its function never holds up one that does not depend on it.
 */
export const sendCommands = (parts: PlayParts) =>
  endpoint(commandsRoutes.sendCommands, async ({ body: { commands }, claims, receivedAt }) => {
    const play = commandPlayer(parts, receivedAt)
    const answered = new Map<string, OwnAnswer>()
    const answers: CommandAnswer[] = []
    for (const command of commands) {
      const { commandId, method, path, body } = command
      const hindered = hindrance(command, answered)
      const answer = hindered ? refusalAnswer(hindered) : await play(commandId, { method, path, body }, claims)
      answered.set(commandId, answer)
      answers.push({ commandId, ...answer })
    }
    return ok({ answers })
  })
