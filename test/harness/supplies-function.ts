/** The supplies function through its whole chain, on real tables; and giving, as an intake does it. */
import { randomUUID } from 'node:crypto'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { budgetsStore } from '../../functions/budgets/budgets-store.ts'
import type { Beneficiary } from '../../functions/budgets/fund-rules.ts'
import { deviceStore } from '../../functions/devices/device-store.ts'
import { createAudit } from '../../functions/platform/audit.ts'
import { capability } from '../../functions/platform/capability.ts'
import { type Clock, maseruDate, systemClock } from '../../functions/platform/clock.ts'
import { receiptsOf } from '../../functions/platform/receipt.ts'
import { type TransactionOutcome, transact } from '../../functions/platform/transaction.ts'
import type { LeaseAccount } from '../../functions/supplies/accounts.ts'
import { adjustStock } from '../../functions/supplies/adjust-stock.ts'
import { dayStore } from '../../functions/supplies/day-store.ts'
import { decideDispute } from '../../functions/supplies/decide-dispute.ts'
import { extendLease } from '../../functions/supplies/extend-lease.ts'
import { leaseStock } from '../../functions/supplies/lease-stock.ts'
import { leaseStore, type Source } from '../../functions/supplies/lease-store.ts'
import { listDisputes } from '../../functions/supplies/list-disputes.ts'
import { readDay } from '../../functions/supplies/read-day.ts'
import { readHoldings } from '../../functions/supplies/read-holdings.ts'
import { readStock } from '../../functions/supplies/read-stock.ts'
import { readStore } from '../../functions/supplies/read-store.ts'
import { receiveStock } from '../../functions/supplies/receive-stock.ts'
import { returnLease } from '../../functions/supplies/return-lease.ts'
import { reverseSupport } from '../../functions/supplies/reverse-support.ts'
import { suppliesStore } from '../../functions/supplies/supplies-store.ts'
import { takeInTransfer } from '../../functions/supplies/take-in-transfer.ts'
import { transferStock } from '../../functions/supplies/transfer-stock.ts'
import { writeOffLease } from '../../functions/supplies/write-off-lease.ts'
import type { ItemCode } from '../../functions/support/items.ts'
import { drawWrites } from '../../functions/support/ledger-entries.ts'
import { returnedStore } from '../../functions/support/returned-store.ts'
import { askerOf } from './asking.ts'
import { silentLog } from './silent-log.ts'
import type { TableNames } from './tables.ts'

export function suppliesFunction(client: DynamoDBClient, tables: TableNames, clock: Clock = systemClock) {
  const audit = createAudit(client, tables.audit, clock)
  const store = suppliesStore(client, tables.ledger)
  const devices = deviceStore(client, tables.registry)
  const parts = { ledger: { store, table: tables.ledger }, audit, receipt: receiptsOf(0) }
  const budgets = budgetsStore(client, tables.ledger)
  const returned = returnedStore(client, tables.registry)
  const handler = capability({
    endpoints: [
      ...[receiveStock({ ...parts, budgets }), transferStock(parts), takeInTransfer(parts), adjustStock(parts)],
      ...[leaseStock({ ...parts, devices }), extendLease(parts), returnLease(parts), writeOffLease(parts)],
      ...[
        decideDispute({ ...parts, returned }),
        reverseSupport({ ...parts, returned }),
        readDay({ days: dayStore(client, tables), returned }),
        listDisputes({ supplies: store, returned }),
        readStore(store, devices),
        readStock(store),
        readHoldings(store, budgets),
      ],
    ],
    audit,
    clock,
    log: silentLog(),
  })

  const ask = askerOf(handler, ['supplies@MB', 'supplies@CENTRE', 'supplies@FB', 'supervisor@MB'])
  return { ask, store }
}

const anybody: Beneficiary = { district: 'LS-A', returnType: 'DEPORTED', priority: 'ORDINARY' }

export interface Gift {
  readonly holder: LeaseAccount
  readonly item: ItemCode
  readonly quantity: number
  readonly post: string
  readonly returnEventId?: string
  readonly householdId?: string
  readonly person?: Beneficiary
  readonly at?: Date
}

const drawOf = (
  { holder, item, quantity, post, returnEventId, householdId, at = new Date() }: Gift,
  source: Source,
) => ({
  ...{ grant: { item, quantity, unit: householdId === undefined ? ('return' as const) : ('household' as const) } },
  ...{ post, returnEventId: returnEventId ?? randomUUID(), householdId, officerId: 'officer-1' },
  ...{ displayNumber: 'XV-7F-00001-Z', receiptId: 'receipt-1' },
  ...{ issuedAt: at.toISOString(), proof: { kind: 'WITNESS' as const, witness: 'Mamello Sekhonyana' } },
  ...{ from: holder, leaseId: source.leaseId, lots: source.lots, drawn: undefined },
})

/** As an intake gives it: from the lots that expire first. `exhausted` where the lease holds too little. */
export async function give(
  client: DynamoDBClient,
  tables: Pick<TableNames, 'ledger'>,
  gift: Gift,
): Promise<TransactionOutcome<string> | 'exhausted' | 'not-eligible'> {
  const { holder, item, quantity, at = new Date() } = gift
  const asked = { wanted: [{ item, quantity }], today: maseruDate(at), person: gift.person ?? anybody }
  const source = (await leaseStore(client, tables.ledger).sourcesOf(holder, asked)).get(item) ?? 'exhausted'
  if (typeof source === 'string') return source
  return transact(client, drawWrites(tables.ledger, { ...drawOf(gift, source), dispute: undefined }))
}

/**
 * What a tablet gave while it had no network, from lots it chose itself: kept as disputed where its lease cannot bear it, or
 * where it is against a rule.
 */
export async function giveLate(
  client: DynamoDBClient,
  tables: Pick<TableNames, 'ledger'>,
  gift: Gift,
  source: Source,
  broken?: 'NOT_ELIGIBLE',
): Promise<'ISSUED' | 'DISPUTED' | 'given-before'> {
  const draw = drawOf(gift, source)
  for (const dispute of [broken, 'TOO_LITTLE'] as const) {
    const outcome = await transact(client, drawWrites(tables.ledger, { ...draw, dispute }))
    if (outcome.committed) return dispute === undefined ? 'ISSUED' : 'DISPUTED'
    if (outcome.failed.some(({ guard }) => guard.startsWith('given:'))) return 'given-before'
  }
  throw new Error('a disputed entitlement was refused')
}
