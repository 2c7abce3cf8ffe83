import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { createAudit } from '../platform/audit.ts'
import { capability } from '../platform/capability.ts'
import { systemClock } from '../platform/clock.ts'
import { readEnvironment } from '../platform/environment.ts'
import { lambdaLog } from '../platform/log.ts'
import { receiptsOf } from '../platform/receipt.ts'
import { answerRequest } from './answer-request.ts'
import { askForMore } from './ask-for-more.ts'
import { giveSupport } from './give-support.ts'
import { givingStore } from './giving-store.ts'
import { listRequests } from './list-requests.ts'
import { listSample } from './list-sample.ts'
import { listWaiting } from './list-waiting.ts'
import { readReceipts } from './read-receipts.ts'
import { readSupport } from './read-support.ts'
import { returnedStore } from './returned-store.ts'
import { supportStore } from './support-store.ts'
import { verifyReceipt } from './verify-receipt.ts'
import { waitingStore } from './waiting-store.ts'

const environment = readEnvironment(
  z.object({
    LEDGER_TABLE: z.string(),
    REGISTRY_TABLE: z.string(),
    AUDIT_TABLE: z.string(),
    RESTORE_EPOCH: z.coerce.number(),
  }),
)
const database = new DynamoDBClient({})
const support = supportStore(database, environment.LEDGER_TABLE)
const audit = createAudit(database, environment.AUDIT_TABLE, systemClock)
const tables = { registry: environment.REGISTRY_TABLE, ledger: environment.LEDGER_TABLE }
const giving = givingStore(database, tables)
const parts = {
  giving,
  returned: returnedStore(database, environment.REGISTRY_TABLE),
  audit,
  receipt: receiptsOf(environment.RESTORE_EPOCH),
}

export const handler = capability({
  endpoints: [
    readSupport({ ...parts, support }),
    giveSupport(parts),
    askForMore(parts),
    listRequests(parts),
    listWaiting({ ...parts, waiting: waitingStore(database, tables) }),
    answerRequest(parts),
    readReceipts({ ...parts, support }),
    listSample({ ...parts, support }),
    verifyReceipt({ ...parts, support }),
  ],
  audit,
  clock: systemClock,
  log: lambdaLog,
})
