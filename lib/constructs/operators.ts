/** Who is woken, and by what: every alarm goes to one topic and names its entry in docs/runbook.md. */
import { Duration, Stack } from 'aws-cdk-lib'
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import * as iam from 'aws-cdk-lib/aws-iam'
import * as sns from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'

export class Operators extends Construct {
  readonly topic: sns.Topic

  constructor(scope: Construct, id: string, addresses: readonly string[]) {
    super(scope, id)
    this.topic = new sns.Topic(this, 'Topic', { enforceSSL: true })
    // A topic with a policy of its own no longer lets the account's alarms in by itself.
    this.topic.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
    for (const address of addresses) this.topic.addSubscription(new EmailSubscription(address))
  }
}

export interface OperatorAlarmProps {
  readonly operators: Operators
  /** Heading of the entry in docs/runbook.md; a test looks it up. */
  readonly runbook: string
  /** What it means to a person, in a sentence. */
  readonly meaning: string
  readonly metric: cloudwatch.IMetric
  readonly threshold: number
  /** `above` (the default) alarms on more than the threshold, `below` on less, silence included. */
  readonly direction?: 'above' | 'below'
  /** Periods in a row; one unless told. */
  readonly periods?: number
}

export class OperatorAlarm extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { operators, runbook, meaning, metric, threshold, ...rest }: OperatorAlarmProps,
  ) {
    super(scope, id)
    const below = rest.direction === 'below'
    const alarm = new cloudwatch.Alarm(this, 'Alarm', {
      alarmDescription: `${meaning} See docs/runbook.md#${runbook}`,
      metric,
      threshold,
      evaluationPeriods: rest.periods ?? 1,
      comparisonOperator: below
        ? cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD
        : cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: below ? cloudwatch.TreatMissingData.BREACHING : cloudwatch.TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(operators.topic))
  }
}

export const fiveMinutes = Duration.minutes(5)
