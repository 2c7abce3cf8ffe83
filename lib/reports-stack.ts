/** The de-identified lake: one function writes it, one reads it, and the reader never sees the registry. */
import { Duration, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { applyGrants } from './apply-grants.ts'
import { CapabilityFunction } from './constructs/capability-function.ts'
import { PrivateBucket } from './constructs/private-bucket.ts'
import { StreamReader } from './constructs/stream-reader.ts'
import type { DataStack } from './data-stack.ts'
import type { Stage } from './stage.ts'

export interface ReportsStackProps extends StackProps {
  readonly stage: Stage
  readonly data: DataStack
}

export class ReportsStack extends Stack {
  readonly reports: CapabilityFunction

  constructor(scope: Construct, id: string, { stage, data, ...props }: ReportsStackProps) {
    super(scope, id, props)
    const { operators, tables } = data
    const lake = new PrivateBucket(this, 'Lake', {
      logicalId: 'Lake',
      variable: 'LAKE_BUCKET',
      // Long enough to undo a mistake; an erasure must not live on in an old version.
      bucket: { lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }] },
    })

    const facts = new CapabilityFunction(this, { name: 'facts', stage, operators })
    applyGrants(facts, { data, lake })
    // One object for each batch: gathered for a minute, so that a report does not read thousands of crumbs.
    new StreamReader(this, 'RegistryToLake', { of: tables.registry, by: facts, gatherSeconds: 60 })

    // DuckDB cannot read S3 itself: the files are fetched to /tmp first.
    this.reports = new CapabilityFunction(this, { name: 'reports', stage, operators, scratchMegabytes: 2048 })
    applyGrants(this.reports, { data, lake })
  }
}
