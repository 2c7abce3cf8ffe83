/**
 * A key of AWS KMS that one role alone may use, whoever else in the account may do everything: its own policy says so,
 * and says it twice. It outlives its stack, and nobody may delete it.
 */
import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import * as iam from 'aws-cdk-lib/aws-iam'
import * as kms from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import { pinLogicalId } from './zone-tables.ts'

/**
 * What the account's administrators need to keep the key, and no more: no use of it, no grant, no deletion.
 * They can still change this policy: a key whose policy nobody may change is lost with its only role.
 */
const keeping = [
  'kms:DescribeKey',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListKeyPolicies',
  'kms:ListGrants',
  'kms:ListResourceTags',
  'kms:PutKeyPolicy',
  'kms:RevokeGrant',
  'kms:EnableKey',
  'kms:DisableKey',
  'kms:UpdateKeyDescription',
  'kms:TagResource',
  'kms:UntagResource',
]

export interface GuardedKeyProps {
  readonly logicalId: string
  readonly description: string
  readonly keySpec: kms.KeySpec
  readonly keyUsage: kms.KeyUsage
  /** Of a symmetric key: a new one each year, the old ones kept for what they closed. */
  readonly enableKeyRotation?: boolean
  /** The one role that may use it, and what for. */
  readonly role: iam.Role
  readonly use: readonly string[]
  /** What nobody else may do: the use itself, and whatever would hand it on. */
  readonly denied: readonly string[]
  /** May hand out its public half, with which one can only seal. */
  readonly publishedBy?: iam.Role
}

export class GuardedKey extends Construct {
  readonly key: kms.Key

  constructor(scope: Construct, id: string, props: GuardedKeyProps) {
    super(scope, id)
    const { logicalId, role, use, denied, publishedBy, ...key } = props
    const administrators = new iam.AccountPrincipal(Stack.of(this).account)
    this.key = new kms.Key(this, 'Key', {
      ...key,
      removalPolicy: RemovalPolicy.RETAIN,
      policy: new iam.PolicyDocument({
        statements: [
          new iam.PolicyStatement({ sid: 'Keep', principals: [administrators], actions: keeping, resources: ['*'] }),
          new iam.PolicyStatement({ sid: 'Open', principals: [role], actions: [...use], resources: ['*'] }),
          ...(publishedBy === undefined
            ? []
            : [
                new iam.PolicyStatement({
                  sid: 'Publish',
                  principals: [publishedBy],
                  actions: ['kms:GetPublicKey'],
                  resources: ['*'],
                }),
              ]),
          // Not needed today, since nothing else is allowed; it outlives an Allow that somebody adds by mistake.
          new iam.PolicyStatement({
            sid: 'NobodyElseOpens',
            effect: iam.Effect.DENY,
            principals: [new iam.AnyPrincipal()],
            actions: [...denied],
            resources: ['*'],
            conditions: { ArnNotEquals: { 'aws:PrincipalArn': role.roleArn } },
          }),
        ],
      }),
    })
    pinLogicalId(this.key, logicalId)
  }
}
