/** A bucket nobody reads but by a grant, over TLS alone, kept when its stack goes, its accesses on record. */
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import * as s3 from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import type { CapabilityFunction } from './capability-function.ts'
import { pinLogicalId } from './zone-tables.ts'

const closed = {
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
  encryption: s3.BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
  removalPolicy: RemovalPolicy.RETAIN,
} as const satisfies s3.BucketProps

/** CDK declares `policy` on the class and the interface in two ways that only our strictest setting tells apart. */
export const asIBucket = (bucket: s3.Bucket): s3.IBucket => bucket as s3.IBucket

export interface PrivateBucketProps {
  /** Its name in the template, kept for good. */
  readonly logicalId: string
  readonly variable: Uppercase<string>
  readonly bucket?: s3.BucketProps
}

export class PrivateBucket extends Construct {
  readonly bucket: s3.Bucket
  readonly #variable: Uppercase<string>
  readonly #logicalId: string

  constructor(scope: Construct, id: string, { logicalId, variable, bucket = {} }: PrivateBucketProps) {
    super(scope, id)
    const accesses = new s3.Bucket(this, 'Accesses', {
      ...closed,
      lifecycleRules: [{ expiration: Duration.days(400) }],
    })
    pinLogicalId(accesses, `${logicalId}Accesses`)
    this.bucket = new s3.Bucket(this, 'Bucket', {
      ...closed,
      versioned: true,
      serverAccessLogsBucket: asIBucket(accesses),
      ...bucket,
    })
    pinLogicalId(this.bucket, logicalId)
    this.#variable = variable
    this.#logicalId = logicalId
  }

  grantRead(to: CapabilityFunction): void {
    to.allow(['s3:ListBucket'], [this.bucket.bucketArn])
    this.#grantObjects(to, ['s3:GetObject'])
  }

  /** `prefix`: how the names begin that it may write; any unless told. */
  grantWrite(to: CapabilityFunction, prefix = ''): void {
    this.#grantObjects(to, ['s3:PutObject'], prefix)
  }

  /** Letting go of objects, without reading any. */
  grantRemove(to: CapabilityFunction, prefix: string): void {
    this.#grantObjects(to, ['s3:DeleteObject'], prefix)
  }

  /** Everything with its objects but finding them: who asks knows their names. */
  grantKeep(to: CapabilityFunction): void {
    this.#grantObjects(to, ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'])
  }

  #grantObjects(to: CapabilityFunction, actions: readonly string[], prefix = ''): void {
    to.allow(actions, [this.bucket.arnForObjects(`${prefix}*`)])
    to.acknowledge(
      `AwsSolutions-IAM5[Resource::${this.#arnInFindings(Stack.of(to))}/${prefix}*]`,
      'Named actions on the objects of one bucket: their names are made as they are written.',
    )
    to.tell(this.#variable, this.bucket.bucketName)
  }

  /** As the rule pack writes the bucket's ARN: within its stack by its name, elsewhere by the name of the export. */
  #arnInFindings(from: Stack): string {
    if (from === this.bucket.stack) return `<${this.#logicalId}.Arn>`
    const imported: Record<string, string> = from.resolve(this.bucket.stack.exportValue(this.bucket.bucketArn))
    return imported['Fn::ImportValue'] ?? ''
  }
}
