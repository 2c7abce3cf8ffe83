import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { lakeCopy } from '../facts/lake-copy.ts'
import { openBucket } from '../platform/bucket.ts'
import { readEnvironment } from '../platform/environment.ts'
import { lambdaLog } from '../platform/log.ts'
import { compactLake } from './compact-lake.ts'

const environment = readEnvironment(z.object({ LAKE_BUCKET: z.string() }))
const bucket = openBucket(environment.LAKE_BUCKET)
const folder = mkdtempSync(join(tmpdir(), 'kamohelo-compaction-'))

export const handler = compactLake({
  lake: lakeCopy(bucket, folder),
  bucket,
  file: join(folder, 'made.parquet'),
  log: lambdaLog,
})
