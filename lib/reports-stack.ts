/** The de-identified lake: one function writes it, one compacts it, one reads it, and the reader never sees the registry. */
import { Duration, Stack, type StackProps } from 'aws-cdk-lib'
import type { LifecycleRule } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { lakePrefixes } from '../functions/platform/lake.ts'
import { applyGrants } from './apply-grants.ts'
import { CapabilityFunction } from './constructs/capability-function.ts'
import { LakeTable } from './constructs/lake-table.ts'
import { PrivateBucket } from './constructs/private-bucket.ts'
import { RepeatedRun } from './constructs/repeated-run.ts'
import { StreamReader } from './constructs/stream-reader.ts'
import type { DataStack } from './data-stack.ts'
import type { Stage } from './stage.ts'

/** DuckDB cannot read S3 itself: the files are fetched to /tmp first. */
const scratchMegabytes = 2048

/**
 * Facts go once they have been compacted for long: sixty nights in which it may fail and be mended. The compacted file
 * has no expiry: only what it replaced goes, so that the newest stays however long nothing replaces it.
 */
const lakeRules: readonly LifecycleRule[] = [
  {
    id: 'facts-that-were-compacted',
    prefix: lakePrefixes.facts,
    expiration: Duration.days(60),
    noncurrentVersionExpiration: Duration.days(30), // long enough to undo a mistake
  },
  {
    id: 'compacted-before',
    prefix: lakePrefixes.compacted,
    noncurrentVersionExpiration: Duration.days(60),
  },
]

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
      bucket: { lifecycleRules: [...lakeRules] },
    })

    new LakeTable(this, 'LakeTable', { lake, databaseName: `kamohelo_${stage.name}` })

    const facts = new CapabilityFunction(this, { name: 'facts', stage, operators })
    applyGrants(facts, { data, lake })
    // One object for each batch: gathered for a minute, so that a report does not read thousands of crumbs.
    new StreamReader(this, 'RegistryToLake', { of: tables.registry, by: facts, gatherSeconds: 60 })

    const compaction = new CapabilityFunction(this, { name: 'compaction', stage, operators, scratchMegabytes })
    applyGrants(compaction, { data, lake })
    new RepeatedRun(this, 'EveryNight', { of: compaction, rhythm: { dailyAt: '01:30' } })

    this.reports = new CapabilityFunction(this, { name: 'reports', stage, operators, scratchMegabytes })
    applyGrants(this.reports, { data, lake })
  }
}
