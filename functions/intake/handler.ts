import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { attachmentStore } from '../attachments/attachment-store.ts'
import { withdrawnPhotos } from '../attachments/withdrawn-photos.ts'
import { createAudit } from '../platform/audit.ts'
import { openBucket } from '../platform/bucket.ts'
import { capability } from '../platform/capability.ts'
import { systemClock } from '../platform/clock.ts'
import { readEnvironment } from '../platform/environment.ts'
import { lambdaLog } from '../platform/log.ts'
import { receiptsOf } from '../platform/receipt.ts'
import { personTasksStore } from '../registration/person-tasks-store.ts'
import { intakeStore } from './intake-store.ts'
import { putIntake } from './put-intake.ts'

const environment = readEnvironment(
  z.object({
    REGISTRY_TABLE: z.string(),
    LEDGER_TABLE: z.string(),
    AUDIT_TABLE: z.string(),
    ATTACHMENTS_BUCKET: z.string(),
    RESTORE_EPOCH: z.coerce.number(),
  }),
)
const database = new DynamoDBClient({})
const audit = createAudit(database, environment.AUDIT_TABLE, systemClock)

export const handler = capability({
  endpoints: [
    putIntake({
      intakes: intakeStore(database, { registry: environment.REGISTRY_TABLE, ledger: environment.LEDGER_TABLE }),
      personTasks: personTasksStore(database, environment.REGISTRY_TABLE),
      photos: withdrawnPhotos({
        attachments: attachmentStore(database, environment.REGISTRY_TABLE),
        bucket: openBucket(environment.ATTACHMENTS_BUCKET),
      }),
      audit,
      receipt: receiptsOf(environment.RESTORE_EPOCH),
    }),
  ],
  audit,
  clock: systemClock,
  log: lambdaLog,
})
