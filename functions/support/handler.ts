import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { createAudit } from '../platform/audit.ts'
import { capability } from '../platform/capability.ts'
import { systemClock } from '../platform/clock.ts'
import { readEnvironment } from '../platform/environment.ts'
import { lambdaLog } from '../platform/log.ts'
import { receiptsOf } from '../platform/receipt.ts'
import { readStock } from './read-stock.ts'
import { readSupport } from './read-support.ts'
import { receiveStock } from './receive-stock.ts'
import { supportStore } from './support-store.ts'

const environment = readEnvironment(
  z.object({ LEDGER_TABLE: z.string(), AUDIT_TABLE: z.string(), RESTORE_EPOCH: z.coerce.number() }),
)
const database = new DynamoDBClient({})
const support = supportStore(database, environment.LEDGER_TABLE)
const audit = createAudit(database, environment.AUDIT_TABLE, systemClock)
const receipt = receiptsOf(environment.RESTORE_EPOCH)

export const handler = capability({
  endpoints: [receiveStock({ support, audit, receipt }), readStock(support), readSupport(support)],
  audit,
  clock: systemClock,
  log: lambdaLog,
})
