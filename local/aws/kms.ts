/** The asymmetric keys of the template, made once for a data folder: public part and decryption, behind both policies. */
import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  privateDecrypt,
} from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod/mini'
import type { Template } from '../template/template.ts'
import type { AwsService } from './gateway.ts'
import { jsonAnswer, operationOf, readInput } from './json-call.ts'
import type { Permissions, Principal } from './permissions.ts'
import { AwsRefusal, accessDenied, jsonRefusal } from './refusal.ts'

interface HostedKey {
  readonly arn: string
  readonly spec: string
  readonly privateKey: KeyObject
}

const KeyProperties = z.object({ KeySpec: z._default(z.string(), 'SYMMETRIC_DEFAULT') })
const AliasProperties = z.object({ AliasName: z.string(), TargetKeyId: z.string() })

async function readOrMakeKey(file: string, bits: number): Promise<KeyObject> {
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  if (kept !== undefined) return createPrivateKey(kept)
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: bits })
  await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  return privateKey
}

/** Every RSA key of the template under each name it may be asked for by: ARN, id, alias, alias ARN. */
async function openKeys(template: Template, folder: string): Promise<ReadonlyMap<string, HostedKey>> {
  await mkdir(folder, { recursive: true })
  const keys = new Map<string, HostedKey>()
  for (const declared of template.declared('AWS::KMS::Key')) {
    const { KeySpec: spec } = KeyProperties.parse(declared.properties)
    const bits = /^RSA_(\d+)$/.exec(spec)?.[1]
    if (bits === undefined) continue // symmetric keys only encrypt storage here: there is nothing to hand out
    const key = {
      arn: declared.attribute('Arn'),
      spec,
      privateKey: await readOrMakeKey(join(folder, `${declared.ref}.pem`), Number(bits)),
    }
    keys.set(key.arn, key).set(declared.ref, key)
  }
  for (const { properties } of template.declared('AWS::KMS::Alias')) {
    const { AliasName: alias, TargetKeyId: target } = AliasProperties.parse(properties)
    const key = keys.get(target)
    if (key !== undefined) keys.set(alias, key).set(key.arn.replace(/key\/.*$/, alias), key)
  }
  return keys
}

const KeyInput = z.object({ KeyId: z.string() })
const DecryptInput = z.object({ KeyId: z.string(), CiphertextBlob: z.string(), EncryptionAlgorithm: z.string() })

export interface KmsOptions {
  readonly template: Template
  readonly permissions: Permissions
  readonly dataFolder: string
}

export async function kmsService({ template, permissions, dataFolder }: KmsOptions): Promise<AwsService> {
  const keys = await openKeys(template, join(dataFolder, 'kms'))

  async function demand(principal: Principal, action: string, keyId: string, context = {}): Promise<HostedKey> {
    const key = keys.get(keyId)
    const ask = { action, resource: key?.arn ?? keyId, context }
    // Whether a key exists is not told to those who may not use it.
    if (key === undefined || !(await permissions.allows(principal, ask))) throw accessDenied(principal, ask)
    return key
  }

  return {
    refuse: jsonRefusal,
    async handle(call) {
      switch (operationOf(call)) {
        case 'GetPublicKey': {
          const { KeyId } = readInput(KeyInput, call)
          const { arn, spec, privateKey } = await demand(call.principal, 'kms:GetPublicKey', KeyId)
          const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
          return jsonAnswer({
            KeyId: arn,
            PublicKey: spki.toString('base64'),
            KeySpec: spec,
            CustomerMasterKeySpec: spec,
            KeyUsage: 'ENCRYPT_DECRYPT',
            EncryptionAlgorithms: ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'],
          })
        }
        case 'Decrypt': {
          const { KeyId, CiphertextBlob, EncryptionAlgorithm } = readInput(DecryptInput, call)
          const context = { 'kms:EncryptionAlgorithm': EncryptionAlgorithm }
          const { arn, privateKey } = await demand(call.principal, 'kms:Decrypt', KeyId, context)
          const hash = /^RSAES_OAEP_SHA_(1|256)$/.exec(EncryptionAlgorithm)?.[1]
          if (hash === undefined)
            throw new AwsRefusal('InvalidKeyUsageException', `${EncryptionAlgorithm} is not for this key`)
          const padding = { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: `sha${hash}` }
          try {
            const plaintext = privateDecrypt(padding, Buffer.from(CiphertextBlob, 'base64'))
            return jsonAnswer({ KeyId: arn, Plaintext: plaintext.toString('base64'), EncryptionAlgorithm })
          } catch {
            throw new AwsRefusal('InvalidCiphertextException', 'The ciphertext is not one of this key')
          }
        }
        default:
          throw new AwsRefusal('UnknownOperationException', `The local host knows no ${operationOf(call)} of KMS`)
      }
    },
  }
}
