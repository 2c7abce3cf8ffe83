/** What stands in the audit table about one subject. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { queryAll } from '../../functions/platform/reads.ts'
import { auditKeys } from '../../functions/platform/tables.ts'
import type { TableNames } from './dynamodb-local.ts'

export async function auditOf(of: { client: DynamoDBClient; tables: TableNames }, subjectId: string) {
  const { pk } = auditKeys.entry(subjectId, '', '')
  return (await queryAll(of.client, of.tables.audit, { pk, prefix: '20' })).map(item => unmarshall(item))
}
