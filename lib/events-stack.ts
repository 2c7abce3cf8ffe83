/** What happens without anybody asking: notices to districts, escalation by the clock, the audit's copy out of reach. */
import { Stack, type StackProps } from 'aws-cdk-lib'
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import { ledgerPrefixes, taskSort } from '../functions/platform/tables.ts'
import { applyGrants } from './apply-grants.ts'
import { CapabilityFunction } from './constructs/capability-function.ts'
import { DistrictNotices } from './constructs/district-notices.ts'
import { fiveMinutes, OperatorAlarm } from './constructs/operators.ts'
import { RepeatedRun } from './constructs/repeated-run.ts'
import { keyBegins, StreamReader, sortKeyIs } from './constructs/stream-reader.ts'
import type { DataStack } from './data-stack.ts'
import type { EventFunctionName } from './functions.ts'
import type { Stage } from './stage.ts'

export interface EventsStackProps extends StackProps {
  readonly stage: Stage
  readonly data: DataStack
}

export class EventsStack extends Stack {
  constructor(scope: Construct, id: string, { stage, data, ...props }: EventsStackProps) {
    super(scope, id, props)
    const { operators, tables } = data
    const notices = new DistrictNotices(this, 'DistrictNotices', { stage, operators })
    const make = (name: EventFunctionName): CapabilityFunction => {
      const made = new CapabilityFunction(this, { name, stage, operators })
      applyGrants(made, { data, notices })
      return made
    }

    new StreamReader(this, 'TasksToBus', { of: tables.registry, by: make('dispatch'), only: sortKeyIs(taskSort) })
    new RepeatedRun(this, 'EveryFiveMinutes', { of: make('escalation'), rhythm: { everyMinutes: 5 } })

    new StreamReader(this, 'EntriesToDayBook', {
      ...{ of: tables.ledger, by: make('day-book') },
      events: ['INSERT'],
      only: keyBegins(ledgerPrefixes.entry),
    })

    const archive = make('audit-archive')
    new StreamReader(this, 'AuditToArchive', { of: tables.audit, by: archive, gatherSeconds: 60 })
    // An entry of the ledger is put once and never again: a change of one is tampering, whoever made it.
    new StreamReader(this, 'ChangedEntries', {
      of: tables.ledger,
      by: archive,
      events: ['MODIFY', 'REMOVE'],
      only: keyBegins(ledgerPrefixes.entry),
    })
    alarmOnChangedRecords(archive)
  }
}

/** A put can replace what was there: what IAM cannot forbid is seen in the stream, counted, and somebody is woken. */
function alarmOnChangedRecords(archive: CapabilityFunction): void {
  new OperatorAlarm(archive, 'ChangedRecord', {
    operators: archive.operators,
    runbook: 'changed-record',
    meaning:
      'An audit entry or an entry of the support ledger was changed or removed, which nothing of ours ever does.',
    // As functions/audit-archive counts it.
    metric: new Metric({
      namespace: 'Kamohelo',
      metricName: 'changed-record',
      dimensionsMap: { service: 'audit-archive' },
      statistic: Stats.SUM,
      period: fiveMinutes,
    }),
    threshold: 0,
  })
}
