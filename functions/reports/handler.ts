import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { createAudit } from '../platform/audit.ts'
import { openBucket } from '../platform/bucket.ts'
import { capability } from '../platform/capability.ts'
import { systemClock } from '../platform/clock.ts'
import { readEnvironment } from '../platform/environment.ts'
import { lambdaLog } from '../platform/log.ts'
import { downloadReport } from './download-report.ts'
import { lakeGateway } from './lake-gateway.ts'
import { readReport } from './read-report.ts'
import { reportRunner } from './run-report.ts'

const environment = readEnvironment(z.object({ LAKE_BUCKET: z.string(), AUDIT_TABLE: z.string() }))
const lake = lakeGateway(openBucket(environment.LAKE_BUCKET), mkdtempSync(join(tmpdir(), 'kamohelo-lake-')))
const run = reportRunner(lake)

export const handler = capability({
  endpoints: [readReport(run), downloadReport(run)],
  audit: createAudit(new DynamoDBClient({}), environment.AUDIT_TABLE, systemClock),
  clock: systemClock,
  log: lambdaLog,
})
