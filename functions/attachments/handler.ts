import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { createAudit } from '../platform/audit.ts'
import { openBucket } from '../platform/bucket.ts'
import { capability } from '../platform/capability.ts'
import { systemClock } from '../platform/clock.ts'
import { readEnvironment } from '../platform/environment.ts'
import { lambdaLog } from '../platform/log.ts'
import { receiptsOf } from '../platform/receipt.ts'
import { attachmentStore } from './attachment-store.ts'
import { keepAttachment } from './keep-attachment.ts'
import { listAttachments } from './list-attachments.ts'
import { readAttachment } from './read-attachment.ts'

const environment = readEnvironment(
  z.object({
    REGISTRY_TABLE: z.string(),
    AUDIT_TABLE: z.string(),
    ATTACHMENTS_BUCKET: z.string(),
    RESTORE_EPOCH: z.coerce.number(),
  }),
)
const database = new DynamoDBClient({})
const attachments = attachmentStore(database, environment.REGISTRY_TABLE)
const bucket = openBucket(environment.ATTACHMENTS_BUCKET)
const audit = createAudit(database, environment.AUDIT_TABLE, systemClock)
const receipt = receiptsOf(environment.RESTORE_EPOCH)

export const handler = capability({
  endpoints: [
    keepAttachment({ attachments, bucket, audit, receipt }),
    listAttachments(attachments),
    readAttachment({ attachments, bucket }),
  ],
  audit,
  clock: systemClock,
  log: lambdaLog,
})
