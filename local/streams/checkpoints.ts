/** How far each mapping has come in its stream, kept on disk so that nothing is missed after a `kill -9`. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as z from 'zod/mini'

const Checkpoint = z.object({
  streamArn: z.string(),
  shards: z.record(z.string(), z.object({ after: z.optional(z.string()), finished: z._default(z.boolean(), false) })),
})
export type Checkpoint = z.infer<typeof Checkpoint>

/** Undefined where the mapping was never started, or followed another stream. */
export async function readCheckpoint(file: string, streamArn: string): Promise<Checkpoint | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const checkpoint = Checkpoint.parse(JSON.parse(text))
  return checkpoint.streamArn === streamArn ? checkpoint : undefined
}

export async function writeCheckpoint(file: string, checkpoint: Checkpoint): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.new`, JSON.stringify(checkpoint))
  await rename(`${file}.new`, file)
}
