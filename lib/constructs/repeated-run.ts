/** A function that the clock starts. */
import { Duration, Stack } from 'aws-cdk-lib'
import * as iam from 'aws-cdk-lib/aws-iam'
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import type { CapabilityFunction } from './capability-function.ts'
import { DeadLetterQueue } from './dead-letter-queue.ts'
import { OperatorAlarm } from './operators.ts'

/** Every so many minutes, or once a day at an hour of Lesotho. */
export type Rhythm = { readonly everyMinutes: number } | { readonly dailyAt: `${number}:${number}` }

export interface RepeatedRunProps {
  readonly of: CapabilityFunction
  readonly rhythm: Rhythm
}

interface Timing {
  readonly expression: string
  /** A start that is later than this has missed its turn. */
  readonly latestSeconds: number
  /** Without a run in so many periods somebody is told, in the words of `silence`. */
  readonly period: Duration
  readonly periods: number
  readonly silence: string
}

function timingOf(rhythm: Rhythm): Timing {
  if ('everyMinutes' in rhythm)
    return {
      expression: `rate(${rhythm.everyMinutes} minutes)`,
      latestSeconds: rhythm.everyMinutes * 60,
      ...{ period: Duration.minutes(30), periods: 1, silence: 'half an hour' },
    }
  const [hour, minute] = rhythm.dailyAt.split(':').map(Number)
  return {
    expression: `cron(${minute} ${hour} * * ? *)`,
    latestSeconds: 4 * 60 * 60,
    // Hours, since a period of a whole day begins at midnight.
    ...{ period: Duration.hours(1), periods: 26, silence: '26 hours' },
  }
}

export class RepeatedRun extends Construct {
  constructor(scope: Construct, id: string, { of, rhythm }: RepeatedRunProps) {
    super(scope, id)
    const { expression, latestSeconds, period, periods, silence } = timingOf(rhythm)
    const name = of.functionName
    const { queue } = new DeadLetterQueue(this, 'DeadLetters', {
      operators: of.operators,
      runbook: `${name}-not-started`,
      failureMeans: `The clock could not start the ${name} function. ${of.failureMeans}`,
    })
    const role = new iam.Role(this, 'Role', {
      // The scheduler of every account has this one name: it may act for schedules of this account alone.
      assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
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
      scheduleExpression: expression,
      scheduleExpressionTimezone: 'Africa/Maseru',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: of.lambda.functionArn,
        roleArn: role.roleArn,
        input: '{}',
        retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: latestSeconds },
        deadLetterConfig: { arn: queue.queueArn },
      },
    })
    schedule.node.addDependency(policy)
    new OperatorAlarm(this, 'Silent', {
      operators: of.operators,
      runbook: `${name}-silent`,
      meaning: `The ${name} function has not run for ${silence}. ${of.failureMeans}`,
      metric: of.lambda.metricInvocations({ period }),
      periods,
      threshold: 1,
      direction: 'below',
    })
  }
}
