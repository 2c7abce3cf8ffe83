import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { budgetsStore } from '../budgets/budgets-store.ts'
import { deviceStore } from '../devices/device-store.ts'
import { createAudit } from '../platform/audit.ts'
import { capability } from '../platform/capability.ts'
import { systemClock } from '../platform/clock.ts'
import { readEnvironment } from '../platform/environment.ts'
import { lambdaLog } from '../platform/log.ts'
import { receiptsOf } from '../platform/receipt.ts'
import { returnedStore } from '../support/returned-store.ts'
import { adjustStock } from './adjust-stock.ts'
import { dayStore } from './day-store.ts'
import { decideDispute } from './decide-dispute.ts'
import { extendLease } from './extend-lease.ts'
import { leaseStock } from './lease-stock.ts'
import { listDisputes } from './list-disputes.ts'
import { readDay } from './read-day.ts'
import { readHoldings } from './read-holdings.ts'
import { readStock } from './read-stock.ts'
import { readStore } from './read-store.ts'
import { receiveStock } from './receive-stock.ts'
import { returnLease } from './return-lease.ts'
import { reverseSupport } from './reverse-support.ts'
import { suppliesStore } from './supplies-store.ts'
import { takeInTransfer } from './take-in-transfer.ts'
import { transferStock } from './transfer-stock.ts'
import { writeOffLease } from './write-off-lease.ts'

const environment = readEnvironment(
  z.object({
    LEDGER_TABLE: z.string(),
    REGISTRY_TABLE: z.string(),
    AUDIT_TABLE: z.string(),
    RESTORE_EPOCH: z.coerce.number(),
  }),
)
const database = new DynamoDBClient({})
const tables = { registry: environment.REGISTRY_TABLE, ledger: environment.LEDGER_TABLE }
const returned = returnedStore(database, tables.registry)
const supplies = suppliesStore(database, environment.LEDGER_TABLE)
const budgets = budgetsStore(database, environment.LEDGER_TABLE)
const devices = deviceStore(database, environment.REGISTRY_TABLE)
const audit = createAudit(database, environment.AUDIT_TABLE, systemClock)
const parts = {
  ledger: { store: supplies, table: environment.LEDGER_TABLE },
  audit,
  receipt: receiptsOf(environment.RESTORE_EPOCH),
}

export const handler = capability({
  endpoints: [
    receiveStock({ ...parts, budgets }),
    transferStock(parts),
    takeInTransfer(parts),
    adjustStock(parts),
    leaseStock({ ...parts, devices }),
    extendLease(parts),
    returnLease(parts),
    writeOffLease(parts),
    decideDispute({ ...parts, returned }),
    reverseSupport({ ...parts, returned }),
    listDisputes({ supplies, returned }),
    readStore(supplies, devices),
    readDay({ days: dayStore(database, tables), returned }),
    readStock(supplies),
    readHoldings(supplies, budgets),
  ],
  audit,
  clock: systemClock,
  log: lambdaLog,
})
