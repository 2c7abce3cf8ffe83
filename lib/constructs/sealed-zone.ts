/**
 * The protection zone's key pair and the one role that may use its private half (design.md promise 5).
 * Role and key stand together, since each names the other. Anybody may seal with the public half; who stores or
 * carries what was sealed holds no permission that opens it.
 */
import type * as iam from 'aws-cdk-lib/aws-iam'
import * as kms from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import { type CapabilityFunction, functionRole } from './capability-function.ts'
import { GuardedKey } from './guarded-key.ts'

const use = ['kms:Decrypt', 'kms:GetPublicKey']

/** Everything that would turn a sealed record into a readable one, or let somebody else do so. */
const opening = ['kms:Decrypt', 'kms:ReEncrypt*', 'kms:CreateGrant']

export class SealedZone extends Construct {
  readonly role: iam.Role
  readonly #key: kms.Key

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.role = functionRole(this, 'Role', 'The protection function: the only reader of sealed records')
    this.#key = new GuardedKey(this, 'Guarded', {
      logicalId: 'ProtectionKey',
      description: 'Sealed records of the protection zone',
      keySpec: kms.KeySpec.RSA_4096,
      keyUsage: kms.KeyUsage.ENCRYPT_DECRYPT,
      role: this.role,
      use,
      denied: opening,
    }).key
  }

  /** Opening sealed records. The key's policy names its role; any other function asking for this is a fault of ours. */
  grantUnseal(to: CapabilityFunction): void {
    if (to.role !== this.role) throw new Error(`${to.functionName} may not open sealed records`)
    to.allow(use, [this.#key.keyArn])
    to.tell('PROTECTION_KEY_ID', this.#key.keyId)
  }
}
