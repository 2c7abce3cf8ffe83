/** Everything somebody with a function's access key may try on an item of a table. */
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  ExecuteStatementCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactGetItemsCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import type { FunctionRole, Item } from './function-roles.ts'

export const keyOf = (pk: string, sk = 'ENVELOPE'): Item => ({ pk: { S: pk }, sk: { S: sk } })
export const anItem = (pk: string): Item => ({ ...keyOf(pk), schemaVersion: { N: '1' } })
const transacted = (write: TransactWriteItem) => new TransactWriteItemsCommand({ TransactItems: [write] })

export type Attempt = (by: FunctionRole, TableName: string, pk: string) => Promise<unknown>

export const reads: Record<string, Attempt> = {
  GetItem: (by, TableName, pk) => by.database.send(new GetItemCommand({ TableName, Key: keyOf(pk) })),
  BatchGetItem: (by, TableName, pk) =>
    by.database.send(new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: [keyOf(pk)] } } })),
  TransactGetItems: (by, TableName, pk) =>
    by.database.send(new TransactGetItemsCommand({ TransactItems: [{ Get: { TableName, Key: keyOf(pk) } }] })),
  Query: (by, TableName, pk) =>
    by.database.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: pk } },
      }),
    ),
  'Query of the worklist': (by, TableName) =>
    by.database.send(
      new QueryCommand({
        TableName,
        IndexName: 'work',
        KeyConditionExpression: 'workQueue = :queue',
        ExpressionAttributeValues: { ':queue': { S: 'WAITING' } },
      }),
    ),
  Scan: (by, TableName) => by.database.send(new ScanCommand({ TableName })),
  'Scan, counting': (by, TableName) => by.database.send(new ScanCommand({ TableName, Select: 'COUNT' })),
  ExecuteStatement: (by, TableName) =>
    by.database.send(new ExecuteStatementCommand({ Statement: `SELECT * FROM "${TableName}"` })),
  ConditionCheck: (by, TableName, pk) =>
    by.database.send(
      transacted({ ConditionCheck: { TableName, Key: keyOf(pk), ConditionExpression: 'attribute_exists(pk)' } }),
    ),
}
export const writes: Record<string, Attempt> = {
  PutItem: (by, TableName, pk) => by.database.send(new PutItemCommand({ TableName, Item: anItem(pk) })),
  'Put in a transaction': (by, TableName, pk) => by.database.send(transacted({ Put: { TableName, Item: anItem(pk) } })),
}
export const changes: Record<string, Attempt> = {
  UpdateItem: (by, TableName, pk) =>
    by.database.send(new UpdateItemCommand({ TableName, Key: keyOf(pk), UpdateExpression: 'REMOVE envelope' })),
  'Update in a transaction': (by, TableName, pk) =>
    by.database.send(transacted({ Update: { TableName, Key: keyOf(pk), UpdateExpression: 'REMOVE envelope' } })),
  BatchWriteItem: (by, TableName, pk) =>
    by.database.send(
      new BatchWriteItemCommand({ RequestItems: { [TableName]: [{ PutRequest: { Item: anItem(pk) } }] } }),
    ),
}
export const removals: Record<string, Attempt> = {
  DeleteItem: (by, TableName, pk) => by.database.send(new DeleteItemCommand({ TableName, Key: keyOf(pk) })),
  'Delete in a transaction': (by, TableName, pk) =>
    by.database.send(transacted({ Delete: { TableName, Key: keyOf(pk) } })),
  'Delete in a batch': (by, TableName, pk) =>
    by.database.send(
      new BatchWriteItemCommand({ RequestItems: { [TableName]: [{ DeleteRequest: { Key: keyOf(pk) } }] } }),
    ),
}
