/**
 * The names CloudFormation would give a resource: what `Ref` and `Fn::GetAtt` of it say.
 * They look like the real ones, since policies, patterns and functions take them apart.
 */
import { createHash } from 'node:crypto'
import { uuidOf } from '../uuid-of.ts'
import type { Resource, Stack } from './assembly.ts'

export interface Identity {
  readonly ref: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Reads a property that names the resource, resolved; undefined where the template leaves naming to the service. */
type Named = (property: string) => string | undefined

type Naming = (resource: Resource, stack: Stack, named: Named) => Identity

const pathOf = (resource: Resource): string => `${resource.stack}/${resource.logicalId}`
const generatedName = (resource: Resource): string => `${resource.stack}-${resource.logicalId}`
const uuid = (resource: Resource): string => uuidOf(pathOf(resource))
const shortId = (resource: Resource): string => createHash('sha256').update(pathOf(resource)).digest('hex').slice(0, 10)

const arn = (stack: Stack, service: string, path: string): string =>
  `arn:aws:${service}:${stack.region}:${stack.account}:${path}`

const namedArn =
  (service: string, property: string, path: (name: string) => string): Naming =>
  (resource, stack, named) => {
    const name = named(property) ?? generatedName(resource)
    return { ref: name, attributes: { Arn: arn(stack, service, path(name)), Name: name } }
  }

const table: Naming = (resource, stack, named) => {
  const name = named('TableName') ?? generatedName(resource)
  const tableArn = arn(stack, 'dynamodb', `table/${name}`)
  return { ref: name, attributes: { Arn: tableArn, TableId: uuid(resource), StreamArn: `${tableArn}/stream/latest` } }
}

const bucket: Naming = (resource, stack, named) => {
  const name = named('BucketName') ?? `${generatedName(resource)}-${shortId(resource)}`.toLowerCase().slice(-63)
  const domain = `${name}.s3.amazonaws.com`
  return {
    ref: name,
    attributes: {
      Arn: `arn:aws:s3:::${name}`,
      DomainName: domain,
      RegionalDomainName: `${name}.s3.${stack.region}.amazonaws.com`,
      DualStackDomainName: `${name}.s3.dualstack.${stack.region}.amazonaws.com`,
      WebsiteURL: `http://${name}.s3-website.${stack.region}.amazonaws.com`,
    },
  }
}

const role: Naming = (resource, stack, named) => {
  const name = named('RoleName') ?? generatedName(resource)
  return {
    ref: name,
    attributes: { Arn: `arn:aws:iam::${stack.account}:role/${name}`, RoleId: `AROA${shortId(resource)}` },
  }
}

const queue: Naming = (resource, stack, named) => {
  const name = named('QueueName') ?? generatedName(resource)
  const url = `https://sqs.${stack.region}.amazonaws.com/${stack.account}/${name}`
  return { ref: url, attributes: { Arn: arn(stack, 'sqs', name), QueueName: name, QueueUrl: url } }
}

const topic: Naming = (resource, stack, named) => {
  const name = named('TopicName') ?? generatedName(resource)
  const topicArn = arn(stack, 'sns', name)
  return { ref: topicArn, attributes: { TopicArn: topicArn, TopicName: name } }
}

const userPool: Naming = (resource, stack) => {
  const id = `${stack.region}_${shortId(resource)}`
  const provider = `cognito-idp.${stack.region}.amazonaws.com/${id}`
  return {
    ref: id,
    attributes: {
      Arn: arn(stack, 'cognito-idp', `userpool/${id}`),
      ProviderName: provider,
      ProviderURL: `https://${provider}`,
      UserPoolId: id,
    },
  }
}

const api: Naming = (resource, stack) => {
  const id = shortId(resource)
  return {
    ref: id,
    attributes: { ApiId: id, ApiEndpoint: `https://${id}.execute-api.${stack.region}.amazonaws.com` },
  }
}

const key: Naming = (resource, stack) => {
  const id = uuid(resource)
  return { ref: id, attributes: { Arn: arn(stack, 'kms', `key/${id}`), KeyId: id } }
}

const distribution: Naming = resource => {
  const id = shortId(resource).toUpperCase()
  return { ref: id, attributes: { Id: id, DomainName: `${id.toLowerCase()}.cloudfront.net` } }
}

const rule: Naming = (resource, stack, named) => {
  const name = named('Name') ?? generatedName(resource)
  const bus = named('EventBusName')?.split('/').at(-1)
  const path = bus === undefined || bus === 'default' ? name : `${bus}/${name}`
  return { ref: name, attributes: { Arn: arn(stack, 'events', `rule/${path}`) } }
}

const identified: Naming = resource => {
  const id = shortId(resource)
  return { ref: id, attributes: { Id: id, ClientId: id, DeploymentId: id } }
}

const namings: Readonly<Record<string, Naming>> = {
  'AWS::ApiGatewayV2::Api': api,
  'AWS::ApiGatewayV2::Authorizer': identified,
  'AWS::ApiGatewayV2::Integration': identified,
  'AWS::ApiGatewayV2::Route': identified,
  'AWS::ApiGatewayV2::Stage': namedArn('apigateway', 'StageName', name => `stages/${name}`),
  'AWS::CloudFront::CachePolicy': identified,
  'AWS::CloudFront::Distribution': distribution,
  'AWS::CloudFront::Function': (resource, stack, named) => {
    const name = named('Name') ?? generatedName(resource)
    const functionArn = `arn:aws:cloudfront::${stack.account}:function/${name}`
    return { ref: name, attributes: { FunctionARN: functionArn } }
  },
  'AWS::CloudFront::OriginAccessControl': identified,
  'AWS::CloudFront::OriginRequestPolicy': identified,
  'AWS::CloudFront::ResponseHeadersPolicy': identified,
  'AWS::CloudWatch::Alarm': namedArn('cloudwatch', 'AlarmName', name => `alarm:${name}`),
  'AWS::Cognito::UserPool': userPool,
  'AWS::Cognito::UserPoolClient': identified,
  'AWS::Cognito::UserPoolDomain': (_resource, _stack, named) => ({ ref: named('Domain') ?? '', attributes: {} }),
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::Events::EventBus': namedArn('events', 'Name', name => `event-bus/${name}`),
  'AWS::Events::Rule': rule,
  'AWS::Glue::Database': namedArn('glue', 'DatabaseName', name => `database/${name}`),
  'AWS::IAM::ManagedPolicy': (resource, stack) => ({
    ref: `arn:aws:iam::${stack.account}:policy/${generatedName(resource)}`,
    attributes: {},
  }),
  'AWS::IAM::Role': role,
  'AWS::KMS::Alias': (_resource, _stack, named) => ({ ref: named('AliasName') ?? '', attributes: {} }),
  'AWS::KMS::Key': key,
  'AWS::Lambda::Function': namedArn('lambda', 'FunctionName', name => `function:${name}`),
  'AWS::Lambda::LayerVersion': (resource, stack) => ({
    ref: arn(stack, 'lambda', `layer:${generatedName(resource)}:1`),
    attributes: {},
  }),
  'AWS::Logs::LogGroup': namedArn('logs', 'LogGroupName', name => `log-group:${name}:*`),
  'AWS::S3::Bucket': bucket,
  'AWS::SNS::Topic': topic,
  'AWS::SQS::Queue': queue,
  'AWS::SSM::Parameter': namedArn('ssm', 'Name', name => `parameter/${name.replace(/^\//, '')}`),
  'AWS::Scheduler::Schedule': namedArn('scheduler', 'Name', name => `schedule/default/${name}`),
  'AWS::Scheduler::ScheduleGroup': namedArn('scheduler', 'Name', name => `schedule-group/${name}`),
  'AWS::WAFv2::WebACL': namedArn('wafv2', 'Name', name => `global/webacl/${name}`),
}

/** Undefined for a kind of resource this host gives no names to. */
export function identify(resource: Resource, stack: Stack, named: Named): Identity | undefined {
  return namings[resource.type]?.(resource, stack, named)
}
