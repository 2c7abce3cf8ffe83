/**
 * The console as Lambda's runtime gives it to a function that logs as JSON: one object a line, with the request it
 * belongs to. Many requests run at once here, so each carries its id along.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

const requests = new AsyncLocalStorage<string>()

/** Runs what belongs to one request. */
export const inRequest = <T>(requestId: string, run: () => T): T => requests.run(requestId, run)

const levels = { debug: 'DEBUG', log: 'INFO', info: 'INFO', warn: 'WARN', error: 'ERROR' } as const

/** Replaces the global console of this thread. */
export function logAsLambda(): void {
  for (const [name, level] of Object.entries(levels)) {
    Reflect.set(console, name, (message: unknown) => {
      const line = { timestamp: new Date().toISOString(), level, requestId: requests.getStore(), message }
      process.stdout.write(`${JSON.stringify(line)}\n`)
    })
  }
}
