import type { Clock } from '../platform/clock.ts'
import { type Claims, endpoint } from '../platform/endpoint.ts'
import type { Log } from '../platform/log.ts'
import { isPassing } from '../platform/passing-errors.ts'
import type { RefusalWord } from '../platform/refusals.ts'
import { faultResponse, ok, problemResponse } from '../platform/reply.ts'
import { type Command, type CommandAnswer, commandsRoutes } from './contract.ts'
import type { CapabilityGateway, CommandOwner, OwnAnswer } from './lambda-gateway.ts'
import { isNestedTooDeep } from './nesting.ts'
import { matchRoute, type OwnedRoute } from './route-matching.ts'

/** An HTTP API answers within 30 s. After this long no further command is begun; the rest is the tablet's to send again. */
export const beginsWithinMilliseconds = 20_000
/** Nor is an answer awaited beyond this, so that all those before it still get theirs. */
export const answersWithinMilliseconds = 27_000

export interface SendCommandsParts {
  readonly rows: readonly OwnedRoute<CommandOwner>[]
  readonly gateway: CapabilityGateway
  readonly clock: Clock
  readonly log: Log
}

const refusal = (word: RefusalWord): OwnAnswer => {
  const { statusCode, body } = problemResponse({ refusal: word })
  return { status: statusCode, body: JSON.parse(body) }
}
const fault = (commandId: string): OwnAnswer => {
  const { statusCode, body } = faultResponse(commandId)
  return { status: statusCode, body: JSON.parse(body) }
}
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
export const sendCommands = ({ rows, gateway, clock, log }: SendCommandsParts) =>
  endpoint(commandsRoutes.sendCommands, async ({ body: { commands }, claims, receivedAt }) => {
    const elapsed = () => clock.now().getTime() - receivedAt.getTime()

    async function answerTo(command: Command, answered: ReadonlyMap<string, OwnAnswer>): Promise<OwnAnswer> {
      const hindered = hindrance(command, answered)
      if (hindered) return refusal(hindered)
      const matched = matchRoute(rows, command.method, command.path)
      if (!matched) return refusal('command-unknown')
      if (isNestedTooDeep(command.body)) return refusal('invalid-fields')
      if (elapsed() >= beginsWithinMilliseconds) return refusal('try-again')
      return play(command, matched, claims)
    }

    async function play(
      command: Command,
      matched: NonNullable<ReturnType<typeof matchRoute<CommandOwner>>>,
      of: Claims,
    ) {
      const signal = AbortSignal.timeout(Math.max(0, answersWithinMilliseconds - elapsed()))
      const { commandId, path, body } = command
      try {
        return await gateway.send({ matched, path, body, claims: of, requestId: commandId, signal })
      } catch (error) {
        log.fault('command-failed', error, { commandId, route: matched.route.name })
        return signal.aborted || isPassing(error) ? refusal('try-again') : fault(commandId)
      }
    }

    const answered = new Map<string, OwnAnswer>()
    const answers: CommandAnswer[] = []
    for (const command of commands) {
      const answer = await answerTo(command, answered)
      answered.set(command.commandId, answer)
      answers.push({ commandId: command.commandId, ...answer })
    }
    return ok({ answers })
  })
