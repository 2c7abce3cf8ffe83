/**
 * Faces and marks (docs/adr/0013-attachments.md): a bucket under a key that the attachments function alone may use, so
 * that whoever else reaches the objects reads nothing. Each kind goes after its own time.
 */
import { Duration } from 'aws-cdk-lib'
import type * as iam from 'aws-cdk-lib/aws-iam'
import * as kms from 'aws-cdk-lib/aws-kms'
import * as s3 from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { keptDays, objectPrefixes } from '../../functions/attachments/kept-time.ts'
import { type CapabilityFunction, functionRole } from './capability-function.ts'
import { GuardedKey } from './guarded-key.ts'
import { PrivateBucket } from './private-bucket.ts'

const use = ['kms:Decrypt', 'kms:GenerateDataKey']

/** A photograph that was taken back is gone from under its name at once, and for good after this long. */
const gone = Duration.days(1)

export class AttachmentVault extends Construct {
  readonly role: iam.Role
  readonly #key: kms.Key
  readonly #bucket: PrivateBucket

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.role = functionRole(this, 'Role', 'The attachments function: the only reader of photographs and marks')
    this.#key = new GuardedKey(this, 'Guarded', {
      logicalId: 'AttachmentKey',
      description: 'Photographs and marks of returnees',
      keySpec: kms.KeySpec.SYMMETRIC_DEFAULT,
      keyUsage: kms.KeyUsage.ENCRYPT_DECRYPT,
      enableKeyRotation: true,
      role: this.role,
      use,
      denied: ['kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:CreateGrant'],
    }).key
    this.#bucket = new PrivateBucket(this, 'Bucket', {
      logicalId: 'Attachments',
      variable: 'ATTACHMENTS_BUCKET',
      bucket: {
        encryption: s3.BucketEncryption.KMS,
        encryptionKey: this.#key,
        bucketKeyEnabled: true,
        lifecycleRules: [
          {
            id: 'photographs',
            prefix: objectPrefixes.photo,
            expiration: Duration.days(keptDays.photo),
            noncurrentVersionExpiration: gone,
          },
          {
            id: 'marks',
            prefix: objectPrefixes.mark,
            expiration: Duration.days(keptDays.mark),
            noncurrentVersionExpiration: gone,
          },
        ],
      },
    })
  }

  /** Keeping and showing them. The key's policy names its role; any other function asking for this is a fault of ours. */
  grantKeep(to: CapabilityFunction): void {
    if (to.role !== this.role) throw new Error(`${to.functionName} may not open attachments`)
    to.allow(use, [this.#key.keyArn])
    this.#bucket.grantKeep(to)
  }

  /** Letting go of a photograph whose person took back their yes: no key is needed for that, and none is given. */
  grantWithdraw(to: CapabilityFunction): void {
    this.#bucket.grantRemove(to, objectPrefixes.photo)
  }
}
