/** Tables for one test: real ones, named by nobody else, keyed as the product keys them. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { shared } from './shared.ts'
import { createTables, type TableNames } from './tables.ts'

export type { TableNames } from './tables.ts'

/** The run's database. */
export async function databaseClient(): Promise<DynamoDBClient> {
  return new DynamoDBClient({
    endpoint: await shared('database'),
    region: 'af-south-1',
    credentials: { accessKeyId: 'stores', secretAccessKey: 'stores' },
  })
}

/** Four empty tables, one a zone. Nothing clears them: the next caller gets others. */
export async function freshTables(): Promise<{ client: DynamoDBClient; tables: TableNames }> {
  const client = await databaseClient()
  return { client, tables: await createTables(client) }
}
