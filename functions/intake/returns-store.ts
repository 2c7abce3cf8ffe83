/** Return events as their intakes stored them, for capabilities that look at everybody of an arrival. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { storedCounted } from '../arrivals/counted-outcome.ts'
import { queryAll } from '../platform/reads.ts'
import { readStored } from '../platform/stored.ts'
import { countedPrefix, registryKeys } from '../platform/tables.ts'
import { type ReturnEvent, storedReturnEvent } from './return-event.ts'

/** Who of a batch in hand was registered; who left or declined has no return event. */
export async function registeredIn(
  database: DynamoDBClient,
  registry: string,
  batchId: string,
): Promise<readonly ReturnEvent[]> {
  const { pk } = registryKeys.batch(batchId)
  return (await queryAll(database, registry, { pk, prefix: countedPrefix }))
    .filter(item => readStored(storedCounted, item).outcome === 'REGISTERED')
    .map(item => readStored(storedReturnEvent, item))
}
