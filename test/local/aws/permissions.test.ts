import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conditionClasses } from '../../../local/aws/condition-classes.ts'
import { createPermissions, type Principal } from '../../../local/aws/permissions.ts'
import type { PolicyDocument } from '../../../local/template/roles.ts'

const seed = 20_261_122
const account = '000000000000'
const roleArn = `arn:aws:iam::${account}:role/intake`
const ledger = `arn:aws:dynamodb:af-south-1:${account}:table/ledger`
const principal: Principal = { kind: 'role', roleArn, session: 'intake' }

const policy = (...Statement: PolicyDocument['Statement']): PolicyDocument => ({ Version: '2012-10-17', Statement })
const permitted = (document: PolicyDocument, resourcePolicies = new Map<string, PolicyDocument>()) =>
  createPermissions({ account, roles: new Map([[roleArn, [{ name: 'p', policy: document }]]]), resourcePolicies })

const balancesOnly = policy({
  Effect: 'Allow',
  Action: 'dynamodb:UpdateItem',
  Resource: ledger,
  Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['BALANCE#*', 'LEASE#?'] } },
})

const update = (key: string) => ({
  action: 'dynamodb:UpdateItem',
  resource: ledger,
  context: { 'dynamodb:LeadingKeys': [key] },
})

describe('permissions', () => {
  it('are remembered by what a condition can tell apart, and decided as if they were not', async () => {
    const remembering = permitted(balancesOnly)
    const key = fc.tuple(
      fc.constantFrom('BALANCE#', 'LEASE#', 'ENTRY#', 'LEASE', 'balance#', ''),
      fc.string({ maxLength: 3 }),
    )
    await fc.assert(
      fc.asyncProperty(key, async ([prefix, rest]) => {
        const asked = update(prefix + rest)
        expect(await remembering.allows(principal, asked)).toBe(await permitted(balancesOnly).allows(principal, asked))
      }),
      { seed, numRuns: 150 },
    )
  })

  it('answer at once for another key of the same class', async () => {
    const permissions = permitted(balancesOnly)
    expect(await permissions.allows(principal, update('BALANCE#1'))).toBe(true)
    expect(permissions.allows(principal, update('BALANCE#2'))).toBe(true)
    expect(await permissions.allows(principal, update('ENTRY#1'))).toBe(false)
    expect(permissions.allows(principal, update('ENTRY#2'))).toBe(false)
  })

  it.each([
    ['an action nobody granted', { action: 'dynamodb:Scan', resource: ledger }],
    ['an action that does not exist', { action: 'dynamodb:ReadMinds', resource: ledger }],
    ['another table', { ...update('BALANCE#1'), resource: ledger.replace('ledger', 'audit') }],
  ])('refuse %s', async (_what, asked) => {
    expect(await permitted(balancesOnly).allows(principal, asked)).toBe(false)
  })

  it('need the policy of a key beside that of the role', async () => {
    const key = `arn:aws:kms:af-south-1:${account}:key/11111111-1111-4111-8111-111111111111`
    const decrypt = {
      action: 'kms:Decrypt',
      resource: key,
      context: { 'kms:EncryptionAlgorithm': 'RSAES_OAEP_SHA_256' },
    }
    const granted = policy({ Effect: 'Allow', Action: 'kms:Decrypt', Resource: key })
    const named = (arn: string) =>
      new Map([[key, policy({ Effect: 'Allow', Principal: { AWS: arn }, Action: 'kms:*', Resource: '*' })]])
    expect(await permitted(granted).allows(principal, decrypt)).toBe(false)
    expect(await permitted(granted, named(roleArn.replace('intake', 'other'))).allows(principal, decrypt)).toBe(false)
    expect(await permitted(granted, named(roleArn)).allows(principal, decrypt)).toBe(true)
  })

  it('of a service come from the policy of what it reaches', async () => {
    const fn = `arn:aws:lambda:af-south-1:${account}:function:listener`
    const rule = `arn:aws:events:af-south-1:${account}:rule/bus/one`
    const onFunction = policy({
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'lambda:InvokeFunction',
      Resource: fn,
      Condition: { ArnLike: { 'aws:SourceArn': rule } },
    })
    const permissions = permitted(balancesOnly, new Map([[fn, onFunction]]))
    const invoked = (source: string, service = 'events.amazonaws.com') =>
      permissions.allows(
        { kind: 'service', service },
        { action: 'lambda:InvokeFunction', resource: fn, context: { 'aws:SourceArn': source } },
      )
    expect(await invoked(rule)).toBe(true)
    expect(await invoked(rule.replace('one', 'two'))).toBe(false)
    expect(await invoked(rule, 'apigateway.amazonaws.com')).toBe(false)
  })
})

describe('condition classes', () => {
  it('leave out what no condition looks at', () => {
    const classes = conditionClasses([balancesOnly])
    const context = { 'dynamodb:LeadingKeys': ['BALANCE#1'], 'dynamodb:ReturnValues': 'NONE' }
    expect(classes.mentioned(context)).toEqual({ 'dynamodb:LeadingKeys': ['BALANCE#1'] })
  })

  it('keep values apart where an operator compares otherwise than by text', () => {
    const classes = conditionClasses([
      policy({ Effect: 'Allow', Action: '*', Resource: '*', Condition: { ArnLike: { 'aws:SourceArn': 'arn:*' } } }),
    ])
    expect(classes.classOf({ 'aws:SourceArn': 'arn:1' })).not.toBe(classes.classOf({ 'aws:SourceArn': 'arn:2' }))
  })
})
