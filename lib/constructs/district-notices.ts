/**
 * Tells a district's duty desk that work is waiting, in words that say nothing else (domain.md 7): a notice is read on
 * shared phones. No date either: a due date, counted back, is the hour of somebody's arrival.
 */
import { Duration, Stack } from 'aws-cdk-lib'
import * as events from 'aws-cdk-lib/aws-events'
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets'
import * as iam from 'aws-cdk-lib/aws-iam'
import * as sns from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import { districts } from '../../functions/platform/places.ts'
import type { Stage } from '../stage.ts'
import type { CapabilityFunction } from './capability-function.ts'
import { DeadLetterQueue } from './dead-letter-queue.ts'
import type { Operators } from './operators.ts'

export const districtNotice = 'A follow-up task is waiting in Kamohelo. / Ho na le mosebetsi o emetseng ho Kamohelo.'

/** What puts a task before a desk: it is new, or nobody has done it in time. */
const waiting = ['task.raised', 'task.overdue']

/** As `functions/dispatch` publishes. */
const source = 'kamohelo'

/** EventBridge publishes for whoever made the rule: where it says that this is another account, it is not for us. */
const fromElsewhere = (topic: sns.Topic): iam.PolicyStatement =>
  new iam.PolicyStatement({
    sid: 'NoRuleOfAnotherAccount',
    effect: iam.Effect.DENY,
    principals: [new iam.AnyPrincipal()],
    actions: ['sns:Publish'],
    resources: [topic.topicArn],
    conditions: {
      Null: { 'aws:SourceAccount': 'false' },
      StringNotEquals: { 'aws:SourceAccount': Stack.of(topic).account },
    },
  })

export interface DistrictNoticesProps {
  readonly stage: Stage
  readonly operators: Operators
}

export class DistrictNotices extends Construct {
  readonly #bus: events.EventBus

  constructor(scope: Construct, id: string, { stage, operators }: DistrictNoticesProps) {
    super(scope, id)
    this.#bus = new events.EventBus(this, 'Bus', { description: 'Kamohelo: what happened to tasks, naming nobody' })
    const { queue: deadLetterQueue } = new DeadLetterQueue(this, 'DeadLetters', {
      operators,
      runbook: 'district-notices-put-aside',
      failureMeans: 'A district desk was not told that a task waits; it stands in the list all the same.',
    })
    for (const { code, name } of districts) {
      const topic = new sns.Topic(this, `Topic ${code}`, { enforceSSL: true, displayName: 'Kamohelo' })
      topic.addToResourcePolicy(fromElsewhere(topic))
      for (const address of stage.districtDesks[code] ?? []) topic.addSubscription(new EmailSubscription(address))
      new events.Rule(this, `Rule ${code}`, {
        description: `Tasks of ${name} to its desk`,
        eventBus: this.#bus,
        eventPattern: { source: [source], detailType: waiting, detail: { place: [code] } },
        targets: [
          new SnsTopic(topic, {
            message: events.RuleTargetInput.fromText(districtNotice),
            deadLetterQueue,
            retryAttempts: 5,
            maxEventAge: Duration.hours(12),
          }),
        ],
      })
    }
  }

  grantAnnounce(to: CapabilityFunction): void {
    to.allow(['events:PutEvents'], [this.#bus.eventBusArn])
    to.tell('BUS_NAME', this.#bus.eventBusName)
  }
}
