/** Where messages to topics and queues end on this machine: one JSON line each, for people and tests to read. */
import { randomUUID } from 'node:crypto'
import { appendFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'

export interface MessageFiles {
  /** Appends a message to the file of that topic or queue and gives the message's id. */
  append(arn: string, message: object): Promise<string>
}

export async function openMessageFiles(folder: string): Promise<MessageFiles> {
  await mkdir(folder, { recursive: true })
  return {
    async append(arn, message) {
      const messageId = randomUUID()
      const line = JSON.stringify({ messageId, at: new Date().toISOString(), ...message })
      await appendFile(join(folder, `${arn.split(':').at(-1)}.jsonl`), `${line}\n`)
      return messageId
    },
  }
}
