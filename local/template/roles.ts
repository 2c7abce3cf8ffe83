/** The IAM side of the template: what each role may do, and what each resource lets be done to it. */
import * as z from 'zod/mini'
import type { Template } from './template.ts'

export const PolicyDocument = z.looseObject({
  Version: z.optional(z.string()),
  Statement: z.array(z.looseObject({ Effect: z.enum(['Allow', 'Deny']) })),
})
export type PolicyDocument = z.infer<typeof PolicyDocument>

export interface NamedPolicy {
  readonly name: string
  readonly policy: PolicyDocument
}

const InlinePolicy = z.object({ PolicyName: z.string(), PolicyDocument })
const RoleProperties = z.object({
  Policies: z.optional(z.array(InlinePolicy)),
  ManagedPolicyArns: z.optional(z.array(z.string())),
})
const AttachedPolicy = z.object({
  PolicyName: z.optional(z.string()),
  PolicyDocument,
  Roles: z.optional(z.array(z.string())),
  RoleName: z.optional(z.string()),
})

const allow = (...actions: string[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
})

/** Policies kept by AWS, by the end of their ARN. One that is missing here is a fault: guessing would open something. */
const awsManaged: Readonly<Record<string, PolicyDocument>> = {
  AWSLambdaBasicExecutionRole: allow('logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'),
  AWSXRayDaemonWriteAccess: allow('xray:PutTraceSegments', 'xray:PutTelemetryRecords'),
}

function managedPolicy(arn: string): NamedPolicy | undefined {
  if (!/:aws:policy\//.test(arn)) return undefined
  const name = arn.split('/').at(-1) ?? arn
  const policy = awsManaged[name]
  if (policy === undefined)
    throw new Error(`a role uses ${name}, kept by AWS: the local host does not know what it allows`)
  return { name, policy }
}

/** Role ARN to its policies, attached ones included. */
export function readRoles(template: Template): ReadonlyMap<string, readonly NamedPolicy[]> {
  const byName = new Map<string, NamedPolicy[]>()
  const byArn = new Map<string, NamedPolicy[]>()
  for (const role of template.declared('AWS::IAM::Role')) {
    const { Policies: inline = [], ManagedPolicyArns: managed = [] } = RoleProperties.parse(role.properties)
    const policies = [
      ...inline.map(({ PolicyName, PolicyDocument: policy }) => ({ name: PolicyName, policy })),
      ...managed.map(managedPolicy).filter(policy => policy !== undefined),
    ]
    byName.set(role.ref, policies)
    byArn.set(role.attribute('Arn'), policies)
  }
  for (const attached of template.declared('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy')) {
    const { PolicyName, PolicyDocument: policy, Roles = [], RoleName } = AttachedPolicy.parse(attached.properties)
    const named = { name: PolicyName ?? attached.logicalId, policy }
    for (const role of RoleName === undefined ? Roles : [RoleName]) byName.get(role)?.push(named)
  }
  return byArn
}

const LambdaPermission = z.object({
  FunctionName: z.string(),
  Principal: z.string(),
  Action: z.string(),
  SourceArn: z.optional(z.string()),
})

function lambdaPolicies(template: Template): Map<string, PolicyDocument> {
  const policies = new Map<string, PolicyDocument>()
  for (const { properties } of template.declared('AWS::Lambda::Permission')) {
    const { FunctionName: arn, Principal, Action, SourceArn } = LambdaPermission.parse(properties)
    const policy = policies.get(arn) ?? { Version: '2012-10-17', Statement: [] }
    policy.Statement.push({
      Effect: 'Allow',
      Principal: { Service: Principal },
      Action,
      Resource: arn,
      ...(SourceArn === undefined ? {} : { Condition: { ArnLike: { 'aws:SourceArn': SourceArn } } }),
    })
    policies.set(arn, policy)
  }
  return policies
}

const ResourcePolicy = z.object({ PolicyDocument: z.optional(PolicyDocument) })
const BucketPolicy = z.object({ Bucket: z.string(), PolicyDocument })
const QueuePolicy = z.object({ Queues: z.array(z.string()), PolicyDocument })
const TopicPolicy = z.object({ Topics: z.array(z.string()), PolicyDocument })
const KeyProperties = z.object({ KeyPolicy: PolicyDocument })
const TableProperties = z.object({
  ResourcePolicy: z.optional(ResourcePolicy),
  Replicas: z.optional(z.array(z.object({ ResourcePolicy: z.optional(ResourcePolicy) }))),
})

/** Resource ARN to the policy on it: keys, buckets, queues, topics, tables, functions. */
export function readResourcePolicies(template: Template): ReadonlyMap<string, PolicyDocument> {
  const policies = lambdaPolicies(template)
  const add = (arn: string, policy: PolicyDocument): void => {
    policies.set(arn, { ...policy, Statement: [...(policies.get(arn)?.Statement ?? []), ...policy.Statement] })
  }
  for (const key of template.declared('AWS::KMS::Key'))
    add(key.attribute('Arn'), KeyProperties.parse(key.properties).KeyPolicy)
  for (const table of template.declared('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')) {
    const { ResourcePolicy: own, Replicas: replicas = [] } = TableProperties.parse(table.properties)
    const policy = own?.PolicyDocument ?? replicas[0]?.ResourcePolicy?.PolicyDocument
    if (policy !== undefined) add(table.attribute('Arn'), policy)
  }
  for (const { properties } of template.declared('AWS::S3::BucketPolicy')) {
    const { Bucket, PolicyDocument: policy } = BucketPolicy.parse(properties)
    add(`arn:aws:s3:::${Bucket}`, policy)
  }
  const queues = new Map(template.declared('AWS::SQS::Queue').map(queue => [queue.ref, queue.attribute('Arn')]))
  for (const { properties } of template.declared('AWS::SQS::QueuePolicy')) {
    const { Queues, PolicyDocument: policy } = QueuePolicy.parse(properties)
    for (const url of Queues) add(queues.get(url) ?? url, policy)
  }
  for (const { properties } of template.declared('AWS::SNS::TopicPolicy')) {
    const { Topics, PolicyDocument: policy } = TopicPolicy.parse(properties)
    for (const arn of Topics) add(arn, policy)
  }
  return policies
}
