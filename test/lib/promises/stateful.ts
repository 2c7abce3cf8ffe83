/** What holds somebody's data survives every deployment: pinned, kept, recoverable. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { lakePrefixes } from '../../../functions/platform/lake.ts'
import { indexes, streamed, zones } from '../../../functions/platform/tables.ts'
import { readTables } from '../../../local/template/tables.ts'
import { app, template, theOne } from '../synthesis.ts'

/** A changed name is a new, empty resource: this list changes only with a migration. */
const pinned = {
  'AWS::DynamoDB::Table': ['AuditTable', 'LedgerTable', 'ProtectionTable', 'RegistryTable'],
  'AWS::KMS::Key': ['AttachmentKey', 'DeliveryKey', 'ProtectionKey', 'ShareKey'],
  'AWS::Cognito::UserPool': ['StaffPool'],
  'AWS::S3::Bucket': [
    ...['Attachments', 'AttachmentsAccesses', 'AuditArchive', 'AuditArchiveAccesses'],
    ...['Lake', 'LakeAccesses', 'ParcelParts', 'ParcelPartsAccesses', 'WebBucket'],
  ],
}

it.each(Object.entries(pinned))('pins the names of %s', (type, names) => {
  expect(
    template
      .declared(type)
      .map(({ logicalId }) => logicalId)
      .sort(),
  ).toEqual(names)
})

const Kept = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), DeletionPolicy: z.optional(z.string()), UpdateReplacePolicy: z.optional(z.string()) }),
  ),
})

it('keeps what holds data when its stack goes', () => {
  const stateful = Object.values(pinned)
    .flat()
    .filter(name => name !== 'WebBucket')
  const resources = template.assembly.stacks.flatMap(({ name }) => {
    const file = join(template.assembly.folder, `${name}.template.json`)
    return Object.entries(Kept.parse(JSON.parse(readFileSync(file, 'utf8'))).Resources)
  })
  for (const name of stateful)
    expect([name, Object.fromEntries(resources)[name]]).toMatchObject([
      name,
      { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' },
    ])
})

describe.each(zones)('the %s table', zone => {
  const name = `${zone.charAt(0).toUpperCase()}${zone.slice(1)}Table`
  const { properties } = theOne(name, 'AWS::DynamoDB::Table')

  it('can be restored to any second, and is not deleted by mistake', () => {
    expect(properties).toMatchObject({
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
      BillingMode: 'PAY_PER_REQUEST',
    })
  })

  it('has the keys, indexes and stream of functions/platform/tables.ts', () => {
    const hosted = readTables(template).find(({ name: ref }) => ref === theOne(name, 'AWS::DynamoDB::Table').ref)
    expect(hosted?.KeySchema.map(({ AttributeName }) => AttributeName)).toEqual(['pk', 'sk'])
    expect((hosted?.GlobalSecondaryIndexes ?? []).map(index => index.IndexName)).toEqual(
      indexes[zone].map(index => index.name),
    )
    expect(hosted?.StreamSpecification).toEqual({ StreamViewType: streamed[zone] })
  })

  it('is under no key of ours that every writer would have to be able to use', () => {
    expect(properties['SSESpecification']).toBeUndefined()
  })
})

it('locks the audit archive, so that no entry is shortened or overwritten', () => {
  expect(theOne('AuditArchive', 'AWS::S3::Bucket').properties).toMatchObject({
    ObjectLockEnabled: true,
    ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 1 } } },
    VersioningConfiguration: { Status: 'Enabled' },
  })
})

const Rules = z.object({
  VersioningConfiguration: z.object({ Status: z.string() }),
  LifecycleConfiguration: z.object({
    Rules: z.array(
      z.object({
        Prefix: z.optional(z.string()),
        Status: z.string(),
        ExpirationInDays: z.optional(z.number()),
        NoncurrentVersionExpiration: z.optional(z.object({ NoncurrentDays: z.number() })),
      }),
    ),
  }),
})

describe('faces and marks', () => {
  const { properties } = theOne('Attachments', 'AWS::S3::Bucket')

  it('lie under the key that one role may use', () => {
    expect(properties['BucketEncryption']).toMatchObject({
      ServerSideEncryptionConfiguration: [
        {
          ServerSideEncryptionByDefault: {
            SSEAlgorithm: 'aws:kms',
            KMSMasterKeyID: theOne('AttachmentKey', 'AWS::KMS::Key').attribute('Arn'),
          },
        },
      ],
    })
  })

  it('go after their time, and a day after they were let go of', () => {
    const { VersioningConfiguration, LifecycleConfiguration } = Rules.parse(properties)
    expect(VersioningConfiguration.Status).toBe('Enabled')
    expect(
      LifecycleConfiguration.Rules.map(({ Prefix, ExpirationInDays, NoncurrentVersionExpiration }) => [
        Prefix,
        ExpirationInDays,
        NoncurrentVersionExpiration?.NoncurrentDays,
      ]),
    ).toEqual([
      ['photo/', 365, 1],
      ['mark/', 2_557, 1],
    ])
  })
})

describe('the lake', () => {
  const { VersioningConfiguration, LifecycleConfiguration } = Rules.parse(theOne('Lake', 'AWS::S3::Bucket').properties)
  const rulesFor = (name: string) =>
    LifecycleConfiguration.Rules.filter(({ Prefix = '' }) => name.startsWith(Prefix)).map(
      ({ ExpirationInDays, NoncurrentVersionExpiration, Status }) => [
        Status,
        ExpirationInDays,
        NoncurrentVersionExpiration?.NoncurrentDays,
      ],
    )

  it('lets facts go when they have long been compacted, and keeps them a month more out of sight', () => {
    expect(rulesFor(`${lakePrefixes.facts}batch.jsonl`)).toEqual([['Enabled', 60, 30]])
  })

  it('never lets go of the newest compacted file, however long nothing replaces it', () => {
    expect(VersioningConfiguration.Status).toBe('Enabled')
    expect(rulesFor(`${lakePrefixes.compacted}facts.parquet`)).toEqual([['Enabled', undefined, 60]])
  })
})

it.each(pinned['AWS::S3::Bucket'])('closes the bucket %s to the public', name => {
  expect(theOne(name, 'AWS::S3::Bucket').properties['PublicAccessBlockConfiguration']).toEqual({
    BlockPublicAcls: true,
    BlockPublicPolicy: true,
    IgnorePublicAcls: true,
    RestrictPublicBuckets: true,
  })
})

it('protects the stack of tables and accounts from being deleted', () => {
  expect(app.node.findChild('kamohelo-dev-data')).toMatchObject({ terminationProtection: true })
})
