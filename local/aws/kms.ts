/**
 * The keys of the template that something can be asked of, made once for a data folder: public half and decryption of a
 * key pair, the code of a key for such codes, behind both policies.
 */
import {
  constants,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  privateDecrypt,
  randomBytes,
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
  readonly material: KeyObject | Buffer
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

async function readOrMakeSecret(file: string, bytes: number): Promise<Buffer> {
  const kept = await readFile(file).catch(() => undefined)
  if (kept !== undefined) return kept
  const made = randomBytes(bytes)
  await writeFile(file, made, { mode: 0o600 })
  return made
}

/** Undefined for a symmetric key, which only encrypts storage here: there is nothing to hand out. */
async function materialOf(spec: string, file: string): Promise<HostedKey['material'] | undefined> {
  const [, kind, bits] = /^(RSA|HMAC)_(\d+)$/.exec(spec) ?? []
  if (kind === 'RSA') return readOrMakeKey(`${file}.pem`, Number(bits))
  return kind === 'HMAC' ? readOrMakeSecret(`${file}.hmac`, Number(bits) / 8) : undefined
}

/** Every such key of the template under each name it may be asked for by: ARN, id, alias, alias ARN. */
async function openKeys(template: Template, folder: string): Promise<ReadonlyMap<string, HostedKey>> {
  await mkdir(folder, { recursive: true })
  const keys = new Map<string, HostedKey>()
  for (const declared of template.declared('AWS::KMS::Key')) {
    const { KeySpec: spec } = KeyProperties.parse(declared.properties)
    const material = await materialOf(spec, join(folder, declared.ref))
    if (material === undefined) continue
    const key = { arn: declared.attribute('Arn'), spec, material }
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
const GenerateMacInput = z.object({ KeyId: z.string(), Message: z.string(), MacAlgorithm: z.string() })
const DecryptInput = z.object({ KeyId: z.string(), CiphertextBlob: z.string(), EncryptionAlgorithm: z.string() })

/** Of a key that is no pair nothing of the kind can be asked. */
function keyPairIn(material: HostedKey['material']): KeyObject {
  if (Buffer.isBuffer(material)) throw new AwsRefusal('UnsupportedOperationException', 'This key is no key pair')
  return material
}

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
          const { arn, spec, material } = await demand(call.principal, 'kms:GetPublicKey', KeyId)
          const privateKey = keyPairIn(material)
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
          const { arn, material } = await demand(call.principal, 'kms:Decrypt', KeyId, context)
          const privateKey = keyPairIn(material)
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
        case 'GenerateMac': {
          const { KeyId, Message, MacAlgorithm } = readInput(GenerateMacInput, call)
          const context = { 'kms:MacAlgorithm': MacAlgorithm }
          const { arn, spec, material } = await demand(call.principal, 'kms:GenerateMac', KeyId, context)
          const bits = /^HMAC_SHA_(\d+)$/.exec(MacAlgorithm)?.[1]
          if (!Buffer.isBuffer(material) || spec !== `HMAC_${bits}`)
            throw new AwsRefusal('InvalidKeyUsageException', `${MacAlgorithm} is not for this key`)
          const message = Buffer.from(Message, 'base64')
          if (message.length < 1 || message.length > 4_096)
            throw new AwsRefusal('ValidationException', 'A message has 1 to 4096 bytes')
          const code = createHmac(`sha${bits}`, material).update(message).digest('base64')
          return jsonAnswer({ KeyId: arn, Mac: code, MacAlgorithm })
        }
        default:
          throw new AwsRefusal('UnknownOperationException', `The local host knows no ${operationOf(call)} of KMS`)
      }
    },
  }
}
