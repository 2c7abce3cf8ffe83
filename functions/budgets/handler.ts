import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { dayBookStore } from '../day-book/day-book-store.ts'
import { createAudit } from '../platform/audit.ts'
import { capability } from '../platform/capability.ts'
import { systemClock } from '../platform/clock.ts'
import { readEnvironment } from '../platform/environment.ts'
import { lambdaLog } from '../platform/log.ts'
import { receiptsOf } from '../platform/receipt.ts'
import { suppliesStore } from '../supplies/supplies-store.ts'
import { budgetsStore } from './budgets-store.ts'
import { changeProject } from './change-project.ts'
import { closeProject } from './close-project.ts'
import { listProjects } from './list-projects.ts'
import { moveBudget } from './move-budget.ts'
import { openProject } from './open-project.ts'
import { readLineBook } from './read-line-book.ts'

const environment = readEnvironment(
  z.object({ LEDGER_TABLE: z.string(), AUDIT_TABLE: z.string(), RESTORE_EPOCH: z.coerce.number() }),
)
const database = new DynamoDBClient({})
const table = environment.LEDGER_TABLE
const audit = createAudit(database, environment.AUDIT_TABLE, systemClock)
const parts = {
  ledger: { store: suppliesStore(database, table), table },
  budgets: budgetsStore(database, table),
  book: dayBookStore(database, table),
  audit,
  receipt: receiptsOf(environment.RESTORE_EPOCH),
}

export const handler = capability({
  endpoints: [
    openProject(parts),
    changeProject(parts),
    closeProject(parts),
    moveBudget(parts),
    listProjects(parts),
    readLineBook(parts.budgets, parts.book),
  ],
  audit,
  clock: systemClock,
  log: lambdaLog,
})
