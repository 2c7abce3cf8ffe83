/**
 * Reads: an item, every page of a query, every key of a list, the latest of an index. All but the last are consistent,
 * since decisions rest on them.
 */

import { setTimeout as pause } from 'node:timers/promises'
import {
  BatchGetItemCommand,
  type BatchGetItemCommandOutput,
  type DynamoDBClient,
  GetItemCommand,
  paginateQuery,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb'
import { readStored, type StoredAttributes, type StoredShape, toStored } from './stored.ts'
import type { Key } from './tables.ts'

/** The item that stands under a key; undefined where none does. */
export async function findStored<T>(
  database: DynamoDBClient,
  table: string,
  key: Key,
  shape: StoredShape<T>,
): Promise<T | undefined> {
  const { Item } = await database.send(
    new GetItemCommand({ TableName: table, Key: toStored({ ...key }), ConsistentRead: true }),
  )
  return Item && readStored(shape, Item)
}

export interface Partition {
  readonly pk: string
  /** Only items whose sort key begins so. */
  readonly prefix: string
}

/** Every item of a partition that stands under the prefix, in the order of its sort key. */
export async function queryAll(
  database: DynamoDBClient,
  table: string,
  { pk, prefix }: Partition,
): Promise<StoredAttributes[]> {
  const found: StoredAttributes[] = []
  const pages = paginateQuery(
    { client: database },
    {
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: toStored({ ':pk': pk, ':prefix': prefix }),
      ConsistentRead: true,
    },
  )
  for await (const page of pages) found.push(...(page.Items ?? []))
  return found
}

/** One page of the `lookup` index. It lags: an item of this very moment may still be missing. */
async function lookedUp(
  database: DynamoDBClient,
  table: string,
  asked: Pick<QueryCommandInput, 'KeyConditionExpression' | 'ScanIndexForward' | 'Limit'>,
  values: Readonly<Record<string, string>>,
): Promise<StoredAttributes[]> {
  const query = { TableName: table, IndexName: 'lookup', ...asked, ExpressionAttributeValues: toStored(values) }
  const { Items = [] } = await database.send(new QueryCommand(query))
  return Items
}

/** What the `lookup` index files under a key, the last in its order first, as far as one page goes. */
export const latestLookedUp = (
  database: DynamoDBClient,
  table: string,
  lookupKey: string,
  atMost?: number,
): Promise<StoredAttributes[]> =>
  lookedUp(
    database,
    table,
    { KeyConditionExpression: 'lookupKey = :key', ScanIndexForward: false, Limit: atMost },
    { ':key': lookupKey },
  )

/** What the `lookup` index files under a key between two places of its order, as far as one page goes. */
export const lookedUpBetween = (
  database: DynamoDBClient,
  table: string,
  lookupKey: string,
  [from, to]: readonly [string, string],
): Promise<StoredAttributes[]> =>
  lookedUp(
    database,
    table,
    { KeyConditionExpression: 'lookupKey = :key AND lookupOrder BETWEEN :from AND :to' },
    { ':key': lookupKey, ':from': from, ':to': to },
  )

const mostKeysAtOnce = 100
const waits = [20, 60, 180]

/** The items that stand under these keys, in no order; a key that has none is left out. Throws where the table stays busy. */
export async function getAll(
  database: DynamoDBClient,
  table: string,
  keys: readonly Key[],
): Promise<StoredAttributes[]> {
  const found: StoredAttributes[] = []
  for (let start = 0; start < keys.length; start += mostKeysAtOnce) {
    found.push(...(await getSome(database, table, keys.slice(start, start + mostKeysAtOnce))))
  }
  return found
}

async function getSome(database: DynamoDBClient, table: string, keys: readonly Key[]): Promise<StoredAttributes[]> {
  const found: StoredAttributes[] = []
  let left: StoredAttributes[] = keys.map(key => toStored({ ...key }))
  for (let attempt = 0; left.length > 0; attempt += 1) {
    const reply: BatchGetItemCommandOutput = await database.send(
      new BatchGetItemCommand({ RequestItems: { [table]: { Keys: left, ConsistentRead: true } } }),
    )
    found.push(...(reply.Responses?.[table] ?? []))
    left = reply.UnprocessedKeys?.[table]?.Keys ?? []
    if (left.length === 0) break
    const wait = waits[attempt]
    if (wait === undefined) throw new Busy('keys left unread')
    await pause(wait * (0.5 + Math.random()))
  }
  return found
}

/** The table had no capacity left for a read: asking again later may succeed. */
class Busy extends Error {
  override readonly name = 'ThrottlingException'
}
