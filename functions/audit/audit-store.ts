/** Reads of the audit. Writes are everybody's own, in the transaction of what they record (platform/audit.ts). */
import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import type { Scope } from '../platform/permissions.ts'
import { readStored, type Stored, storedShape, toStored } from '../platform/stored.ts'
import { auditKeys } from '../platform/tables.ts'

const storedAuditRecord = storedShape(1, () =>
  z.object({
    at: z.string(),
    officerId: z.string(),
    roles: z.array(z.string()),
    action: z.string(),
    subjectId: z.string(),
    commandId: z.optional(z.string()),
  }),
)
export type AuditRecord = Stored<typeof storedAuditRecord>

export const auditStore = (database: DynamoDBClient, table: string) => ({
  /** Entries of one subject, latest first, from the latest or from where a page before ended; `next` where there are earlier ones. */
  async latest(
    subjectId: string,
    { most, from }: { readonly most: number; readonly from?: string | undefined },
    scope: Scope,
  ): Promise<{ readonly records: readonly AuditRecord[]; readonly next: string | undefined }> {
    if (scope.reach !== 'everywhere') return { records: [], next: undefined }
    const { pk } = auditKeys.entry(subjectId, '', '')
    const { Items = [] } = await database.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :subject',
        ExpressionAttributeValues: toStored({ ':subject': pk }),
        ...(from === undefined ? {} : { ExclusiveStartKey: toStored({ pk, sk: from }) }),
        ScanIndexForward: false,
        Limit: most + 1,
        ConsistentRead: true,
      }),
    )
    return {
      records: Items.slice(0, most).map(item => readStored(storedAuditRecord, item)),
      next: Items.length > most ? Items[most - 1]?.['sk']?.S : undefined,
    }
  },
})
export type AuditStore = ReturnType<typeof auditStore>
