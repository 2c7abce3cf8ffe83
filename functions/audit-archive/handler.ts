import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import * as z from 'zod/mini'
import { openBucket } from '../platform/bucket.ts'
import { readEnvironment } from '../platform/environment.ts'
import { lambdaLog } from '../platform/log.ts'
import { archiveAudit } from './archive-audit.ts'
import { archiveGateway } from './archive-gateway.ts'

const environment = readEnvironment(z.object({ ARCHIVE_BUCKET: z.string() }))
const metrics = new Metrics({ namespace: 'Kamohelo', serviceName: 'audit-archive' })

export const handler = archiveAudit({
  archive: archiveGateway(openBucket(environment.ARCHIVE_BUCKET)),
  log: lambdaLog,
  countChanged: count => {
    metrics.addMetric('changed-record', MetricUnit.Count, count)
    metrics.publishStoredMetrics()
  },
})
