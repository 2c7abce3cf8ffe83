/** Where a delivery ends that failed every time, so that somebody looks at it instead of it being lost. */
import { Duration } from 'aws-cdk-lib'
import * as sqs from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { acknowledge } from '../acknowledge.ts'
import { fiveMinutes, OperatorAlarm, type Operators } from './operators.ts'

export interface DeadLetterQueueProps {
  readonly operators: Operators
  readonly runbook: string
  /** What a message here means to a person, in a sentence. */
  readonly failureMeans: string
}

export class DeadLetterQueue extends Construct {
  readonly queue: sqs.Queue

  constructor(scope: Construct, id: string, { operators, runbook, failureMeans }: DeadLetterQueueProps) {
    super(scope, id)
    this.queue = new sqs.Queue(this, 'Queue', {
      enforceSSL: true,
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      retentionPeriod: Duration.days(14),
    })
    acknowledge(this.queue, 'AwsSolutions-SQS3', 'It is itself the dead-letter queue of a stream, rule or schedule.')
    new OperatorAlarm(this, 'NotEmpty', {
      operators,
      runbook,
      meaning: failureMeans,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({ period: fiveMinutes, statistic: 'Maximum' }),
      threshold: 0,
    })
  }
}
