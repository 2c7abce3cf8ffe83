import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { attachmentStore } from '../attachments/attachment-store.ts'
import { withdrawnPhotos } from '../attachments/withdrawn-photos.ts'
import { taskStore } from '../follow-up/task-store.ts'
import { createAudit } from '../platform/audit.ts'
import { openBucket } from '../platform/bucket.ts'
import { capability } from '../platform/capability.ts'
import { systemClock } from '../platform/clock.ts'
import { readEnvironment } from '../platform/environment.ts'
import { lambdaLog } from '../platform/log.ts'
import { receiptsOf } from '../platform/receipt.ts'
import { completePerson } from './complete-person.ts'
import { consentStore } from './consent-store.ts'
import { findByNumber } from './find-by-number.ts'
import { findByWords } from './find-by-words.ts'
import { findMatches } from './find-matches.ts'
import { personStore } from './person-store.ts'
import { personTasksStore } from './person-tasks-store.ts'
import { readPerson } from './read-person.ts'
import { recordConsents } from './record-consents.ts'

const environment = readEnvironment(
  z.object({
    REGISTRY_TABLE: z.string(),
    AUDIT_TABLE: z.string(),
    ATTACHMENTS_BUCKET: z.string(),
    RESTORE_EPOCH: z.coerce.number(),
  }),
)
const database = new DynamoDBClient({})
const persons = personStore(database, environment.REGISTRY_TABLE)
const tasks = taskStore(database, environment.REGISTRY_TABLE)
const consents = consentStore(database, environment.REGISTRY_TABLE)
const personTasks = personTasksStore(database, environment.REGISTRY_TABLE)
const photos = withdrawnPhotos({
  attachments: attachmentStore(database, environment.REGISTRY_TABLE),
  bucket: openBucket(environment.ATTACHMENTS_BUCKET),
})
const audit = createAudit(database, environment.AUDIT_TABLE, systemClock)
const receipt = receiptsOf(environment.RESTORE_EPOCH)

export const handler = capability({
  endpoints: [
    findMatches(persons),
    findByNumber(persons),
    findByWords(persons),
    readPerson(persons),
    completePerson({ persons, personTasks, audit, receipt }),
    recordConsents({ persons, tasks, consents, personTasks, photos, audit, receipt }),
  ],
  audit,
  clock: systemClock,
  log: lambdaLog,
})
