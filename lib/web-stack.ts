/** The desks: static files and the API behind one address. */
import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import * as s3 from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { asIBucket } from './constructs/private-bucket.ts'
import type { RegistryApi } from './constructs/registry-api.ts'
import { SecurityHeaders } from './constructs/security-headers.ts'
import type { StaffSignIn } from './constructs/staff-sign-in.ts'
import { WebFiles, webBucketLogicalId } from './constructs/web-files.ts'
import { pinLogicalId } from './constructs/zone-tables.ts'
import type { Stage } from './stage.ts'

export interface WebStackProps extends StackProps {
  readonly stage: Stage
  readonly api: RegistryApi
  readonly signIn: StaffSignIn
}

/**
 * A path of the app, not of a file, is the app's to show; the reception desk's page names that desk's files too
 * (web/reception-page.ts). Not an error page: that would turn the API's 404 into a page.
 */
const openApp = `function handler(event) {
  var request = event.request
  if (!/\\.[a-z0-9]+$/.test(request.uri))
    request.uri = request.uri.indexOf('/reception/') === 0 ? '/reception.html' : '/index.html'
  return request
}`

export class WebStack extends Stack {
  constructor(scope: Construct, id: string, { stage, api, signIn, ...props }: WebStackProps) {
    super(scope, id, props)
    const bucket = new s3.Bucket(this, 'Files', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.DESTROY, // built again from the repository
    })
    pinLogicalId(bucket, webBucketLogicalId)
    acknowledge(
      bucket,
      'AwsSolutions-S1',
      'It holds the public files of the web app, which the distribution alone reads.',
    )
    const headers = new SecurityHeaders(this, 'Headers', signIn)
    const toHttps = {
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: headers.policy,
    }
    const distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: `Kamohelo ${stage.name}`,
      defaultRootObject: 'index.html',
      priceClass: cloudfront.PriceClass.PRICE_CLASS_ALL, // the cheaper classes have no edge in southern Africa
      ...ownName(this, stage),
      ...(stage.webAclArn === undefined ? {} : { webAclId: stage.webAclArn }),
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(asIBucket(bucket)),
        ...toHttps,
        functionAssociations: [
          {
            function: new cloudfront.Function(this, 'OpenApp', {
              code: cloudfront.FunctionCode.fromInline(openApp),
              runtime: cloudfront.FunctionRuntime.JS_2_0,
            }),
            eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
          },
        ],
      },
      additionalBehaviors: {
        '/v1/*': {
          origin: new HttpOrigin(api.domainName, {
            originPath: api.originPath,
            protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
          }),
          ...toHttps,
          allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
          cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
          originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
      },
    })
    acknowledgeDistribution(distribution, stage)
    new WebFiles(this, 'WebFiles', { stage, signIn, bucket })
    new CfnOutput(this, 'Address', { value: `https://${distribution.distributionDomainName}` })
  }
}

const ownName = (scope: Construct, { webDomain }: Stage) =>
  webDomain === undefined
    ? {}
    : {
        domainNames: [webDomain.name],
        minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
        certificate: Certificate.fromCertificateArn(scope, 'Certificate', webDomain.certificateArn),
      }

function acknowledgeDistribution(distribution: cloudfront.Distribution, stage: Stage): void {
  acknowledge(
    distribution,
    'AwsSolutions-CFR1',
    'Officers cross borders, and networks at border posts roam abroad: a country would shut out those the system is for.',
  )
  acknowledge(
    distribution,
    'AwsSolutions-CFR3',
    'A line for each request would keep addresses of officers beside ids of records. The API logs routes without either.',
  )
  if (stage.webAclArn === undefined)
    acknowledge(
      distribution,
      'AwsSolutions-CFR2',
      'Joined once the edge stack stands and its output is in lib/stage.ts.',
    )
  if (stage.webDomain === undefined)
    acknowledge(
      distribution,
      'AwsSolutions-CFR4',
      "The distribution's own certificate allows no minimum; a stage with a name of its own has one.",
    )
}
