/** The whole system on this machine, for journeys: one that a whole run shares, or one of a file's own. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type HostDoor, type HostProcess, hostOn, startHostProcess } from './host-process.ts'
import { shared } from './shared.ts'

export type { HostDoor, HostProcess as LocalHost } from './host-process.ts'

export interface StartOptions {
  /** Kept after the host has ended; without it a new one that goes with the host's `stop`. */
  readonly dataFolder?: string
  /** The product's own unless told. */
  readonly assembly?: 'assembly' | 'fixture'
  readonly port?: number
}

export async function startHost(options: StartOptions = {}): Promise<HostProcess> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'kamohelo-host-')))
  const assemblyFolder = await shared(options.assembly ?? 'assembly')
  const host = await startHostProcess({ assemblyFolder, dataFolder, port: options.port })
  return {
    ...host,
    async stop() {
      await host.stop()
      if (options.dataFolder === undefined) await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/**
 * The product's host that the whole run shares: other files' people are in it too, so a file works at posts and in
 * districts of its own, and counts nothing that others may add to. The run ends it.
 */
export const sharedHost = async (): Promise<HostDoor> => hostOn(await shared('host'))
