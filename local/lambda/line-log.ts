/** A function's log on this machine: one JSON object a line, as CloudWatch would show them. */
import { createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

export interface LineLog {
  write(line: object): void
  /** Takes over what a function prints; a line that is no JSON object is wrapped in one. */
  follow(output: Readable): void
  close(): Promise<void>
}

const isJsonObject = (line: string): boolean => {
  if (!line.startsWith('{')) return false
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}

export function openLineLog(file: string): LineLog {
  const stream = createWriteStream(file, { flags: 'a' })
  const write = (line: object): void => {
    stream.write(`${JSON.stringify({ timestamp: new Date().toISOString(), ...line })}\n`)
  }
  return {
    write,
    follow(output) {
      createInterface({ input: output }).on('line', line => {
        if (isJsonObject(line)) stream.write(`${line}\n`)
        else if (line.trim() !== '') write({ message: line })
      })
    },
    close: () => new Promise(resolve => stream.end(resolve)),
  }
}
