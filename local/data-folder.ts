/** The data folder: one host at a time, and `host.json`, which tells other programs where that host is. */
import { readFileSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod/mini'
import { isAlive } from './is-alive.ts'

const HostFile = z.object({
  url: z.string(),
  adminUrl: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  scope: z.string(),
  accessTokenSeconds: z.number(),
  pid: z.number(),
  /** The guardian of the database; none where another database is used. */
  databasePid: z.optional(z.number()),
  databaseEndpoint: z.string(),
})
export type HostFile = z.infer<typeof HostFile>

const Lock = z.object({ pid: z.number(), adminUrl: z.string() })

/** A sentence for the operator; no stack trace belongs to it. */
export class CannotStart extends Error {}

const hostFile = (folder: string): string => join(folder, 'host.json')
const lockFile = (folder: string): string => join(folder, 'host.lock')
const previousDatabaseEndsWithinMilliseconds = 10_000

const readJson = async (file: string): Promise<unknown> => {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text === undefined || text === '' ? undefined : JSON.parse(text)
}

/** What `KAMOHELO_DATA` says, `.local` beside the sources where it says nothing. */
export const chosenDataFolder = (): string =>
  resolve(process.env['KAMOHELO_DATA'] ?? join(import.meta.dirname, '..', '.local'))

/** The description of the host that last ran on that folder; undefined where none ever did. */
export function readHostFile(folder: string): HostFile | undefined {
  try {
    return HostFile.parse(JSON.parse(readFileSync(hostFile(folder), 'utf8')))
  } catch {
    return undefined
  }
}

export async function writeHostFile(folder: string, host: HostFile): Promise<void> {
  await writeFile(`${hostFile(folder)}.new`, `${JSON.stringify(host, undefined, 2)}\n`)
  await rename(`${hostFile(folder)}.new`, hostFile(folder))
}

const Identity = z.object({ pid: z.number(), dataFolder: z.string() })

/** A process id alone proves nothing after a restart of the machine: the holder must also say that it is the one. */
async function isHeld(folder: string, { pid, adminUrl }: z.infer<typeof Lock>): Promise<boolean> {
  try {
    const response = await fetch(`${adminUrl}/`, { signal: AbortSignal.timeout(2000) })
    const identity = Identity.parse(await response.json())
    return identity.pid === pid && identity.dataFolder === folder
  } catch {
    return false
  }
}

/** The database of a host that was killed ends by itself, but not at once; two at a time would spoil the data. */
async function waitForPreviousDatabase(folder: string): Promise<void> {
  const pid = readHostFile(folder)?.databasePid
  const deadline = Date.now() + previousDatabaseEndsWithinMilliseconds
  while (pid !== undefined && isAlive(pid) && Date.now() < deadline) await pause(50)
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined

const unusable = (folder: string, error: unknown): CannotStart =>
  new CannotStart(
    `The data folder ${folder} cannot be made or written to (${codeOf(error) ?? error}); choose another one with KAMOHELO_DATA.`,
  )

/**
 * Makes the folder, and the one for logs in it.
 * @throws CannotStart where that cannot be.
 */
export async function makeDataFolder(folder: string): Promise<void> {
  await mkdir(join(folder, 'logs'), { recursive: true }).catch(error => {
    throw unusable(folder, error)
  })
}

async function isLockFree(folder: string, adminUrl: string): Promise<boolean> {
  try {
    await writeFile(lockFile(folder), JSON.stringify({ pid: process.pid, adminUrl }), { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw unusable(folder, error)
  }
}

/**
 * Takes the folder, which exists, for this process. `adminUrl` already answers with our identity.
 * @throws CannotStart, naming the process that has it.
 */
export async function lockDataFolder(folder: string, adminUrl: string): Promise<{ release(): Promise<void> }> {
  while (!(await isLockFree(folder, adminUrl))) {
    const lock = Lock.safeParse(await readJson(lockFile(folder)))
    if (lock.success && (await isHeld(folder, lock.data)))
      throw new CannotStart(
        `The data folder ${folder} is in use by the host with process id ${lock.data.pid}; stop that one first, or choose another folder with KAMOHELO_DATA.`,
      )
    await rm(lockFile(folder), { force: true })
  }
  await waitForPreviousDatabase(folder)
  return { release: () => rm(lockFile(folder), { force: true }) }
}
