/** One command to the function that owns its route, within the time that one request has. */
import type { Clock } from '../platform/clock.ts'
import type { Claims } from '../platform/endpoint.ts'
import type { Log } from '../platform/log.ts'
import { isPassing } from '../platform/passing-errors.ts'
import type { RefusalWord } from '../platform/refusals.ts'
import { faultResponse, problemResponse } from '../platform/reply.ts'
import type { CapabilityGateway, CommandOwner, OwnAnswer } from './lambda-gateway.ts'
import { isNestedTooDeep } from './nesting.ts'
import { matchRoute, type OwnedRoute } from './route-matching.ts'
import type { RecordedCommand } from './sealed-record.ts'

/** An HTTP API answers within 30 s. After this long no further command is begun; the rest is the tablet's to send again. */
export const beginsWithinMilliseconds = 20_000
/** Nor is an answer awaited beyond this, so that all those before it still get theirs. */
export const answersWithinMilliseconds = 27_000

export interface PlayParts {
  readonly rows: readonly OwnedRoute<CommandOwner>[]
  readonly gateway: CapabilityGateway
  readonly clock: Clock
  readonly log: Log
}

/** Plays a command under an id of its own; the answer is its owner's, or one in an owner's form. */
export type PlayCommand = (id: string, command: RecordedCommand, claims: Claims) => Promise<OwnAnswer>

export const refusalAnswer = (word: RefusalWord): OwnAnswer => {
  const { statusCode, body } = problemResponse({ refusal: word })
  return { status: statusCode, body: JSON.parse(body) }
}
const faultAnswer = (id: string): OwnAnswer => {
  const { statusCode, body } = faultResponse(id)
  return { status: statusCode, body: JSON.parse(body) }
}

/**
 * Plays in the name of whoever the claims name. Refuses as the command's own route does, `command-unknown` where no
 * command's route is meant, and `try-again` for what the time since `startedAt` did not suffice for.
 */
export const commandPlayer = ({ rows, gateway, clock, log }: PlayParts, startedAt: Date): PlayCommand => {
  const elapsed = () => clock.now().getTime() - startedAt.getTime()

  return async (id, { method, path, body }, claims) => {
    const matched = matchRoute(rows, method, path)
    if (!matched) return refusalAnswer('command-unknown')
    if (isNestedTooDeep(body)) return refusalAnswer('invalid-fields')
    if (elapsed() >= beginsWithinMilliseconds) return refusalAnswer('try-again')
    const signal = AbortSignal.timeout(Math.max(0, answersWithinMilliseconds - elapsed()))
    try {
      return await gateway.send({ matched, path, body, claims, requestId: id, signal })
    } catch (error) {
      log.fault('command-failed', error, { commandId: id, route: matched.route.name })
      return signal.aborted || isPassing(error) ? refusalAnswer('try-again') : faultAnswer(id)
    }
  }
}
