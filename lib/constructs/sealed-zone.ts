/**
 * The protection zone's key pair and the one role that may use its private half (design.md promise 5).
 * Role and key stand together, since each names the other. Anybody may seal with the public half; who stores or
 * carries what was sealed holds no permission that opens it.
 */
import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import * as iam from 'aws-cdk-lib/aws-iam'
import * as kms from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import { type CapabilityFunction, functionRole } from './capability-function.ts'
import { pinLogicalId } from './zone-tables.ts'

const use = ['kms:Decrypt', 'kms:GetPublicKey']

/** Everything that would turn a sealed record into a readable one, or let somebody else do so. */
const opening = ['kms:Decrypt', 'kms:ReEncrypt*', 'kms:CreateGrant']

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

export class SealedZone extends Construct {
  readonly key: kms.Key
  readonly role: iam.Role

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.role = functionRole(this, 'Role', 'The protection function: the only reader of sealed records')
    const administrators = new iam.AccountPrincipal(Stack.of(this).account)
    this.key = new kms.Key(this, 'Key', {
      description: 'Sealed records of the protection zone',
      keySpec: kms.KeySpec.RSA_4096,
      keyUsage: kms.KeyUsage.ENCRYPT_DECRYPT,
      removalPolicy: RemovalPolicy.RETAIN,
      policy: new iam.PolicyDocument({
        statements: [
          new iam.PolicyStatement({ sid: 'Keep', principals: [administrators], actions: keeping, resources: ['*'] }),
          new iam.PolicyStatement({ sid: 'Open', principals: [this.role], actions: use, resources: ['*'] }),
          // Not needed today, since nothing else is allowed; it outlives an Allow that somebody adds by mistake.
          new iam.PolicyStatement({
            sid: 'NobodyElseOpens',
            effect: iam.Effect.DENY,
            principals: [new iam.AnyPrincipal()],
            actions: opening,
            resources: ['*'],
            conditions: { ArnNotEquals: { 'aws:PrincipalArn': this.role.roleArn } },
          }),
        ],
      }),
    })
    pinLogicalId(this.key, 'ProtectionKey')
  }

  /** Opening sealed records. The key's policy names its role; any other function asking for this is a fault of ours. */
  grantUnseal(to: CapabilityFunction): void {
    if (to.role !== this.role) throw new Error(`${to.functionName} may not open sealed records`)
    to.allow(use, [this.key.keyArn])
    to.tell('PROTECTION_KEY_ID', this.key.keyId)
  }
}
