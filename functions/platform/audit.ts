/**
 * Who did or read what (design.md promise 7). An entry holds ids and codes only,
 * so that erasing a person leaves the audit alone.
 */

import { randomUUID } from 'node:crypto'
import { type DynamoDBClient, PutItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Caller } from './caller.ts'
import type { Clock } from './clock.ts'
import { toStored } from './stored.ts'
import { auditKeys, type Key } from './tables.ts'

export interface AuditEntry {
  readonly caller: Caller
  /** The route's name: what was done. */
  readonly action: string
  /** Whose record: the id of a return event, person, task, batch, or the query of a list. */
  readonly subjectId: string
  /** The command's own id, where there is one. */
  readonly commandId?: string
}

export interface Audit {
  /** The entry as a write of the change's own transaction. */
  entry(entry: AuditEntry): TransactWriteItem
  /** Records a read; an answer waits for it. */
  record(entry: AuditEntry): Promise<void>
}

type KeyOfEntry = (subjectId: string, at: string, entryId: string) => Key

export function createAudit(
  database: DynamoDBClient,
  table: string,
  clock: Clock,
  keyOf: KeyOfEntry = auditKeys.entry,
): Audit {
  const put = ({ caller, ...entry }: AuditEntry) => {
    const at = clock.now().toISOString()
    const roles = caller.grants.map(grant => `${grant.role}@${grant.place}`)
    return {
      TableName: table,
      Item: toStored({
        ...keyOf(entry.subjectId, at, randomUUID()),
        schemaVersion: 1,
        revision: 1,
        at,
        officerId: caller.officerId,
        roles,
        ...entry,
      }),
      ConditionExpression: 'attribute_not_exists(pk)',
    }
  }
  return {
    entry: entry => ({ Put: put(entry) }),
    record: async entry => {
      await database.send(new PutItemCommand(put(entry)))
    },
  }
}

/** For a function none of whose routes is recorded: it needs no table, and a row that says otherwise is a fault. */
export const recordsNothing: Audit = {
  entry: ({ action }) => {
    throw new Error(`${action} is recorded, but this function has no audit table`)
  },
  record: async ({ action }) => {
    throw new Error(`${action} is recorded, but this function has no audit table`)
  },
}
