/**
 * A function behind a table's stream. Left alone, a poisoned record is tried again for a day and holds up everything
 * behind it: here a failed batch is halved, what was done is not done again, and after five tries it is put aside.
 */
import { Duration } from 'aws-cdk-lib'
import * as lambda from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import { grants } from '../grants.ts'
import type { CapabilityFunction } from './capability-function.ts'
import { DeadLetterQueue } from './dead-letter-queue.ts'
import { fiveMinutes, OperatorAlarm } from './operators.ts'
import type { ZoneTable } from './zone-tables.ts'

/** As EventBridge patterns have it: each field one of these values or prefixes. */
export type StreamFilter = Readonly<Record<string, unknown>>

export const keyBegins = (prefix: string): StreamFilter => ({ Keys: { pk: { S: [{ prefix }] } } })
export const sortKeyIs = (value: string): StreamFilter => ({ Keys: { sk: { S: [value] } } })

export interface StreamReaderProps {
  readonly of: ZoneTable
  readonly by: CapabilityFunction
  /** All kinds unless told. */
  readonly events?: readonly ('INSERT' | 'MODIFY' | 'REMOVE')[]
  readonly only?: StreamFilter
  /** How long records may be gathered before the function runs; not at all unless told. */
  readonly gatherSeconds?: number
}

export class StreamReader extends Construct {
  constructor(scope: Construct, id: string, { of, by, events, only, gatherSeconds }: StreamReaderProps) {
    super(scope, id)
    if (!grants[by.functionName].some(grant => grant.kind === 'stream' && grant.zone === of.zone))
      throw new Error(`lib/grants.ts does not let ${by.functionName} follow the ${of.zone} table`)
    const streamArn = of.table.tableStreamArn ?? ''
    by.allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], [streamArn])
    by.allow(['dynamodb:ListStreams'], ['*'])
    by.acknowledge(
      'AwsSolutions-IAM5[Resource::*]',
      'dynamodb:ListStreams, which Lambda asks of a stream reader, names no resource; it lists the names of streams.',
    )

    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      operators: by.operators,
      runbook: `${by.functionName}-${of.zone}-put-aside`,
      failureMeans: `Changes were put aside after five tries. ${by.failureMeans}`,
    })
    by.allow(['sqs:SendMessage'], [deadLetters.queue.queueArn])
    new lambda.EventSourceMapping(this, 'Mapping', {
      target: by.lambda,
      eventSourceArn: streamArn,
      startingPosition: lambda.StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 5,
      maxRecordAge: Duration.hours(12), // of the 24 a stream keeps: time is left to look at what was put aside
      // Only where the record stands goes there, never the record.
      onFailure: { bind: () => ({ destination: deadLetters.queue.queueArn }) },
      ...(gatherSeconds === undefined ? {} : { maxBatchingWindow: Duration.seconds(gatherSeconds) }),
      ...(events === undefined && only === undefined
        ? {}
        : {
            filters: [
              lambda.FilterCriteria.filter({
                ...(events === undefined ? {} : { eventName: events }),
                ...(only === undefined ? {} : { dynamodb: only }),
              }),
            ],
          }),
    })
    // The age is counted for the function, whichever of its streams is late.
    if (by.node.tryFindChild('Behind') !== undefined) return
    new OperatorAlarm(by, 'Behind', {
      operators: by.operators,
      runbook: `${by.functionName}-behind`,
      meaning: `Its reader is more than fifteen minutes behind. ${by.failureMeans}`,
      metric: by.lambda.metric('IteratorAge', { statistic: 'Maximum', period: fiveMinutes }),
      threshold: Duration.minutes(15).toMilliseconds(),
      periods: 3,
    })
  }
}
