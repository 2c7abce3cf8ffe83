/**
 * Writes that are committed together, their guards named. Keys and conditions forbid what must never happen;
 * the old item comes back with the refusal, so that its cause is known without a second read.
 */

import { setTimeout as pause } from 'node:timers/promises'
import {
  type CancellationReason,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  TransactionCanceledException,
  TransactionConflictException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { type StoredAttributes, toStored } from './stored.ts'
import type { Key } from './tables.ts'

/** One write of a transaction. Records make theirs of this type, and know nothing else of AWS. */
export type { TransactWriteItem }

/** A write and the name under which its failed guard is reported. */
export interface GuardedWrite<Guard extends string> {
  readonly guard: Guard
  readonly write: TransactWriteItem
}

export type TransactionOutcome<Guard extends string> =
  | { readonly committed: true }
  | { readonly committed: false; readonly failed: readonly { guard: Guard; old: StoredAttributes | undefined }[] }

/** Waits before another try, in milliseconds: contention passes within a few; a longer one is the tablet's to retry. */
const waits = [10, 25, 60, 150, 350]

const passing = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])

/** Contention outlasted our tries: nothing was stored, and the same command may be sent again. */
export class Contended extends Error {
  override readonly name = 'Contended'
}

/** A new item alone is no transaction: by itself it is guarded as well, and costs half the units. */
function send(database: DynamoDBClient, writes: readonly TransactWriteItem[]): Promise<unknown> {
  const put = writes.length === 1 ? writes[0]?.Put : undefined
  return put === undefined
    ? database.send(new TransactWriteItemsCommand({ TransactItems: [...writes] }))
    : database.send(new PutItemCommand(put))
}

/** Why nothing was written, by the place of each write; of one alone as of many. */
function reasonsOf(error: unknown): CancellationReason[] {
  if (error instanceof TransactionCanceledException) return error.CancellationReasons ?? []
  if (error instanceof ConditionalCheckFailedException)
    return [{ Code: 'ConditionalCheckFailed', ...(error.Item === undefined ? {} : { Item: error.Item }) }]
  return error instanceof TransactionConflictException ? [{ Code: 'TransactionConflict' }] : []
}

/** Commits all or nothing. Tries again while only contention stood in the way, then throws `Contended`. */
export async function transact<Guard extends string>(
  database: DynamoDBClient,
  writes: readonly GuardedWrite<Guard>[],
): Promise<TransactionOutcome<Guard>> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await send(
        database,
        writes.map(({ write }) => write),
      )
      return { committed: true }
    } catch (error) {
      const wait = waits[attempt]
      const reasons = reasonsOf(error)
      const failed = reasons.flatMap((reason, index) => {
        const guard = writes[index]?.guard
        return reason.Code === 'ConditionalCheckFailed' && guard !== undefined ? [{ guard, old: reason.Item }] : []
      })
      if (failed.length > 0) return { committed: false, failed }
      if (!reasons.some(reason => passing.has(reason.Code ?? ''))) throw error
      if (wait === undefined) throw new Contended('transaction', { cause: error })
      await pause(wait * (0.5 + Math.random()))
    }
  }
}

/** Puts an item only where its key is still free, as the first revision of it. */
export const putNew = (table: string, key: Key, item: Record<string, unknown>): TransactWriteItem => ({
  Put: {
    TableName: table,
    Item: toStored({ revision: 1, ...item, ...key }),
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
})

/** Holds the transaction to the revision at which an item was read, and changes nothing of it. */
export const unchanged = (table: string, key: Key, revision: number): TransactWriteItem => ({
  ConditionCheck: {
    TableName: table,
    Key: toStored({ ...key }),
    ConditionExpression: '#revision = :seen',
    ExpressionAttributeNames: { '#revision': 'revision' },
    ExpressionAttributeValues: toStored({ ':seen': revision }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
})

export interface Change {
  readonly set?: Readonly<Record<string, unknown>>
  readonly remove?: readonly string[]
  /** Numbers to add to (negative to take from). */
  readonly add?: Readonly<Record<string, number>>
  /** The condition, in DynamoDB's words: `#name` for an attribute, `:name` for a value of `values`. */
  readonly when: string
  readonly values?: Readonly<Record<string, unknown>>
  /** Short names for attributes whose own cannot stand in an expression: used like any other name above. */
  readonly names?: Readonly<Record<string, string>>
}

/** Changes an existing item under a stated condition, and counts its revision up. */
export function change(
  table: string,
  key: Key,
  { set = {}, remove = [], add = {}, when, values = {}, names = {} }: Change,
): TransactWriteItem {
  const sets = Object.keys(set).filter(name => set[name] !== undefined)
  const additions = { ...add, revision: 1 }
  const mentioned = new Set([
    ...sets,
    ...remove,
    ...Object.keys(additions),
    ...(when.match(/#\w+/g) ?? []).map(name => name.slice(1)),
  ])
  const expression = [
    sets.length > 0 ? `SET ${sets.map(name => `#${name} = :set_${name}`).join(', ')}` : '',
    remove.length > 0 ? `REMOVE ${remove.map(name => `#${name}`).join(', ')}` : '',
    `ADD ${Object.keys(additions)
      .map(name => `#${name} :add_${name}`)
      .join(', ')}`,
  ]
  return {
    Update: {
      TableName: table,
      Key: toStored({ ...key }),
      UpdateExpression: expression.filter(part => part !== '').join(' '),
      ConditionExpression: when,
      ExpressionAttributeNames: Object.fromEntries([...mentioned].map(name => [`#${name}`, names[name] ?? name])),
      ExpressionAttributeValues: toStored({
        ...Object.fromEntries(sets.map(name => [`:set_${name}`, set[name]])),
        ...Object.fromEntries(Object.entries(additions).map(([name, value]) => [`:add_${name}`, value])),
        ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`:${name}`, value])),
      }),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  }
}

/** A condition and the values it names, for `change`. */
export interface Condition {
  readonly when: string
  readonly values: Readonly<Record<string, unknown>>
}
