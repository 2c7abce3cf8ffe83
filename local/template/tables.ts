/** The DynamoDB tables of the template: names, keys, indexes, streams. */
import * as z from 'zod/mini'
import type { Declared, Template } from './template.ts'

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }))
const Projection = z.object({
  ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
  NonKeyAttributes: z.optional(z.array(z.string())),
})
const Index = z.object({ IndexName: z.string(), KeySchema, Projection })

const TableProperties = z.object({
  KeySchema,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  GlobalSecondaryIndexes: z.optional(z.array(Index)),
  LocalSecondaryIndexes: z.optional(z.array(Index)),
  StreamSpecification: z.optional(
    z.object({ StreamViewType: z.enum(['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES']) }),
  ),
  TimeToLiveSpecification: z.optional(z.object({ AttributeName: z.optional(z.string()), Enabled: z.boolean() })),
})

export interface HostedTable extends z.infer<typeof TableProperties> {
  readonly name: string
  readonly arn: string
  /** As policies and event source mappings of the template name it. */
  readonly streamArn: string
  readonly partitionKey: string
  /** Index name to the attribute of its partition key. */
  readonly indexPartitionKeys: ReadonlyMap<string, string>
}

const hashKey = (schema: z.infer<typeof KeySchema>): string =>
  schema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? ''

function readTable(declared: Declared): HostedTable {
  const properties = TableProperties.parse(declared.properties)
  const indexes = [...(properties.GlobalSecondaryIndexes ?? []), ...(properties.LocalSecondaryIndexes ?? [])]
  return {
    ...properties,
    name: declared.ref,
    arn: declared.attribute('Arn'),
    streamArn: declared.attribute('StreamArn'),
    partitionKey: hashKey(properties.KeySchema),
    indexPartitionKeys: new Map(indexes.map(index => [index.IndexName, hashKey(index.KeySchema)])),
  }
}

export function readTables(template: Template): readonly HostedTable[] {
  return template.declared('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable').map(readTable)
}
