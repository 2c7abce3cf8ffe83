/**
 * Runs one function: its sandbox is started by the first invocation and serves many at a time.
 * A function that crashes takes its running invocations with it; the next one finds a new sandbox.
 */
import { type InvocationOutcome, notStarted, type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts'

export type { InvocationOutcome } from './sandbox.ts'

export interface FunctionRunner {
  /** Hands over an event as JSON; waits for what the handler returns, as JSON. */
  invoke(event: string): Promise<InvocationOutcome>
  stop(): Promise<void>
}

const timedOut = (outcome: InvocationOutcome): boolean =>
  'error' in outcome && outcome.error.errorType === 'Sandbox.Timedout'

export function createRunner(options: SandboxOptions): FunctionRunner {
  let current: Promise<Sandbox> | undefined
  /** While it is not known whether a sandbox still turns, invocations wait to hear. */
  let doubt: Promise<void> | undefined

  async function sandbox(): Promise<Sandbox> {
    await doubt
    if (current !== undefined) return current
    const starting = startSandbox(options)
    const gone = (): void => {
      if (current === starting) current = undefined
    }
    current = starting
    starting.then(started => (started.ended ? gone() : started.onEnd(gone)), gone)
    return starting
  }

  /** A handler that waits for something may go on; one that blocks its thread is ended, the sandbox with it. */
  async function endIfStuck(target: Sandbox): Promise<void> {
    if (!(await target.answers())) await target.end()
  }

  return {
    async invoke(event) {
      let target: Sandbox
      try {
        target = await sandbox()
      } catch (error) {
        return notStarted(error)
      }
      const outcome = await target.invoke(event)
      if (timedOut(outcome)) doubt = endIfStuck(target)
      return outcome
    },
    async stop() {
      const running = await current?.catch(() => undefined)
      current = undefined
      await running?.end()
    },
  }
}
