/**
 * A host for programs that are no tests: the benchmark and the pictures. On a data folder of its own that goes with it, and
 * a database in memory: how long a disk takes to sync is nothing that is measured.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDynamoDbLocal } from '../../local/dynamodb-local.ts'
import { type RunningHost, runningHost } from '../../local/running-host.ts'

const hostFile = join(import.meta.dirname, '..', '..', 'local', 'host.ts')

/** Starts a host, hands it over when it is ready, and ends it whatever happens. */
export async function withHost<T>(use: (host: RunningHost) => Promise<T>): Promise<T> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'kamohelo-host-'))
  const database = await startDynamoDbLocal()
  const child = spawn(process.execPath, [hostFile], {
    env: { ...process.env, KAMOHELO_DATA: dataFolder, PORT: '0', DYNAMODB_ENDPOINT: database.endpoint },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    let printed = ''
    for await (const part of child.stdout) {
      printed += String(part)
      if (printed.includes('Kamohelo is ready on')) break
    }
    return await use(runningHost(dataFolder))
  } finally {
    if (child.exitCode === null) {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    }
    await database.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}
