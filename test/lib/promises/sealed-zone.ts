/** Promise 5: what could harm is sealed by a key, not by application code. Judged by the policies as synthesised. */
import { describe, expect, it } from 'vitest'
import { indexes } from '../../../functions/platform/tables.ts'
import {
  administratorArn,
  functionNamed,
  functionNames,
  may,
  mayAfterMistake,
  roles,
  theOne,
  whoMay,
} from '../synthesis.ts'

const table = theOne('ProtectionTable', 'AWS::DynamoDB::Table')
const tableArn = table.attribute('Arn')
const streamArn = table.attribute('StreamArn')
const keyArn = theOne('ProtectionKey', 'AWS::KMS::Key').attribute('Arn')
const screening = functionNamed('screening').roleArn

const reads = ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'ConditionCheckItem', 'PartiQLSelect']
const writes = [
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'BatchWriteItem',
  'PartiQLInsert',
  'PartiQLUpdate',
  'PartiQLDelete',
]
const streamReads = ['GetRecords', 'GetShardIterator', 'DescribeStream']
const sealed = { 'dynamodb:LeadingKeys': ['SEALED#0193a3a0'] }

describe('keeps the protection table from every other role', () => {
  it.each(reads)("%s is the protection function's alone, if anybody's", async action => {
    const allowed = ['GetItem', 'BatchGetItem'].includes(action) ? ['protection'] : []
    expect(await whoMay(`dynamodb:${action}`, tableArn, sealed)).toEqual(allowed)
    expect(await whoMay(`dynamodb:${action}`, tableArn)).toEqual(allowed)
    const byIndex = action === 'Query' ? ['protection'] : []
    for (const { name } of indexes.protection)
      expect(await whoMay(`dynamodb:${action}`, `${tableArn}/index/${name}`)).toEqual(byIndex)
  })

  it.each(writes)('%s is for nobody but the two functions of the zone', async action => {
    const allowed = { PutItem: ['protection', 'screening'], UpdateItem: ['protection'] }[action] ?? []
    expect(await whoMay(`dynamodb:${action}`, tableArn, sealed)).toEqual(allowed)
  })

  it.each(streamReads)("%s on its stream is the protection function's alone", async action => {
    expect(await whoMay(`dynamodb:${action}`, streamArn)).toEqual(['protection'])
  })

  it('tells its name to the two functions of the zone only', () => {
    const told = functionNames.filter(name => 'PROTECTION_TABLE' in functionNamed(name).environment)
    expect([...told].sort()).toEqual(['protection', 'screening'])
  })
})

describe('leads the protection function to a returnee and no further', () => {
  const registry = theOne('RegistryTable', 'AWS::DynamoDB::Table').attribute('Arn')
  const mayRead = async (action: string, partition: string) =>
    (await whoMay(`dynamodb:${action}`, registry, { 'dynamodb:LeadingKeys': [partition] })).includes('protection')

  it.each(['NUMBER#XV-7F-00001-Z', 'INTAKE#0193a3a0', 'PERSON#0193a3a0'])('reads %s', async partition => {
    expect(await mayRead('GetItem', partition)).toBe(true)
  })

  it.each(['BATCH#0193a3a0', 'TASK#0193a3a0', 'PLAN#0193a3a0'])('not %s', async partition => {
    expect(await mayRead('GetItem', partition)).toBe(false)
  })

  it.each(['Query', 'Scan', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchGetItem'])('and never by %s', async action => {
    expect(await mayRead(action, 'PERSON#0193a3a0')).toBe(false)
  })
})

describe('keeps the protection key from every other role', () => {
  const opening = ['kms:Decrypt', 'kms:ReEncryptFrom', 'kms:CreateGrant', 'kms:DeriveSharedSecret']

  it.each(opening)('%s is for no other role of ours', async action => {
    expect(await whoMay(action, keyArn)).toEqual(action === 'kms:Decrypt' ? ['protection'] : [])
  })

  it.each(opening)('%s is refused to an administrator who may do everything else', async action => {
    expect(await may(administratorArn, action, keyArn)).toBe(false)
  })

  it('stays closed when somebody opens its policy to the account by mistake', async () => {
    expect(await mayAfterMistake(administratorArn, 'kms:Encrypt', keyArn)).toBe(true)
    expect(await mayAfterMistake(administratorArn, 'kms:Decrypt', keyArn)).toBe(false)
    expect(await mayAfterMistake(administratorArn, 'kms:CreateGrant', keyArn)).toBe(false)
    expect(await mayAfterMistake(functionNamed('protection').roleArn, 'kms:Decrypt', keyArn)).toBe(true)
  })

  it('is not deleted by anybody', async () => {
    expect(await may(administratorArn, 'kms:ScheduleKeyDeletion', keyArn)).toBe(false)
    expect(await whoMay('kms:ScheduleKeyDeletion', keyArn)).toEqual([])
  })

  it('is not lost with its only user: an administrator can still change its policy', async () => {
    expect(await may(administratorArn, 'kms:PutKeyPolicy', keyArn)).toBe(true)
    expect(await whoMay('kms:PutKeyPolicy', keyArn)).toEqual([])
  })

  it('gives its public half to the protection function, which hands it to the tablets', async () => {
    expect(await whoMay('kms:GetPublicKey', keyArn)).toEqual(['protection'])
  })

  it('is a key pair for sealing, so that who seals needs no permission', () => {
    expect(theOne('ProtectionKey', 'AWS::KMS::Key').properties).toMatchObject({
      KeySpec: 'RSA_4096',
      KeyUsage: 'ENCRYPT_DECRYPT',
    })
  })
})

describe('lets the screening function learn nothing from what it puts', () => {
  const put = (context: Record<string, string | string[]>) => may(screening, 'dynamodb:PutItem', tableArn, context)

  it('puts sealed envelopes', async () => {
    expect(await put(sealed)).toBe(true)
    expect(await put({ ...sealed, 'dynamodb:ReturnValues': 'NONE' })).toBe(true)
  })

  it('puts nothing else, and nothing without a key', async () => {
    expect(await put({ 'dynamodb:LeadingKeys': ['SCREEN#0193a3a0'] })).toBe(false)
    expect(await put({ 'dynamodb:LeadingKeys': ['SEALED#0193a3a0', 'AUDIT#0193a3a0'] })).toBe(false)
    expect(await put({})).toBe(false)
  })

  it('is not shown what a put replaced', async () => {
    expect(await put({ ...sealed, 'dynamodb:ReturnValues': 'ALL_OLD' })).toBe(false)
  })

  it('holds no leave on any other table but to put audit entries', async () => {
    for (const id of ['RegistryTable', 'LedgerTable', 'AuditTable']) {
      const arn = theOne(id, 'AWS::DynamoDB::Table').attribute('Arn')
      for (const action of [...reads, ...writes])
        expect([id, action, await may(screening, `dynamodb:${action}`, arn)]).toEqual([
          id,
          action,
          id === 'AuditTable' && action === 'PutItem',
        ])
    }
  })
})

it('judges more roles than there are functions, so that no role is overlooked', () => {
  expect(roles.size).toBeGreaterThanOrEqual(functionNames.length)
})
