/** A function that the clock starts. */
import { Duration } from 'aws-cdk-lib'
import * as iam from 'aws-cdk-lib/aws-iam'
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import type { CapabilityFunction } from './capability-function.ts'
import { DeadLetterQueue } from './dead-letter-queue.ts'
import { OperatorAlarm } from './operators.ts'

export interface RepeatedRunProps {
  readonly of: CapabilityFunction
  readonly everyMinutes: number
}

export class RepeatedRun extends Construct {
  constructor(scope: Construct, id: string, { of, everyMinutes }: RepeatedRunProps) {
    super(scope, id)
    const name = of.functionName
    const { queue } = new DeadLetterQueue(this, 'DeadLetters', {
      operators: of.operators,
      runbook: `${name}-not-started`,
      failureMeans: `The clock could not start the ${name} function. ${of.failureMeans}`,
    })
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com'),
      description: `Starts the ${name} function`,
    })
    const policy = new iam.Policy(this, 'Policy', {
      roles: [role],
      statements: [
        new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [of.lambda.functionArn] }),
        new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }),
      ],
    })
    const schedule = new CfnSchedule(this, 'Schedule', {
      description: `Kamohelo: ${name}`,
      scheduleExpression: `rate(${everyMinutes} minutes)`,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: of.lambda.functionArn,
        roleArn: role.roleArn,
        input: '{}',
        retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: everyMinutes * 60 },
        deadLetterConfig: { arn: queue.queueArn },
      },
    })
    schedule.node.addDependency(policy)
    new OperatorAlarm(this, 'Silent', {
      operators: of.operators,
      runbook: `${name}-silent`,
      meaning: `The ${name} function has not run for half an hour. ${of.failureMeans}`,
      metric: of.lambda.metricInvocations({ period: Duration.minutes(30) }),
      threshold: 1,
      direction: 'below',
    })
  }
}
