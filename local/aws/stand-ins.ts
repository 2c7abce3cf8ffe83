/** Every stand-in behind the gateway, made from the template. */
import { join } from 'node:path'
import type { Bus } from '../events/bus.ts'
import type { Functions } from '../lambda/functions.ts'
import { readBuses } from '../template/rules.ts'
import type { HostedTable } from '../template/tables.ts'
import type { Template } from '../template/template.ts'
import { dynamoDbService } from './dynamodb.ts'
import type { KnownTables } from './dynamodb-asks.ts'
import { eventBridgeService } from './eventbridge.ts'
import type { AwsServices } from './gateway.ts'
import { kmsService } from './kms.ts'
import { lambdaService } from './lambda.ts'
import type { MessageFiles } from './message-files.ts'
import { openObjectStore } from './object-store.ts'
import type { Permissions } from './permissions.ts'
import { s3Service } from './s3.ts'
import { snsService } from './sns.ts'
import { sqsService } from './sqs.ts'

export interface StandInsOptions {
  readonly template: Template
  readonly tables: readonly HostedTable[]
  readonly databaseEndpoint: string
  readonly dataFolder: string
  readonly permissions: Permissions
  readonly functions: Functions
  readonly bus: Bus
  readonly topicFiles: MessageFiles
  readonly queueFiles: MessageFiles
  /** Whether some policy looks at `dynamodb:Attributes`. */
  readonly attributesMatter: boolean
  onWrite(tableArn: string): void
}

export async function openStandIns(options: StandInsOptions): Promise<AwsServices> {
  const { template, tables, databaseEndpoint, dataFolder, permissions, functions, bus } = options
  const { account, region } = template
  const byName = new Map(tables.map(table => [table.name, table]))
  const knownTables: KnownTables = {
    find: name => byName.get(name),
    arn: name => byName.get(name)?.arn ?? `arn:aws:dynamodb:${region}:${account}:table/${name}`,
    attributesMatter: options.attributesMatter,
  }
  const queues = template.declared('AWS::SQS::Queue')
  const topics = template.declared('AWS::SNS::Topic')
  const buckets = template.declared('AWS::S3::Bucket')
  return {
    dynamodb: dynamoDbService({
      endpoint: databaseEndpoint,
      tables: knownTables,
      permissions,
      onWrite: options.onWrite,
    }),
    events: eventBridgeService({ buses: readBuses(template), bus, permissions }),
    kms: await kmsService({ template, permissions, dataFolder }),
    lambda: lambdaService({ account, region, functions, permissions }),
    s3: s3Service({
      store: openObjectStore(join(dataFolder, 's3')),
      buckets: new Set(buckets.map(({ ref }) => ref)),
      permissions,
    }),
    sns: snsService({ topics: new Set(topics.map(({ ref }) => ref)), files: options.topicFiles, permissions }),
    sqs: sqsService({
      queues: new Map(queues.map(queue => [queue.ref, queue.attribute('Arn')])),
      files: options.queueFiles,
      permissions,
    }),
  }
}
