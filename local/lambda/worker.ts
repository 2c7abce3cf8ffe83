/**
 * Runs inside a worker thread: loads one function's bundle and serves invocations, many at a time.
 * Events and results cross as JSON text, since that is what a function gets and gives when deployed.
 */
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { inRequest, logAsLambda } from './console.ts'

export interface WorkerStart {
  readonly file: string
  readonly exportName: string
  readonly functionName: string
  readonly functionArn: string
  readonly memoryMegabytes: number
}

export interface Invocation {
  readonly kind: 'invoke'
  readonly id: string
  readonly event: string
  readonly deadlineEpochMilliseconds: number
}

export interface Ping {
  readonly kind: 'ping'
  readonly id: string
}

/** What went wrong, in the form Lambda gives it. */
export interface FunctionError {
  readonly errorType: string
  readonly errorMessage: string
  readonly trace: readonly string[]
}

export type WorkerReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'pong'; readonly id: string }
  | { readonly kind: 'result'; readonly id: string; readonly result: string }
  | { readonly kind: 'error'; readonly id: string; readonly error: FunctionError }

type Handler = (event: unknown, context: object) => unknown

const port = parentPort
if (port === null) throw new Error('worker.ts runs in a worker thread only')
const start: WorkerStart = workerData
const reply = (message: WorkerReply): void => port.postMessage(message)

function describe(error: unknown): FunctionError {
  return error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, trace: error.stack?.split('\n') ?? [] }
    : { errorType: typeof error, errorMessage: String(error), trace: [] }
}

const isHandler = (value: unknown): value is Handler => typeof value === 'function'

logAsLambda()
const bundle: Record<string, unknown> = await import(pathToFileURL(start.file).href)
const handler = bundle[start.exportName]
if (!isHandler(handler)) throw new Error(`${start.file} exports no function ${start.exportName}`)

const contextOf = ({ id, deadlineEpochMilliseconds }: Invocation): object => ({
  functionName: start.functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: start.functionArn,
  memoryLimitInMB: String(start.memoryMegabytes),
  awsRequestId: id,
  logGroupName: `/aws/lambda/${start.functionName}`,
  logStreamName: 'local',
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, deadlineEpochMilliseconds - Date.now()),
})

async function invoke(handle: Handler, invocation: Invocation): Promise<void> {
  try {
    const result = await inRequest(invocation.id, () => handle(JSON.parse(invocation.event), contextOf(invocation)))
    reply({ kind: 'result', id: invocation.id, result: JSON.stringify(result) ?? 'null' })
  } catch (error) {
    reply({ kind: 'error', id: invocation.id, error: describe(error) })
  }
}

port.on('message', (message: Invocation | Ping) => {
  if (message.kind === 'ping') reply({ kind: 'pong', id: message.id })
  else void invoke(handler, message)
})
reply({ kind: 'ready' })
