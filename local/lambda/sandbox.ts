/** One running copy of a function, in a worker thread of its own. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { HostedFunction } from '../template/functions.ts'
import { findHandlerFile } from './handler-file.ts'
import type { LineLog } from './line-log.ts'
import type { FunctionError, Invocation, Ping, WorkerReply, WorkerStart } from './worker.ts'

export type InvocationOutcome =
  | { readonly result: string }
  /** The function threw, crashed or ran out of time. */
  | { readonly error: FunctionError }

export interface SandboxOptions {
  readonly hosted: HostedFunction
  /** The whole environment of the function: nothing of ours leaks into it. */
  readonly environment: Readonly<Record<string, string>>
  readonly log: LineLog
}

export interface Sandbox {
  invoke(event: string): Promise<InvocationOutcome>
  /** Whether its thread still turns; one that blocks it never answers. */
  answers(): Promise<boolean>
  readonly ended: boolean
  onEnd(tell: () => void): void
  end(): Promise<void>
}

const answersWithinMilliseconds = 1000

const failed = (errorType: string, errorMessage: string): InvocationOutcome => ({
  error: { errorType, errorMessage, trace: [] },
})
export const notStarted = (error: unknown): InvocationOutcome => failed('Runtime.ImportModuleError', String(error))
const exited = failed('Runtime.ExitError', 'the function ended in the middle of an invocation')

/** Rejects where the bundle cannot be loaded. */
export async function startSandbox({ hosted, environment, log }: SandboxOptions): Promise<Sandbox> {
  const { file, exportName } = await findHandlerFile(hosted.folder, hosted.handler)
  const data: WorkerStart = {
    file,
    exportName,
    functionName: hosted.name,
    functionArn: hosted.arn,
    memoryMegabytes: hosted.memoryMegabytes,
  }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: data,
    env: { ...environment },
    stdout: true,
    stderr: true,
    execArgv: [],
  })
  log.follow(worker.stdout)
  log.follow(worker.stderr)

  const waiting = new Map<string, (outcome: InvocationOutcome) => void>()
  const pings = new Map<string, () => void>()
  const { promise: ready, resolve: isReady, reject: isBroken } = Promise.withResolvers<void>()
  let ended = false
  let tellEnd = (): void => {}

  worker.on('message', (message: WorkerReply) => {
    if (message.kind === 'ready') isReady()
    else if (message.kind === 'pong') pings.get(message.id)?.()
    else waiting.get(message.id)?.(message.kind === 'result' ? { result: message.result } : { error: message.error })
  })
  worker.on('error', error => {
    log.write({ level: 'ERROR', message: 'function-crashed', error: String(error) })
    isBroken(error)
  })
  worker.on('exit', code => {
    ended = true
    isBroken(new Error(`exited with ${code}`))
    for (const tell of waiting.values()) tell(exited)
    tellEnd()
  })
  await ready

  return {
    get ended() {
      return ended
    },
    onEnd(tell) {
      tellEnd = tell
    },
    async invoke(event) {
      if (ended) return exited
      const id = randomUUID()
      const milliseconds = hosted.timeoutSeconds * 1000
      const { promise, resolve } = Promise.withResolvers<InvocationOutcome>()
      waiting.set(id, resolve)
      const timedOut = `Task timed out after ${hosted.timeoutSeconds} seconds`
      const timer = setTimeout(() => resolve(failed('Sandbox.Timedout', timedOut)), milliseconds)
      const invocation: Invocation = { kind: 'invoke', id, event, deadlineEpochMilliseconds: Date.now() + milliseconds }
      worker.postMessage(invocation)
      const outcome = await promise
      clearTimeout(timer)
      waiting.delete(id)
      if ('error' in outcome)
        log.write({ level: 'ERROR', message: 'invocation-failed', requestId: id, ...outcome.error })
      return outcome
    },
    async answers() {
      const id = randomUUID()
      const pong = new Promise<true>(resolve => pings.set(id, () => resolve(true)))
      worker.postMessage({ kind: 'ping', id } satisfies Ping)
      const answered = await Promise.race([pong, pause(answersWithinMilliseconds, false)])
      pings.delete(id)
      return answered
    },
    async end() {
      await worker.terminate()
    },
  }
}
