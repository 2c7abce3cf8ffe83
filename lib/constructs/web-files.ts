/**
 * The built web app in its bucket, and `/config.json`, which is known only once the sign-in stands.
 * A file with a hash in its name never changes and is kept for ever, the old ones too: a tablet in the middle of an
 * update asks for them. Every other file is asked for again each time, so nothing has to be invalidated.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Annotations, Duration, Stack, Token } from 'aws-cdk-lib'
import * as logs from 'aws-cdk-lib/aws-logs'
import type * as s3 from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { Construct } from 'constructs'
import { acknowledge, type NagRule } from '../acknowledge.ts'
import type { Stage } from '../stage.ts'
import { repository } from './function-code.ts'
import { asIBucket } from './private-bucket.ts'
import { redirectPath, type StaffSignIn, scope as signInScope } from './staff-sign-in.ts'

/** The bucket's name in the template. */
export const webBucketLogicalId = 'WebBucket'

const hashed = 'assets/*'

export interface WebFilesProps {
  readonly stage: Stage
  readonly signIn: StaffSignIn
  readonly bucket: s3.Bucket
}

export class WebFiles extends Construct {
  constructor(scope: Construct, id: string, { stage, signIn, bucket }: WebFilesProps) {
    super(scope, id)
    const built = join(repository, 'web', 'dist')
    const app = existsSync(built) ? [Source.asset(built)] : []
    if (app.length === 0)
      Annotations.of(this).addWarningV2(
        'kamohelo:no-web-app',
        'web/dist is missing: this deploys no desks. The `build` of cdk.json makes it.',
      )
    const config = Source.jsonData('config.json', {
      issuer: signIn.issuer,
      clientId: signIn.webClient.userPoolClientId,
      scope: signInScope,
      redirectPath,
      ...(stage.helpLine === undefined ? {} : { helpLine: stage.helpLine }),
    })
    const shared = {
      destinationBucket: asIBucket(bucket),
      prune: false,
      logGroup: new logs.LogGroup(this, 'Logs', { retention: stage.logRetention }),
    }
    const asked = new BucketDeployment(this, 'Asked', {
      ...shared,
      sources: [...app, config],
      exclude: [hashed],
      cacheControl: [CacheControl.noCache()],
    })
    if (app.length > 0)
      new BucketDeployment(this, 'Kept', {
        ...shared,
        sources: app,
        exclude: ['*'],
        include: [hashed],
        cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
      })
    acknowledgeHelper(asked, bucket)
  }
}

/** CDK's own upload function: it runs at deployment only, and holds nothing but the public files of the web app. */
function acknowledgeHelper({ handlerRole }: BucketDeployment, bucket: s3.Bucket): void {
  const helper = handlerRole.node.scope
  if (helper === undefined) throw new Error('the upload function has no construct of its own')
  const { account, region } = Stack.of(bucket)
  const assets = `arn:aws:s3:::cdk-hnb659fds-assets-${Token.isUnresolved(account) ? '<AWS::AccountId>' : account}-${region}`
  const findings: readonly NagRule[] = [
    'AwsSolutions-L1',
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    ...['GetObject*', 'GetBucket*', 'List*', 'DeleteObject*', 'Abort*'].map(
      (action): NagRule => `AwsSolutions-IAM5[Action::s3:${action}]`,
    ),
    `AwsSolutions-IAM5[Resource::${assets}/*]`,
    `AwsSolutions-IAM5[Resource::<${webBucketLogicalId}.Arn>/*]`,
  ]
  for (const finding of findings)
    acknowledge(
      helper,
      finding,
      "CDK's upload function: it runs at deployment only and holds the web app's public files alone.",
    )
}
