/**
 * A queue that survives the host: a message is one file until it is delivered or given up.
 * Whatever a service has accepted (an event, an asynchronous invocation) is delivered at least once.
 */
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface DurableQueueOptions {
  readonly folder: string
  /** Delivers one message; a rejection means "try again". */
  deliver(message: unknown): Promise<void>
  /** Waits before each further attempt; after the last one the message is given up. */
  readonly retryAfterMilliseconds: readonly number[]
  onGivenUp(message: unknown, error: unknown): Promise<void>
}

export interface DurableQueue {
  /** Resolves once the message can no longer be lost. */
  push(message: unknown): Promise<void>
  /** How many messages are not delivered yet. */
  waiting(): number
  /** No delivery is begun any more; resolves when those under way have ended. */
  stop(): Promise<void>
}

/** Opens the queue and delivers what an earlier host left in it. */
export async function openDurableQueue(options: DurableQueueOptions): Promise<DurableQueue> {
  const { folder, deliver, retryAfterMilliseconds, onGivenUp } = options
  const stopping = new AbortController()
  const running = new Set<Promise<void>>()
  await mkdir(folder, { recursive: true })

  async function attempt(message: unknown): Promise<void> {
    for (const wait of [...retryAfterMilliseconds, undefined]) {
      try {
        return await deliver(message)
      } catch (error) {
        if (stopping.signal.aborted) throw error
        if (wait === undefined) return onGivenUp(message, error)
        await pause(wait, undefined, { signal: stopping.signal })
      }
    }
  }

  function begin(file: string, message: unknown): void {
    const delivery = attempt(message)
      .then(() => rm(file, { force: true }))
      .catch(() => {}) // stopped in between: the file stays for the next host
      .finally(() => running.delete(delivery))
    running.add(delivery)
  }

  for (const name of (await readdir(folder)).filter(entry => entry.endsWith('.json')).sort()) {
    const file = join(folder, name)
    begin(file, JSON.parse(await readFile(file, 'utf8')))
  }

  return {
    async push(message) {
      const file = join(folder, `${Date.now()}-${randomUUID()}.json`)
      await writeFile(`${file}.new`, JSON.stringify(message))
      await rename(`${file}.new`, file)
      if (!stopping.signal.aborted) begin(file, message)
    },
    waiting: () => running.size,
    async stop() {
      stopping.abort()
      await Promise.all(running)
    },
  }
}
