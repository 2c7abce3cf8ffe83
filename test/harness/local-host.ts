/** The whole system on this machine, for journeys: started as `npm start` starts it, killed as a power cut would. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { type RunningHost, runningHost } from '../../local/running-host.ts'
import { shared } from './shared.ts'

export interface LocalHost extends RunningHost {
  /** Runs a schedule now and gives what its function answered. */
  runSchedule(name: string): Promise<unknown>
  schedules(): Promise<readonly string[]>
  /** Waits until every stream has been followed to its end and every event delivered. */
  settled(): Promise<void>
  /** Ends the host as a power cut would; the data folder stays. */
  kill9(): Promise<void>
  /** Ends the host in good order; the data folder stays. */
  stop(): Promise<void>
}

export interface StartOptions {
  /** Kept after the host has ended; without it a new one that goes with the host's `stop`. */
  readonly dataFolder?: string
  /** The product's own unless told. */
  readonly assembly?: 'assembly' | 'fixture'
  readonly port?: number
}

const readyWithinMilliseconds = 60_000
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

export async function startHost(options: StartOptions = {}): Promise<LocalHost> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'kamohelo-host-')))
  const environment = {
    ...process.env,
    KAMOHELO_ASSEMBLY: await shared(options.assembly ?? 'assembly'),
    KAMOHELO_DATA: dataFolder,
    PORT: String(options.port ?? 0),
  }
  const child = spawn(process.execPath, [hostFile], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  await ready(child)
  const host = runningHost(dataFolder)

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) {
      const exit = once(child, 'exit')
      child.kill(signal)
      await exit
    }
  }
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
    kill9: () => end('SIGKILL'),
    async stop() {
      await end('SIGTERM')
      if (options.dataFolder === undefined) await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
