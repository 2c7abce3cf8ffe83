/** Runs every event source mapping of the template: filters, delivery with the role's leave, dead letters. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Permissions, Principal } from '../aws/permissions.ts'
import { matchesPattern } from '../events/pattern.ts'
import type { Functions } from '../lambda/functions.ts'
import type { StreamMapping } from '../template/event-sources.ts'
import type { HostedFunction } from '../template/functions.ts'
import type { HostedTable } from '../template/tables.ts'
import { deliverBatch } from './batch.ts'
import { type Follower, startFollower } from './follower.ts'
import { type StreamRecord, streamClient } from './stream-client.ts'

export interface StreamMappings {
  /** Told of a write through the gateway. */
  wrote(tableArn: string): void
  settled(): Promise<void>
  stop(): Promise<void>
}

export interface StreamMappingsOptions {
  readonly mappings: readonly StreamMapping[]
  readonly tables: readonly HostedTable[]
  /** Table name to the database's ARN of its stream. */
  readonly streams: ReadonlyMap<string, string>
  readonly endpoint: string
  readonly region: string
  readonly functions: Functions
  readonly permissions: Permissions
  readonly dataFolder: string
  sendToQueue(queueArn: string, body: object): Promise<void>
  onWarning(message: string, fields: Record<string, unknown>): void
}

/** Short enough to feel immediate, long enough for a burst of writes to come as one batch. */
const atOnceMilliseconds = 250
/** Where the template gathers for a minute, say; nobody waits that long on one machine. */
const gatheringMilliseconds = 1000

const readingActions = ['dynamodb:DescribeStream', 'dynamodb:GetShardIterator', 'dynamodb:GetRecords']

export async function startStreamMappings(options: StreamMappingsOptions): Promise<StreamMappings> {
  const { mappings, tables, streams, functions, permissions, dataFolder, onWarning } = options
  const client = streamClient(options.endpoint)

  /** The service reads a stream, and writes to the dead-letter queue, in the function's own role. */
  async function demand(hosted: HostedFunction, action: string, resource: string): Promise<void> {
    const principal: Principal = { kind: 'role', roleArn: hosted.roleArn, session: hosted.name }
    if (!(await permissions.allows(principal, { action, resource })))
      throw new Error(`the role of ${hosted.name} does not allow ${action} on ${resource}`)
  }

  async function giveUp(
    mapping: StreamMapping,
    hosted: HostedFunction,
    shardId: string,
    records: readonly StreamRecord[],
    error: string,
  ): Promise<void> {
    const { deadLetterArn, id } = mapping
    onWarning('stream-records-given-up', { mapping: id, count: records.length, error })
    if (deadLetterArn === undefined) return
    await demand(hosted, 'sqs:SendMessage', deadLetterArn)
    await options.sendToQueue(deadLetterArn, {
      requestContext: {
        requestId: randomUUID(),
        functionArn: hosted.arn,
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: (mapping.maxRetries ?? 0) + 1,
      },
      version: '1.0',
      timestamp: new Date().toISOString(),
      DDBStreamBatchInfo: {
        shardId,
        startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
        endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
        batchSize: records.length,
        streamArn: mapping.streamArn,
      },
    })
  }

  async function start(mapping: StreamMapping): Promise<{ tableArn: string; follower: Follower }> {
    const table = tables.find(({ streamArn }) => streamArn === mapping.streamArn)
    const streamArn = streams.get(table?.name ?? '')
    const hosted = functions.find(mapping.functionName)
    if (table === undefined || streamArn === undefined) throw new Error(`${mapping.id} follows no table's stream`)
    if (hosted === undefined) throw new Error(`${mapping.id} feeds ${mapping.functionName}, which is not hosted here`)
    for (const action of readingActions) await demand(hosted, action, mapping.streamArn)
    const eventSourceARN = `${table.arn}/stream/${streamArn.split('/').at(-1)}`

    const follower = await startFollower({
      client,
      streamArn,
      checkpointFile: join(dataFolder, 'streams', `${mapping.id}.json`),
      startingPosition: mapping.startingPosition,
      batchSize: mapping.batchSize,
      gatherMilliseconds: mapping.gathers ? gatheringMilliseconds : atOnceMilliseconds,
      onFault: error => onWarning('stream-not-read', { mapping: mapping.id, error: String(error) }),
      async deliver(records, shardId, onDone, signal) {
        const wanted = records.filter(
          record => mapping.filters.length === 0 || mapping.filters.some(filter => matchesPattern(filter, record)),
        )
        const asDeployed = wanted.map(record => ({ ...record, awsRegion: options.region, eventSourceARN }))
        if (asDeployed.length > 0)
          await deliverBatch(asDeployed, {
            rules: mapping,
            signal,
            invoke: event => functions.invoke(hosted, event),
            onDone,
            onGivenUp: (given, error) => giveUp(mapping, hosted, shardId, given, error),
          })
        const last = records.at(-1)
        if (last !== undefined && last.dynamodb.SequenceNumber !== asDeployed.at(-1)?.dynamodb.SequenceNumber)
          await onDone(last)
      },
    })
    return { tableArn: table.arn, follower }
  }

  const started = await Promise.all(mappings.map(start))
  return {
    wrote(tableArn) {
      for (const { tableArn: followed, follower } of started) if (followed === tableArn) follower.nudge()
    },
    async settled() {
      await Promise.all(started.map(({ follower }) => follower.settled()))
    },
    async stop() {
      await Promise.all(started.map(({ follower }) => follower.stop()))
    },
  }
}
