/** What must outlive every deployment: tables, the keys of the sealed zone and of the tablets, attachments, the audit's archive, officers' accounts. */
import { Duration, Stack, type StackProps } from 'aws-cdk-lib'
import * as s3 from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { AttachmentVault } from './constructs/attachment-vault.ts'
import { DeviceKeys } from './constructs/device-keys.ts'
import { Operators } from './constructs/operators.ts'
import { PrivateBucket } from './constructs/private-bucket.ts'
import { SealedZone } from './constructs/sealed-zone.ts'
import { StaffSignIn } from './constructs/staff-sign-in.ts'
import { type ZoneTables, zoneTables } from './constructs/zone-tables.ts'
import type { Stage } from './stage.ts'

export class DataStack extends Stack {
  readonly operators: Operators
  readonly tables: ZoneTables
  readonly sealedZone: SealedZone
  readonly deviceKeys: DeviceKeys
  readonly attachments: AttachmentVault
  readonly parts: PrivateBucket
  readonly archive: PrivateBucket
  readonly signIn: StaffSignIn

  constructor(scope: Construct, id: string, stage: Stage, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: true })
    this.operators = new Operators(this, 'Operators', stage.operators)
    this.tables = zoneTables(this)
    this.sealedZone = new SealedZone(this, 'SealedZone')
    this.deviceKeys = new DeviceKeys(this, 'DeviceKeys')
    this.attachments = new AttachmentVault(this, 'AttachmentVault')
    this.parts = new PrivateBucket(this, 'Parts', {
      logicalId: 'ParcelParts',
      variable: 'PARTS_BUCKET',
      // On their way, and sealed: what no parcel named within a week the tablet sends again.
      bucket: { versioned: false, lifecycleRules: [{ id: 'parts', expiration: Duration.days(7) }] },
    })
    this.archive = new PrivateBucket(this, 'Archive', {
      logicalId: 'AuditArchive',
      variable: 'ARCHIVE_BUCKET',
      bucket: { objectLockEnabled: true, objectLockDefaultRetention: lockFor(stage) },
    })
    this.signIn = new StaffSignIn(this, 'StaffSignIn', stage)
  }
}

/** Under `compliance` nobody at all shortens it, the account's owner included; `governance` lets a test stage be cleared. */
function lockFor({ archive: { lock, retentionDays } }: Stage): s3.ObjectLockRetention {
  const duration = Duration.days(retentionDays)
  return lock === 'compliance'
    ? s3.ObjectLockRetention.compliance(duration)
    : s3.ObjectLockRetention.governance(duration)
}
