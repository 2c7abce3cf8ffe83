/** Empty tables keyed as the product keys them, for tests and benchmarks that bring their own database. */
import { randomUUID } from 'node:crypto'
import { CreateTableCommand, type CreateTableCommandInput, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  type IndexDefinition,
  indexes,
  partitionKey,
  sortKey,
  streamed,
  type Zone,
  zones,
} from '../../functions/platform/tables.ts'

export type TableNames = Readonly<Record<Zone, string>>

const keys = (partition: string, sort: string): CreateTableCommandInput['KeySchema'] => [
  { AttributeName: partition, KeyType: 'HASH' },
  { AttributeName: sort, KeyType: 'RANGE' },
]

function tableInput(zone: Zone, name: string): CreateTableCommandInput {
  const zoneIndexes: readonly IndexDefinition[] = indexes[zone]
  const attributes = new Set([
    partitionKey,
    sortKey,
    ...zoneIndexes.flatMap(index => [index.partitionKey, index.sortKey]),
  ])
  const input: CreateTableCommandInput = {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keys(partitionKey, sortKey),
    AttributeDefinitions: [...attributes].map(attribute => ({ AttributeName: attribute, AttributeType: 'S' })),
    StreamSpecification: { StreamEnabled: true, StreamViewType: streamed[zone] },
  }
  if (zoneIndexes.length === 0) return input
  return {
    ...input,
    GlobalSecondaryIndexes: zoneIndexes.map(index => ({
      IndexName: index.name,
      KeySchema: keys(index.partitionKey, index.sortKey),
      Projection:
        index.include.length === 0
          ? { ProjectionType: 'KEYS_ONLY' }
          : { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.include] },
    })),
  }
}

/** Four empty tables, one a zone, under names nobody else uses. */
export async function createTables(client: DynamoDBClient): Promise<TableNames> {
  const run = randomUUID()
  const tables: TableNames = {
    registry: `registry-${run}`,
    ledger: `ledger-${run}`,
    protection: `protection-${run}`,
    audit: `audit-${run}`,
  }
  await Promise.all(zones.map(zone => client.send(new CreateTableCommand(tableInput(zone, tables[zone])))))
  return tables
}
