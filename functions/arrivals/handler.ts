import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { createAudit } from '../platform/audit.ts'
import { capability } from '../platform/capability.ts'
import { systemClock } from '../platform/clock.ts'
import { readEnvironment } from '../platform/environment.ts'
import { lambdaLog } from '../platform/log.ts'
import { receiptsOf } from '../platform/receipt.ts'
import { batchStore } from './batch-store.ts'
import { closeBatch } from './close-batch.ts'
import { countHeads } from './count-heads.ts'
import { importManifest } from './import-manifest.ts'
import { listBatches } from './list-batches.ts'
import { manifestStore } from './manifest-store.ts'
import { openBatch } from './open-batch.ts'
import { readBatch } from './read-batch.ts'
import { readBoard } from './read-board.ts'
import { readHome } from './read-home.ts'
import { recordOutcome } from './record-outcome.ts'
import { tallyNeeds } from './tally-needs.ts'

const environment = readEnvironment(
  z.object({ REGISTRY_TABLE: z.string(), AUDIT_TABLE: z.string(), RESTORE_EPOCH: z.coerce.number() }),
)
const database = new DynamoDBClient({})
const audit = createAudit(database, environment.AUDIT_TABLE, systemClock)
const parts = {
  batches: batchStore(database, environment.REGISTRY_TABLE),
  manifests: manifestStore(database, environment.REGISTRY_TABLE),
  audit,
  receipt: receiptsOf(environment.RESTORE_EPOCH),
}

export const handler = capability({
  endpoints: [
    openBatch(parts),
    countHeads(parts),
    importManifest(parts),
    recordOutcome(parts),
    closeBatch(parts),
    listBatches(parts.batches),
    readBatch(parts),
    tallyNeeds(parts),
    readBoard(parts.batches),
    readHome(parts.batches),
  ],
  audit,
  clock: systemClock,
  log: lambdaLog,
})
