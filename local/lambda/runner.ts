/**
 * Runs the template's functions: one worker thread each, started by its first invocation.
 * A function that crashes takes its running invocations with it, as a sandbox does, and is started anew by the next.
 */
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

export interface FunctionRunner {
  /** Hands over an event as JSON; waits for what the handler returns, as JSON. */
  invoke(event: string): Promise<InvocationOutcome>
  stop(): Promise<void>
}

export interface RunnerOptions {
  readonly hosted: HostedFunction
  /** The whole environment of the function: nothing of ours leaks into it. */
  readonly environment: Readonly<Record<string, string>>
  readonly log: LineLog
}

const answersPingWithinMilliseconds = 1000

type Waiting = (outcome: InvocationOutcome) => void

interface Sandbox {
  readonly worker: Worker
  readonly waiting: Map<string, Waiting>
  readonly pings: Map<string, () => void>
}

const failed = (errorType: string, errorMessage: string): InvocationOutcome => ({
  error: { errorType, errorMessage, trace: [] },
})

export function createRunner({ hosted, environment, log }: RunnerOptions): FunctionRunner {
  let current: Promise<Sandbox> | undefined

  async function start(gone: () => void): Promise<Sandbox> {
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
    const sandbox: Sandbox = { worker, waiting: new Map(), pings: new Map() }
    const { promise: ready, resolve, reject } = Promise.withResolvers<void>()
    worker.on('message', (message: WorkerReply) => {
      if (message.kind === 'ready') resolve()
      else if (message.kind === 'pong') sandbox.pings.get(message.id)?.()
      else {
        const waiting = sandbox.waiting.get(message.id)
        sandbox.waiting.delete(message.id)
        waiting?.(message.kind === 'result' ? { result: message.result } : { error: message.error })
      }
    })
    worker.on('error', error => {
      log.write({ level: 'ERROR', message: 'function-crashed', error: String(error) })
      reject(error)
    })
    worker.on('exit', code => {
      gone()
      reject(new Error(`exited with ${code}`))
      for (const waiting of sandbox.waiting.values()) waiting(failed('Runtime.ExitError', `exited with ${code}`))
      sandbox.waiting.clear()
    })
    await ready
    return sandbox
  }

  function sandbox(): Promise<Sandbox> {
    if (current !== undefined) return current
    const gone = (): void => {
      if (current === starting) current = undefined
    }
    const starting = start(gone)
    starting.catch(gone)
    current = starting
    return starting
  }

  /** A handler that waits for something may go on; one that blocks its thread is ended, its sandbox with it. */
  async function endIfStuck({ worker, pings }: Sandbox): Promise<void> {
    const id = randomUUID()
    const pong = new Promise<true>(resolve => pings.set(id, () => resolve(true)))
    worker.postMessage({ kind: 'ping', id } satisfies Ping)
    const answered = await Promise.race([pong, pause(answersPingWithinMilliseconds, false)])
    pings.delete(id)
    if (!answered) await worker.terminate()
  }

  async function invoke(event: string): Promise<InvocationOutcome> {
    let target: Sandbox
    try {
      target = await sandbox()
    } catch (error) {
      return failed('Runtime.ImportModuleError', String(error))
    }
    const id = randomUUID()
    const milliseconds = hosted.timeoutSeconds * 1000
    const { promise, resolve } = Promise.withResolvers<InvocationOutcome>()
    target.waiting.set(id, resolve)
    const timer = setTimeout(() => {
      target.waiting.delete(id)
      log.write({ level: 'ERROR', message: 'function-timed-out', requestId: id, seconds: hosted.timeoutSeconds })
      resolve(failed('Sandbox.Timedout', `Task timed out after ${hosted.timeoutSeconds} seconds`))
      void endIfStuck(target)
    }, milliseconds)
    const invocation: Invocation = { kind: 'invoke', id, event, deadlineEpochMilliseconds: Date.now() + milliseconds }
    target.worker.postMessage(invocation)
    const outcome = await promise
    clearTimeout(timer)
    if ('error' in outcome) log.write({ level: 'ERROR', message: 'invocation-failed', requestId: id, ...outcome.error })
    return outcome
  }

  return {
    invoke,
    async stop() {
      const running = await current?.catch(() => undefined)
      current = undefined
      await running?.worker.terminate()
    },
  }
}
