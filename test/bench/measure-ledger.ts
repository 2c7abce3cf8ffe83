/** The ledger: random histories, a thousand draws through leases, what a draw writes. */
import { randomUUID } from 'node:crypto'
import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb'
import pLimit from 'p-limit'
import { createAudit } from '../../functions/platform/audit.ts'
import { maseruDate, systemClock } from '../../functions/platform/clock.ts'
import { transact } from '../../functions/platform/transaction.ts'
import { deviceOf, type LeaseAccount } from '../../functions/supplies/accounts.ts'
import { lease } from '../../functions/supplies/leasing.ts'
import { deliver, type Told } from '../../functions/supplies/stock-moves.ts'
import { suppliesStore } from '../../functions/supplies/supplies-store.ts'
import type { ItemCode } from '../../functions/support/items.ts'
import { drawWrites } from '../../functions/support/ledger-entries.ts'
import { give } from '../harness/supplies-function.ts'
import { createTables, type TableNames } from '../harness/tables.ts'
import { runHistories } from '../simulation/histories.ts'
import type { Measure } from './measure.ts'
import { itemBytes, target, writeUnits } from './write-units.ts'

const histories = 1_000
const seed = 20_261_122
const draws = 1_000
const balance = 500
const people = 150
const perPerson = ['BLANKET', 'FOOD_PACK', 'SHOES'] as const

export async function measureLedger(client: DynamoDBClient): Promise<Measure[]> {
  return [await manyHistories(), await raceThroughLeases(client), await unitsOfADraw(client), await burst(client)]
}

async function manyHistories(): Promise<Measure> {
  const { passed, steps, met } = await runHistories('memory', histories, seed)
  return {
    name: 'ledger-histories',
    value: passed,
    unit: 'histories',
    bound: { least: histories },
    detail: `${steps} steps from seed ${seed}; on the way ${Object.entries(met)
      .map(([fault, times]) => `${times} ${fault}`)
      .join(', ')}`,
  }
}

function storeFor(client: DynamoDBClient, tables: TableNames) {
  const store = suppliesStore(client, tables.ledger)
  const ledger = { store, table: tables.ledger }
  const audit = createAudit(client, tables.audit, systemClock)
  const told = (): Told => {
    const [moveId, now] = [randomUUID(), new Date()]
    return {
      ...{ place: 'MB', moveId, contentHash: moveId, officerId: 'officer-1', today: maseruDate(now) },
      ...{ deviceTime: now.toISOString(), receivedAt: now.toISOString() },
    }
  }
  const entry = (moveId: string) =>
    audit.entry({ caller: { officerId: 'officer-1', grants: [] }, action: 'move', subjectId: 'MB', commandId: moveId })
  return {
    store,
    async receive(item: ItemCode, quantity: number) {
      const one = told()
      const content = { item, lot: 'IOM-2026-041', quantity, expiresOn: undefined, to: 'STORE' as const }
      await deliver(ledger, one, content, entry(one.moveId))
    },
    lease(holder: LeaseAccount, item: ItemCode, quantity: number) {
      const one = told()
      const dueAt = new Date(Date.now() + 86_400_000).toISOString()
      return lease(ledger, one, { holder, item, quantity, dueAt }, entry(one.moveId))
    },
  }
}

/** Twenty tablets, each leasing ten more when it has none left, until the store has none. */
async function raceThroughLeases(client: DynamoDBClient): Promise<Measure> {
  const tables = await createTables(client)
  const desk = storeFor(client, tables)
  await desk.receive('BLANKET', balance)
  const holders = Array.from({ length: 20 }, (_, index) => deviceOf(`tablet-${index}`))
  const atOnce = pLimit(50)
  const one = async (holder: LeaseAccount): Promise<boolean> => {
    for (;;) {
      const outcome = await give(client, tables, { holder, item: 'BLANKET', quantity: 1, post: 'MB' })
      if (typeof outcome !== 'string' && outcome.committed) return true
      const more = await desk.lease(holder, 'BLANKET', 10)
      if (!('refusal' in more) || more.refusal === 'try-again') continue
      const held = await desk.store.findLease(holder, 'BLANKET')
      if (held === undefined || held.left === 0) return false
    }
  }
  const granted = await Promise.all(
    Array.from({ length: draws }, (_, index) => atOnce(() => one(holders[index % holders.length] ?? deviceOf('none')))),
  )
  return {
    name: 'lease-race-granted',
    value: granted.filter(Boolean).length,
    unit: 'granted',
    bound: { exactly: balance },
    detail: `${draws} draws of ${holders.length} tablets on one balance of ${balance}`,
  }
}

/** Of what a household may have once: the entry, the mark that forbids it to the others, and the lease. */
async function unitsOfADraw(client: DynamoDBClient): Promise<Measure> {
  const tables = await createTables(client)
  const desk = storeFor(client, tables)
  const holder = deviceOf(randomUUID())
  await desk.receive('CASH_ARRIVAL', 1_000_000)
  await desk.lease(holder, 'CASH_ARRIVAL', 500_000)
  const held = await desk.store.findLease(holder, 'CASH_ARRIVAL')
  const writes: TransactWriteItem[] = drawWrites(tables.ledger, {
    ...{
      grant: { item: 'CASH_ARRIVAL', quantity: 83_100, unit: 'household' },
      post: 'MB',
      dispute: undefined,
      drawn: undefined,
    },
    ...{ returnEventId: randomUUID(), householdId: randomUUID(), officerId: randomUUID(), from: holder },
    ...{ displayNumber: 'XV-7F-00001-Z', receiptId: randomUUID() },
    ...{ leaseId: held?.leaseId ?? '', lots: [{ lot: 'IOM-2026-041', quantity: 83_100 }] },
    ...{ issuedAt: new Date().toISOString(), proof: { kind: 'SIGNATURE', attachmentId: randomUUID() } },
  }).map(({ write }) => write)
  const outcome = await transact(
    client,
    writes.map(write => ({ guard: 'draw', write })),
  )
  if (!outcome.committed) throw new Error('the draw to be weighed was refused')
  const weighed = await Promise.all(
    writes.map(async write => {
      const { table, key } = target(write)
      const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }))
      if (!Item) throw new Error('a committed item is not there')
      return { units: writeUnits('ledger', Item), bytes: itemBytes(Item) }
    }),
  )
  return {
    name: 'write-units-draw',
    value: weighed.reduce((sum, { units }) => sum + units, 0),
    unit: 'write units',
    bound: { most: 6 },
    detail: `${weighed.length} items, ${weighed.map(({ bytes }) => bytes).join(' + ')} bytes`,
  }
}

/** A bus-load at two tablets that lease for forty people at a time. */
async function burst(client: DynamoDBClient): Promise<Measure> {
  const tables = await createTables(client)
  const desk = storeFor(client, tables)
  for (const item of perPerson) await desk.receive(item, 1_000)
  let balanceWrites = 0
  client.middlewareStack.add(
    next => args => {
      const { TransactItems: items = [] } = args.input as { TransactItems?: TransactWriteItem[] }
      balanceWrites += items.filter(({ Update }) => Update?.Key?.['pk']?.S?.startsWith('BALANCE#')).length
      return next(args)
    },
    { step: 'initialize', name: 'balance-writes' },
  )
  let given = 0
  for (const holder of [deviceOf('left'), deviceOf('right')])
    for (let person = 0; person < people / 2; person += 1)
      for (const item of perPerson) {
        if (person % 40 === 0) await desk.lease(holder, item, 40)
        const outcome = await give(client, tables, { holder, item, quantity: 1, post: 'MB' })
        if (typeof outcome !== 'string' && outcome.committed) given += 1
      }
  client.middlewareStack.remove('balance-writes')
  return {
    name: 'balance-writes-per-draw',
    value: Math.round((balanceWrites / given) * 1_000) / 1_000,
    unit: 'writes',
    bound: { most: 0.05 },
    detail: `${balanceWrites} writes of a balance for ${given} draws of ${people} people at two tablets`,
  }
}
