/** The whole ledger table of one test, put to its proof. */
import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { ledgerProof, type Proof } from '../../../functions/supplies/ledger-proof.ts'

export async function proofOf(client: DynamoDBClient, table: string): Promise<Proof> {
  const proof = ledgerProof()
  for await (const page of paginateScan({ client }, { TableName: table, ConsistentRead: true }))
    for (const item of page.Items ?? []) proof.take(item)
  return proof.result()
}
