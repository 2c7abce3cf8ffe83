/** Once a night: what came to the lake since, and what was compacted before, become one Parquet file. */
import { readFile } from 'node:fs/promises'
import { compactedName, writeCompacted } from '../facts/compacted-facts.ts'
import type { LakeCopy } from '../facts/lake-copy.ts'
import type { Bucket } from '../platform/bucket.ts'
import type { Log } from '../platform/log.ts'

export interface CompactLakeParts {
  readonly lake: LakeCopy
  readonly bucket: Pick<Bucket, 'put'>
  /** Where the file is made, before it goes out whole. */
  readonly file: string
  readonly log: Log
}

/**
 * The one write is the last step: a run that breaks has changed nothing. Two at once are harmless, since each writes
 * what it read whole, and what the last to write had not read is still there for readers and for the next night.
 */
export const compactLake =
  ({ lake, bucket, file, log }: CompactLakeParts) =>
  (): Promise<void> =>
    lake.withFiles(async ({ files, objects, uncompacted }) => {
      if (uncompacted === 0) return log.info('lake-unchanged', { objects: objects.length })
      const { facts } = await writeCompacted(file, files, objects)
      const content = await readFile(file)
      await bucket.put(compactedName, content, 'application/vnd.apache.parquet')
      log.info('lake-compacted', { facts, objects: objects.length, uncompacted, bytes: content.byteLength })
    })
