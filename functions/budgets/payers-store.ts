/** The projects that paid for lots. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { getAll } from '../platform/reads.ts'
import { readStored } from '../platform/stored.ts'
import { ledgerKeys } from '../platform/tables.ts'
import { projectsOf } from '../supplies/lot-name.ts'
import { type Project, storedProject } from './project-record.ts'

/** Each once, in no order; a lot that no project paid for has none. */
export async function payersOf(
  database: DynamoDBClient,
  ledger: string,
  lots: readonly { readonly lot: string }[],
): Promise<readonly Project[]> {
  const found = await getAll(database, ledger, projectsOf(lots).map(ledgerKeys.project))
  return found.map(item => readStored(storedProject, item))
}
