/** The local host in a process of its own: started as `npm start` starts it, killed as a power cut would. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { type RunningHost, runningHost } from '../../local/running-host.ts'

export interface HostDoor extends RunningHost {
  /** Runs a schedule now and gives what its function answered. */
  runSchedule(name: string): Promise<unknown>
  schedules(): Promise<readonly string[]>
  /** Waits until every stream has been followed to its end and every event delivered. */
  settled(): Promise<void>
  /** By a function's name, what it finds in its environment: its access key too. */
  functions(): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>>
}

export interface HostProcess extends HostDoor {
  /** Ends the host as a power cut would; the data folder stays. */
  kill9(): Promise<void>
  /** Ends the host in good order; the data folder stays. */
  stop(): Promise<void>
}

export interface HostProcessOptions {
  readonly assemblyFolder: string
  readonly dataFolder: string
  /** A free one unless told. */
  readonly port?: number | undefined
}

/** A busy machine's patience, and no claim about speed: that is the benchmark's. */
const readyWithinMilliseconds = 240_000
const hostFile = join(import.meta.dirname, '..', '..', 'local', 'host.ts')

async function ready(child: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let printed = ''
  const read = (part: Buffer): void => {
    printed += part.toString()
    if (/^Kamohelo is ready on /m.test(printed)) resolve()
  }
  child.stdout?.on('data', read)
  child.stderr?.on('data', read)
  child.once('exit', code => reject(new Error(`the host ended with ${code}:\n${printed}`)))
  const timer = setTimeout(() => reject(new Error(`the host is not ready:\n${printed}`)), readyWithinMilliseconds)
  await promise.finally(() => clearTimeout(timer))
}

const Schedules = z.object({ schedules: z.array(z.string()) })
const Functions = z.object({ functions: z.record(z.string(), z.record(z.string(), z.string())) })

/** The host that runs on a data folder, and its own door beside the product's. */
export function hostOn(dataFolder: string): HostDoor {
  const host = runningHost(dataFolder)
  async function ask(path: string, method = 'GET'): Promise<unknown> {
    const response = await fetch(`${host.adminUrl}${path}`, { method })
    const answer: unknown = await response.json()
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`)
    return answer
  }
  return {
    ...host,
    runSchedule: name => ask(`/schedules/${encodeURIComponent(name)}/run`, 'POST'),
    schedules: async () => Schedules.parse(await ask('/schedules')).schedules,
    settled: async () => void (await ask('/settled')),
    functions: async () => Functions.parse(await ask('/functions')).functions,
  }
}

export async function startHostProcess({
  assemblyFolder,
  dataFolder,
  port = 0,
}: HostProcessOptions): Promise<HostProcess> {
  const environment = {
    ...process.env,
    KAMOHELO_ASSEMBLY: assemblyFolder,
    KAMOHELO_DATA: dataFolder,
    PORT: String(port),
  }
  // By the channel the host learns that the test run is gone, however that ended, and ends too.
  const stdio = ['ignore', 'pipe', 'pipe', 'ipc'] as const
  const child = spawn(process.execPath, [hostFile], { env: environment, stdio: [...stdio] })
  await ready(child)

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill(signal)
    await exit
  }
  return { ...hostOn(dataFolder), kill9: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}
