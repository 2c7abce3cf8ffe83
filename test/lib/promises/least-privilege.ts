/** Each role may do what its row says and nothing more: no wildcard, no scan, no deletion, whoever asks. */
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { allRoutes, capabilityNames, commandOwners, routesOf } from '../../../functions/contracts.ts'
import {
  functionNamed,
  functionNames,
  functions,
  may,
  nameOfRole,
  roles,
  template,
  theOne,
  whoMay,
} from '../synthesis.ts'

const tables = template.declared('AWS::DynamoDB::Table')
const arnOf = (logicalId: string): string => theOne(logicalId, 'AWS::DynamoDB::Table').attribute('Arn')
const bucketArn = (logicalId: string): string => theOne(logicalId, 'AWS::S3::Bucket').attribute('Arn')
const everyTableAction = [
  ...['GetItem', 'BatchGetItem', 'Query', 'Scan', 'ConditionCheckItem', 'PartiQLSelect'],
  ...['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'PartiQLInsert', 'PartiQLUpdate', 'PartiQLDelete'],
]

const Statement = z.looseObject({
  Effect: z.string(),
  Action: z.union([z.string(), z.array(z.string())]),
  Resource: z.union([z.string(), z.array(z.string())]),
})
const asList = (value: string | string[]): string[] => (typeof value === 'string' ? [value] : value)

/** What every role is allowed, but for CDK's own upload function, which holds the web app's public files alone. */
const allowed = [...roles]
  .filter(([arn]) => !arn.includes('BucketDeployment'))
  .flatMap(([arn, policies]) =>
    policies.flatMap(({ policy }) =>
      policy.Statement.map(statement => Statement.parse(statement)).map(statement => ({
        role: nameOfRole(arn),
        actions: asList(statement.Action),
        resources: asList(statement.Resource),
      })),
    ),
  )

describe('no role has a wildcard', () => {
  it('in an action', () => {
    expect(allowed.filter(({ actions }) => actions.some(action => action.includes('*')))).toEqual([])
  })

  it('in a resource, but for names of streams, objects of one bucket and lines of its own log', () => {
    const wide = allowed.filter(({ actions, resources }) => {
      const onlyStreamNames = actions.every(action => action === 'dynamodb:ListStreams')
      const onlyObjects = resources.every(arn => /^arn:aws:s3:::[^*]+\/\*$/.test(arn) || !arn.includes('*'))
      const onlyLog = resources.every(arn => /:log-group:[^*]+:\*$/.test(arn))
      return resources.some(arn => arn.includes('*')) && !onlyStreamNames && !onlyObjects && !onlyLog
    })
    expect(wide).toEqual([])
  })

  it('and every role is judged', () => {
    expect(new Set(allowed.map(({ role }) => role))).toEqual(
      new Set([
        ...functionNames,
        ...[...roles.keys()]
          .map(nameOfRole)
          .filter(role => role.includes('Role') && !role.includes('BucketDeployment')),
      ]),
    )
  })
})

describe('nobody scans or deletes', () => {
  const never = [
    'Scan',
    'DeleteItem',
    'BatchWriteItem',
    'PartiQLSelect',
    'PartiQLDelete',
    'PartiQLUpdate',
    'DeleteTable',
  ]
  it.each(tables.map(({ logicalId }) => logicalId))('%s', async logicalId => {
    for (const action of never)
      expect([action, await whoMay(`dynamodb:${action}`, arnOf(logicalId))]).toEqual([action, []])
  })
})

describe('the audit', () => {
  it("is put by every function that serves officers outside the sealed zone, and by the clock's", async () => {
    const recording = [
      ...[
        'arrivals',
        'attachments',
        'audit',
        'budgets',
        'commands',
        'devices',
        'escalation',
        'follow-up',
        'intake',
        'registration',
      ],
      ...['reintegration', 'reports', 'screening', 'supplies', 'support', 'trips'],
    ]
    expect(await whoMay('dynamodb:PutItem', arnOf('AuditTable'))).toEqual(recording)
  })

  it("is read by the auditor's function alone", async () => {
    for (const action of everyTableAction.filter(each => each !== 'PutItem'))
      expect([action, await whoMay(`dynamodb:${action}`, arnOf('AuditTable'))]).toEqual([
        action,
        action === 'Query' ? ['audit'] : [],
      ])
    expect(await whoMay('dynamodb:PutItem', arnOf('AuditTable'), { 'dynamodb:ReturnValues': 'ALL_OLD' })).toEqual([])
  })

  it('is granted to every function that serves a recorded route', () => {
    const recorded = capabilityNames.filter(name =>
      routesOf(name).some(route => route.recording === 'committed' || route.recording === 'read'),
    )
    for (const name of recorded)
      expect([name, functionNamed(name).environment]).toMatchObject([name, { AUDIT_TABLE: expect.any(String) }])
    expect(recorded.length).toBeGreaterThan(5)
  })
})

describe('the ledger', () => {
  const ledger = arnOf('LedgerTable')
  const key = (prefix: string) => ({ 'dynamodb:LeadingKeys': [`${prefix}0193a3a0`] })

  it('is appended to: an entry is put and never changed', async () => {
    expect(await whoMay('dynamodb:PutItem', ledger, key('ENTRY#'))).toEqual([
      'budgets',
      'day-book',
      'intake',
      'supplies',
      'support',
    ])
    expect(await whoMay('dynamodb:UpdateItem', ledger, key('ENTRY#'))).toEqual([])
  })

  it.each([
    ['LEASE#', ['intake', 'supplies', 'support']],
    ['BALANCE#', ['budgets', 'intake', 'supplies', 'support']],
  ])('changes %s by an update under a condition, never by a put over it', async (prefix, may) => {
    expect(await whoMay('dynamodb:UpdateItem', ledger, key(prefix))).toEqual(may)
    expect(await whoMay('dynamodb:PutItem', ledger, key(prefix))).toEqual([])
  })
})

describe('reports cannot name anyone', () => {
  const reports = functionNamed('reports').roleArn

  it.each(['RegistryTable', 'LedgerTable', 'ProtectionTable'])(
    'their role can do nothing at all on %s',
    async logicalId => {
      const table = theOne(logicalId, 'AWS::DynamoDB::Table')
      const arns = [
        table.attribute('Arn'),
        `${table.attribute('Arn')}/index/lookup`,
        `${table.attribute('Arn')}/index/work`,
      ]
      for (const arn of arns)
        for (const action of everyTableAction)
          expect([action, arn, await may(reports, `dynamodb:${action}`, arn)]).toEqual([action, arn, false])
      for (const action of ['GetRecords', 'GetShardIterator', 'DescribeStream'])
        expect(await may(reports, `dynamodb:${action}`, table.attribute('StreamArn'))).toBe(false)
    },
  )

  it('their role reads the lake and writes nothing', async () => {
    for (const object of [`${bucketArn('Lake')}/facts/batch`, `${bucketArn('Lake')}/compacted/facts.parquet`])
      expect([await may(reports, 's3:GetObject', object), await may(reports, 's3:PutObject', object)]).toEqual([
        true,
        false,
      ])
  })
})

describe('the lake', () => {
  const lake = bucketArn('Lake')

  it.each([
    ['facts/batch.jsonl', 'facts'],
    ['compacted/facts.parquet', 'compaction'],
  ])('has %s written by one function', async (name, writer) => {
    expect(await whoMay('s3:PutObject', `${lake}/${name}`)).toEqual([writer])
  })

  it('is read by compaction and reports, and written nowhere else', async () => {
    expect(await whoMay('s3:GetObject', `${lake}/facts/batch.jsonl`)).toEqual(['compaction', 'reports'])
    expect(await whoMay('s3:ListBucket', lake)).toEqual(['compaction', 'reports'])
    expect(await whoMay('s3:PutObject', `${lake}/elsewhere`)).toEqual([])
  })

  it('loses nothing by the hand of a function', async () => {
    for (const name of ['facts/batch.jsonl', 'compacted/facts.parquet'])
      for (const action of ['DeleteObject', 'DeleteObjectVersion', 'PutObjectTagging', 'GetObjectVersion'])
        expect([action, await whoMay(`s3:${action}`, `${lake}/${name}`)]).toEqual([action, []])
    for (const action of ['PutLifecycleConfiguration', 'PutBucketVersioning', 'DeleteBucket'])
      expect([action, await whoMay(`s3:${action}`, lake)]).toEqual([action, []])
  })

  it('tells compaction of nothing but itself', () => {
    expect(Object.keys(functionNamed('compaction').environment)).toEqual(['LAKE_BUCKET'])
  })
})

describe('faces and marks', () => {
  const bucket = bucketArn('Attachments')
  const key = theOne('AttachmentKey', 'AWS::KMS::Key').attribute('Arn')

  it.each(['photo/person/photo', 'mark/person/mark'])('%s is kept and shown by one function', async name => {
    for (const action of ['PutObject', 'GetObject'])
      expect([action, await whoMay(`s3:${action}`, `${bucket}/${name}`)]).toEqual([action, ['attachments']])
    for (const action of ['kms:Decrypt', 'kms:GenerateDataKey'])
      expect([action, await whoMay(action, key)]).toEqual([action, ['attachments']])
    expect(await whoMay('s3:ListBucket', bucket)).toEqual([])
  })

  it('a photograph is let go of also by who takes answers, a mark is not', async () => {
    const photo = await whoMay('s3:DeleteObject', `${bucket}/photo/person/photo`)
    expect(photo).toEqual(['attachments', 'intake', 'registration'])
    expect(await whoMay('s3:DeleteObject', `${bucket}/mark/person/mark`)).toEqual(['attachments'])
  })

  it('no version of what was let go of is read, and the key is not handed on', async () => {
    for (const action of ['GetObjectVersion', 'DeleteObjectVersion', 'PutObjectTagging'])
      expect([action, await whoMay(`s3:${action}`, `${bucket}/photo/person/photo`)]).toEqual([action, []])
    for (const action of ['kms:CreateGrant', 'kms:ReEncryptFrom', 'kms:ScheduleKeyDeletion'])
      expect([action, await whoMay(action, key)]).toEqual([action, []])
  })

  it('of the registry their function touches persons alone, and changes none', async () => {
    const { roleArn } = functionNamed('attachments')
    const leading = (prefix: string) => ({ 'dynamodb:LeadingKeys': [`${prefix}0193a3a0`] })
    const allowedOn = async (prefix: string) => {
      const allowed: string[] = []
      for (const action of everyTableAction)
        if (await may(roleArn, `dynamodb:${action}`, arnOf('RegistryTable'), leading(prefix))) allowed.push(action)
      return allowed
    }
    expect(await allowedOn('PERSON#')).toEqual(['GetItem', 'Query', 'ConditionCheckItem', 'PutItem'])
    for (const prefix of ['BATCH#', 'INTAKE#', 'TASK#', 'NUMBER#', 'DEVICE#', 'PARCELLED#'])
      expect([prefix, await allowedOn(prefix)]).toEqual([prefix, []])
  })
})

describe('the audit archive', () => {
  it('is written by one function, and read, unlocked or deleted by none', async () => {
    const object = `${bucketArn('AuditArchive')}/audit/entry`
    expect(await whoMay('s3:PutObject', object)).toEqual(['audit-archive'])
    for (const action of [
      'GetObject',
      'DeleteObject',
      'DeleteObjectVersion',
      'BypassGovernanceRetention',
      'PutObjectRetention',
    ])
      expect([action, await whoMay(`s3:${action}`, object)]).toEqual([action, []])
  })
})

describe('the commands function', () => {
  it('calls the capabilities that take commands, and no others', async () => {
    const { roleArn } = functionNamed('commands')
    const called: string[] = []
    for (const [name, { arn }] of functions) if (await may(roleArn, 'lambda:InvokeFunction', arn)) called.push(name)
    expect(called.sort()).toEqual([...commandOwners].sort())
  })

  it('reaches every route that changes something, so that no tablet holds what it cannot hand in', () => {
    // A pass proves that its officer was there: nobody opens one in another's name. Money is moved at an office's desk.
    const alone = new Set(['commands', 'devices', 'budgets'])
    const changing = capabilityNames.filter(
      name => !alone.has(name) && routesOf(name).some(({ method }) => method !== 'GET'),
    )
    expect(commandOwners).toEqual(expect.arrayContaining(changing))
    expect(allRoutes.length).toBeGreaterThan(20)
  })

  it("holds nobody's record: of all tables what sealed parcels need, by its keys, and its audit entries", async () => {
    const { roleArn } = functionNamed('commands')
    const allowed: string[] = []
    for (const { logicalId } of tables)
      for (const action of everyTableAction)
        if (await may(roleArn, `dynamodb:${action}`, arnOf(logicalId))) allowed.push(`${logicalId} ${action}`)
    // On the registry nothing without a key under one of its own prefixes: see device-keys.ts.
    expect(allowed).toEqual(['AuditTable PutItem'])
  })
})

it('gives each function a role of its own', () => {
  expect(new Set([...functions.values()].map(({ roleArn }) => roleArn)).size).toBe(functionNames.length)
})

it('lets the bus be told by dispatch alone', async () => {
  const [bus] = template.declared('AWS::Events::EventBus')
  expect(await whoMay('events:PutEvents', bus?.attribute('Arn') ?? '')).toEqual(['dispatch'])
})
