import * as z from 'zod/mini'
import { openBucket } from '../platform/bucket.ts'
import { readEnvironment } from '../platform/environment.ts'
import { lambdaLog } from '../platform/log.ts'
import { gatherFacts } from './gather-facts.ts'
import { lakeGateway } from './lake-gateway.ts'

const environment = readEnvironment(z.object({ LAKE_BUCKET: z.string() }))

export const handler = gatherFacts({
  lake: lakeGateway(openBucket(environment.LAKE_BUCKET)),
  log: lambdaLog,
})
