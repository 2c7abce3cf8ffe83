/** The same kind of handler as it is commonly written: DocumentClient, full zod, middy and Powertools, not bundled. */
import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics } from '@aws-lambda-powertools/metrics'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'
import middy from '@middy/core'
import { z } from 'zod'

const logger = new Logger({ serviceName: 'reference' })
const metrics = new Metrics({ namespace: 'kamohelo', serviceName: 'reference' })
const database = DynamoDBDocumentClient.from(new DynamoDBClient({}))
const Parameters = z.object({ batchId: z.uuid() })

export const handler = middy().handler(async event => {
  const { batchId } = Parameters.parse(event.pathParameters)
  await database.send(
    new GetCommand({ TableName: process.env.REGISTRY_TABLE, Key: { pk: `BATCH#${batchId}`, sk: 'BATCH' } }),
  )
  metrics.addMetric('read', 'Count', 1)
  metrics.publishStoredMetrics()
  logger.info('served')
  return { statusCode: 404 }
})
