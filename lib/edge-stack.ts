/**
 * The firewall before the distribution. CloudFront takes it from us-east-1 alone, so it stands apart and is deployed
 * first; its output goes into `lib/stage.ts`. It holds nothing of anybody.
 */
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import type { Construct } from 'constructs'

/** From one address in five minutes. A whole post, or a whole mobile network, may be behind one address. */
const requestsPerAddress = 5000

const bodyRules = [
  'SizeRestrictions_BODY',
  'CrossSiteScripting_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
  'EC2MetaDataSSRF_BODY',
]

const metrics = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false, // a sample keeps a request's path, which holds ids
  metricName,
})

/**
 * Kept by AWS. `counted` rules only count. Those on bodies must: a day's commands or a manifest is longer than the 8 kB
 * they expect, and a note that happens to look like an attack would stay on its tablet for good.
 */
const managed = (name: string, priority: number, counted: readonly string[] = []): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: counted.map(rule => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  visibilityConfig: metrics(name),
})

export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props)
    const webAcl = new CfnWebACL(this, 'Firewall', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: metrics('Kamohelo'),
      rules: [
        {
          name: 'RequestsPerAddress',
          priority: 0,
          action: { block: {} },
          statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit: requestsPerAddress } },
          visibilityConfig: metrics('RequestsPerAddress'),
        },
        managed('AWSManagedRulesKnownBadInputsRuleSet', 1),
        managed('AWSManagedRulesCommonRuleSet', 2, bodyRules),
      ],
    })
    new CfnOutput(this, 'WebAclArn', { value: webAcl.attrArn })
  }
}
