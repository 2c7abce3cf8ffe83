/**
 * The two keys of the tablets (docs/adr/0011-devices-passes-parcels.md), each with the one role that may use it: from
 * the share key come the shares of passes, and the delivery key opens what tablets hand in.
 */
import type * as iam from 'aws-cdk-lib/aws-iam'
import * as kms from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import { type CapabilityFunction, functionRole } from './capability-function.ts'
import { GuardedKey } from './guarded-key.ts'

export class DeviceKeys extends Construct {
  /** Of the devices function. */
  readonly passRole: iam.Role
  /** Of the commands function. */
  readonly deliveryRole: iam.Role
  readonly #shareKey: kms.Key
  readonly #deliveryKey: kms.Key

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.passRole = functionRole(this, 'PassRole', 'The devices function: the only maker of shares')
    this.deliveryRole = functionRole(this, 'DeliveryRole', 'The commands function: the only opener of parcels')
    this.#shareKey = new GuardedKey(this, 'Shares', {
      logicalId: 'ShareKey',
      description: 'Shares of the passes of tablets',
      keySpec: kms.KeySpec.HMAC_256,
      keyUsage: kms.KeyUsage.GENERATE_VERIFY_MAC,
      role: this.passRole,
      use: ['kms:GenerateMac'],
      // Verifying tells of a guess whether it is right.
      denied: ['kms:GenerateMac', 'kms:VerifyMac', 'kms:CreateGrant'],
    }).key
    this.#deliveryKey = new GuardedKey(this, 'Delivery', {
      logicalId: 'DeliveryKey',
      description: 'Records that wait on tablets to be sent',
      keySpec: kms.KeySpec.RSA_3072,
      keyUsage: kms.KeyUsage.ENCRYPT_DECRYPT,
      role: this.deliveryRole,
      use: ['kms:Decrypt'],
      denied: ['kms:Decrypt', 'kms:ReEncrypt*', 'kms:CreateGrant'],
      publishedBy: this.passRole,
    }).key
  }

  /** Making shares, and handing out the public half of the delivery key beside them. */
  grantPasses(to: CapabilityFunction): void {
    if (to.role !== this.passRole) throw new Error(`${to.functionName} may not make shares`)
    to.allow(['kms:GenerateMac'], [this.#shareKey.keyArn])
    to.allow(['kms:GetPublicKey'], [this.#deliveryKey.keyArn])
    to.tell('SHARE_KEY_ID', this.#shareKey.keyId)
    to.tell('DELIVERY_KEY_ID', this.#deliveryKey.keyId)
  }

  /** Opening what tablets hand in. */
  grantDelivery(to: CapabilityFunction): void {
    if (to.role !== this.deliveryRole) throw new Error(`${to.functionName} may not open parcels`)
    to.allow(['kms:Decrypt'], [this.#deliveryKey.keyArn])
    to.tell('DELIVERY_KEY_ID', this.#deliveryKey.keyId)
  }
}
