/** The budgets function through its whole chain on real tables, and the day book kept as the ledger's stream would have it. */
import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { budgetsStore } from '../../functions/budgets/budgets-store.ts'
import { changeProject } from '../../functions/budgets/change-project.ts'
import { closeProject } from '../../functions/budgets/close-project.ts'
import { listProjects } from '../../functions/budgets/list-projects.ts'
import { moveBudget } from '../../functions/budgets/move-budget.ts'
import { openProject } from '../../functions/budgets/open-project.ts'
import { readLineBook } from '../../functions/budgets/read-line-book.ts'
import { dayBookStore } from '../../functions/day-book/day-book-store.ts'
import { keepDayBook } from '../../functions/day-book/keep-day-book.ts'
import { createAudit } from '../../functions/platform/audit.ts'
import { capability } from '../../functions/platform/capability.ts'
import type { Clock } from '../../functions/platform/clock.ts'
import { receiptsOf } from '../../functions/platform/receipt.ts'
import { suppliesStore } from '../../functions/supplies/supplies-store.ts'
import { askerOf } from './asking.ts'
import { silentLog } from './silent-log.ts'
import type { TableNames } from './tables.ts'

export function budgetsFunction(client: DynamoDBClient, tables: TableNames, clock: Clock) {
  const audit = createAudit(client, tables.audit, clock)
  const table = tables.ledger
  const parts = {
    ...{ ledger: { store: suppliesStore(client, table), table }, audit, receipt: receiptsOf(0) },
    ...{ budgets: budgetsStore(client, table), book: dayBookStore(client, table) },
  }
  const handler = capability({
    endpoints: [
      openProject(parts),
      changeProject(parts),
      closeProject(parts),
      moveBudget(parts),
      listProjects(parts),
      readLineBook(parts.budgets, parts.book),
    ],
    audit,
    clock,
    log: silentLog(),
  })
  return { ask: askerOf(handler, ['finance@*']) }
}

/** By which the receipts of any day are drawn here, so that a test can choose one that is. */
export const seedOfTests = 'a seed of tests'

/** Tells the day book of every entry that stands in the ledger, as often as it is called: twice is as good as once. */
export async function tellDayBook(
  client: DynamoDBClient,
  { ledger: table }: Pick<TableNames, 'ledger'>,
): Promise<void> {
  const keep = keepDayBook(dayBookStore(client, table, () => seedOfTests))
  const keys: { pk: string; sk: string }[] = []
  for await (const page of paginateScan({ client }, { TableName: table, ConsistentRead: true }))
    for (const { pk, sk } of page.Items ?? [])
      if (pk?.S !== undefined && sk?.S !== undefined) keys.push({ pk: pk.S, sk: sk.S })
  await keep({
    Records: keys.map(({ pk, sk }, place) => ({
      ...{ eventID: String(place), eventName: 'INSERT' },
      dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber: String(place) },
    })),
  })
}
