/** Makes the template's tables where they are missing, and adds what an older data folder's tables lack. */
import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb'
import type { HostedTable } from './template/tables.ts'

async function describe(database: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await database.send(new DescribeTableCommand({ TableName: name }))).Table
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined
    throw error
  }
}

/** Only attributes that are part of a key may be declared. */
const definitions = ({ AttributeDefinitions: all }: HostedTable) =>
  all.map(({ AttributeName, AttributeType }) => ({ AttributeName, AttributeType }))

const indexOf = (index: NonNullable<HostedTable['GlobalSecondaryIndexes']>[number]): GlobalSecondaryIndex => ({
  IndexName: index.IndexName,
  KeySchema: index.KeySchema,
  Projection: {
    ProjectionType: index.Projection.ProjectionType,
    ...(index.Projection.NonKeyAttributes === undefined ? {} : { NonKeyAttributes: index.Projection.NonKeyAttributes }),
  },
})

async function create(database: DynamoDBClient, table: HostedTable): Promise<void> {
  const globalIndexes = table.GlobalSecondaryIndexes?.map(indexOf) ?? []
  const localIndexes = table.LocalSecondaryIndexes?.map(indexOf) ?? []
  await database.send(
    new CreateTableCommand({
      TableName: table.name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: table.KeySchema,
      AttributeDefinitions: definitions(table),
      ...(globalIndexes.length > 0 ? { GlobalSecondaryIndexes: globalIndexes } : {}),
      ...(localIndexes.length > 0 ? { LocalSecondaryIndexes: localIndexes } : {}),
      ...streamOf(table),
    }),
  )
  const ttl = table.TimeToLiveSpecification
  if (ttl?.Enabled === true && ttl.AttributeName !== undefined)
    await database.send(
      new UpdateTimeToLiveCommand({
        TableName: table.name,
        TimeToLiveSpecification: { Enabled: true, AttributeName: ttl.AttributeName },
      }),
    )
}

const streamOf = ({ StreamSpecification: stream }: HostedTable) =>
  stream === undefined ? {} : { StreamSpecification: { StreamEnabled: true, StreamViewType: stream.StreamViewType } }

async function addWhatIsMissing(database: DynamoDBClient, table: HostedTable, found: TableDescription): Promise<void> {
  const known = new Set(found.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName))
  for (const index of table.GlobalSecondaryIndexes ?? []) {
    if (known.has(index.IndexName)) continue
    await database.send(
      new UpdateTableCommand({
        TableName: table.name,
        AttributeDefinitions: definitions(table),
        GlobalSecondaryIndexUpdates: [{ Create: indexOf(index) }],
      }),
    )
  }
  if (table.StreamSpecification !== undefined && found.StreamSpecification?.StreamEnabled !== true)
    await database.send(new UpdateTableCommand({ TableName: table.name, ...streamOf(table) }))
}

/** Table name to the ARN of its stream in the database, for the tables that have one. */
export async function ensureTables(
  database: DynamoDBClient,
  tables: readonly HostedTable[],
): Promise<ReadonlyMap<string, string>> {
  const streams = new Map<string, string>()
  for (const table of tables) {
    const found = await describe(database, table.name)
    if (found === undefined) await create(database, table)
    else await addWhatIsMissing(database, table, found)
    const streamArn = (await describe(database, table.name))?.LatestStreamArn
    if (streamArn !== undefined) streams.set(table.name, streamArn)
  }
  return streams
}
