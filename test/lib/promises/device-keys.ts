/** The tablets' keys (ADR 11): each for one role, and of the registry no more than a parcel needs. */
import { describe, expect, it } from 'vitest'
import { administratorArn, functionNamed, functionNames, may, mayAfterMistake, theOne, whoMay } from '../synthesis.ts'

const keyArn = (logicalId: string): string => theOne(logicalId, 'AWS::KMS::Key').attribute('Arn')
const registry = theOne('RegistryTable', 'AWS::DynamoDB::Table').attribute('Arn')

describe.each([
  { key: 'DeliveryKey', use: 'kms:Decrypt', by: 'commands', others: ['kms:ReEncryptFrom', 'kms:CreateGrant'] },
  { key: 'ShareKey', use: 'kms:GenerateMac', by: 'devices', others: ['kms:VerifyMac', 'kms:CreateGrant'] },
] as const)('keeps the $key from every other role', ({ key, use, by, others }) => {
  const arn = keyArn(key)

  it(`${use} is for the ${by} function alone`, async () => {
    expect(await whoMay(use, arn)).toEqual([by])
    for (const action of others) expect([action, await whoMay(action, arn)]).toEqual([action, []])
  })

  it('is refused to an administrator who may do everything else, also after a mistake in its policy', async () => {
    for (const action of [use, ...others]) {
      expect([action, await may(administratorArn, action, arn)]).toEqual([action, false])
      expect([action, await mayAfterMistake(administratorArn, action, arn)]).toEqual([action, false])
    }
    expect(await mayAfterMistake(administratorArn, 'kms:GetPublicKey', arn)).toBe(true)
    expect(await mayAfterMistake(functionNamed(by).roleArn, use, arn)).toBe(true)
  })

  it('is not deleted by anybody, nor lost with its only user', async () => {
    expect(await may(administratorArn, 'kms:ScheduleKeyDeletion', arn)).toBe(false)
    expect(await whoMay('kms:ScheduleKeyDeletion', arn)).toEqual([])
    expect(await may(administratorArn, 'kms:PutKeyPolicy', arn)).toBe(true)
  })
})

it('gives the public half of the delivery key to the devices function, which hands it to the tablets', async () => {
  expect(await whoMay('kms:GetPublicKey', keyArn('DeliveryKey'))).toEqual(['devices'])
})

it('has a key pair for sealing and a key for shares', () => {
  expect(theOne('DeliveryKey', 'AWS::KMS::Key').properties).toMatchObject({
    KeySpec: 'RSA_3072',
    KeyUsage: 'ENCRYPT_DECRYPT',
  })
  expect(theOne('ShareKey', 'AWS::KMS::Key').properties).toMatchObject({
    KeySpec: 'HMAC_256',
    KeyUsage: 'GENERATE_VERIFY_MAC',
  })
})

it('lets the commands function alone touch parts of records on their way, which go after a week', async () => {
  const parts = theOne('ParcelParts', 'AWS::S3::Bucket')
  const bucket = parts.attribute('Arn')
  for (const action of ['s3:PutObject', 's3:GetObject', 's3:DeleteObject'])
    expect([action, await whoMay(action, `${bucket}/parts/device/record/hash/1`)]).toEqual([action, ['commands']])
  expect(await whoMay('s3:ListBucket', bucket)).toEqual(['commands'])
  expect(await whoMay('s3:DeleteObject', `${bucket}/other`)).toEqual([])
  expect(parts.properties['LifecycleConfiguration']).toMatchObject({ Rules: [{ ExpirationInDays: 7 }] })
})

it('tells the keys to nobody else', () => {
  const told = (variable: string) => functionNames.filter(name => variable in functionNamed(name).environment).sort()
  expect(told('SHARE_KEY_ID')).toEqual(['devices'])
  expect(told('DELIVERY_KEY_ID')).toEqual(['commands', 'devices'])
})

describe('of the registry', () => {
  const leading = (partition: string) => ({ 'dynamodb:LeadingKeys': [`${partition}0193a3a0`] })
  const others = ['BATCH#', 'INTAKE#', 'PERSON#', 'NUMBER#', 'PLAN#', 'TASK#']
  const actions = ['GetItem', 'BatchGetItem', 'Query', 'ConditionCheckItem', 'PutItem', 'UpdateItem'] as const
  const allowed = async (name: 'commands' | 'devices', partition: string) => {
    const { roleArn } = functionNamed(name)
    const answers = actions.map(async action =>
      (await may(roleArn, `dynamodb:${action}`, registry, leading(partition))) ? [action] : [],
    )
    return (await Promise.all(answers)).flat()
  }

  it.each(others)('neither function touches %s', async partition => {
    expect(await allowed('commands', partition)).toEqual([])
    expect(await allowed('devices', partition)).toEqual([])
  })

  it('the commands function changes no device and no pass', async () => {
    expect(await allowed('commands', 'DEVICE#')).toEqual(['GetItem'])
    expect(await allowed('commands', 'DEVICECODE#')).toEqual([])
  })

  it('the devices function sees of what parcels left the quarantine alone', async () => {
    expect(await allowed('devices', 'QUARANTINE#')).toEqual(['GetItem', 'Query', 'UpdateItem'])
    expect(await allowed('devices', 'REFUSED#')).toEqual([])
    expect(await allowed('devices', 'PARCELLED#')).toEqual([])
  })

  it('a code is put once and never read', async () => {
    expect(await allowed('devices', 'DEVICECODE#')).toEqual(['PutItem'])
  })

  it('queues and lists are those of tablets', async () => {
    const mayQuery = (name: 'commands' | 'devices', index: string, queue: string) =>
      may(functionNamed(name).roleArn, 'dynamodb:Query', `${registry}/index/${index}`, {
        'dynamodb:LeadingKeys': [queue],
      })
    expect(await mayQuery('commands', 'work', 'PARCELS#RELEASED')).toBe(true)
    expect(await mayQuery('commands', 'work', 'LS-A#HEALTH#OPEN')).toBe(false)
    expect(await mayQuery('devices', 'lookup', 'DEVICES#MB')).toBe(true)
    expect(await mayQuery('devices', 'lookup', 'NAME#foulo')).toBe(false)
  })
})
