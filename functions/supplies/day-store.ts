/** The rows of a day, and the receipts to hold them against. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { payersOf } from '../budgets/payers-store.ts'
import { dayBookStore } from '../day-book/day-book-store.ts'
import type { DayRow } from '../day-book/day-row.ts'
import { storedDevice } from '../devices/device-record.ts'
import { storedReceipt } from '../intake/return-event.ts'
import { registeredIn } from '../intake/returns-store.ts'
import { maseruDate } from '../platform/clock.ts'
import { getAll, lookedUpBetween } from '../platform/reads.ts'
import { readStored } from '../platform/stored.ts'
import { batchPrefix, ledgerKeys, lookupKeys, registryKeys } from '../platform/tables.ts'
import { storedGift } from '../support/giving-store.ts'
import type { SupportLine } from '../support/support-line.ts'
import { deviceOf, idOf } from './accounts.ts'
import { tellingOf } from './payer-mask.ts'

/** How long after an arrival was opened somebody of it is still registered. */
const lateDays = 7

function dayBefore(date: string, days: number): string {
  const there = new Date(`${date}T00:00:00.000Z`)
  there.setUTCDate(there.getUTCDate() - days)
  return there.toISOString().slice(0, 10)
}

export const dayStore = (database: DynamoDBClient, tables: { readonly registry: string; readonly ledger: string }) => {
  const { ofDay: rows } = dayBookStore(database, tables.ledger)
  return {
    rows,
    /** Of the tablets that held or got something: what is written on them. */
    async tabletsIn(moved: readonly DayRow[]): Promise<{ readonly deviceId: string; readonly code: string }[]> {
      const accounts = new Set(moved.flatMap(({ postings }) => postings.flatMap(({ from, to }) => [from, to])))
      const ids = [...accounts].filter(account => account.startsWith(deviceOf(''))).map(idOf)
      const found = await getAll(database, tables.registry, ids.map(registryKeys.device))
      return found.map(item => readStored(storedDevice, item)).map(({ deviceId, code }) => ({ deviceId, code }))
    },
    /** Of the projects that paid for what moved, those whose code says something of the person. */
    async tellingProjects(moved: readonly DayRow[]): Promise<ReadonlySet<string>> {
      const lots = moved.flatMap(({ postings }) => postings)
      return tellingOf(await payersOf(database, tables.ledger, lots))
    },

    /** Which intakes of a day gave something, as the arrivals have it: the ledger is not asked. */
    async intakesOf(post: string, date: string, until: Date): Promise<readonly string[]> {
      const dates = [dayBefore(date, lateDays), dayBefore(date, -1)] as const
      const batches = await lookedUpBetween(database, tables.registry, lookupKeys.postBatches(post), dates)
      const ids = batches.map(({ pk }) => pk?.S?.slice(batchPrefix.length) ?? '')
      const registered = await Promise.all(ids.map(id => registeredIn(database, tables.registry, id)))
      return registered
        .flat()
        .filter(({ receivedAt }) => maseruDate(new Date(receivedAt)) === date && receivedAt < until.toISOString())
        .flatMap(({ returnEventId, granted }) => (granted.length > 0 ? [returnEventId] : []))
    },

    /** What stands on the receipts of these intakes and those that the rows name, in the registry, and of what was given later. */
    async granted(issued: readonly DayRow[], intakeIds: readonly string[]): Promise<readonly SupportLine[]> {
      const commands = new Map(
        issued.flatMap(({ receiptId, returnEventId }) =>
          receiptId && returnEventId ? [[receiptId, returnEventId] as const] : [],
        ),
      )
      const named = [...commands].filter(([receiptId, returnEventId]) => receiptId === returnEventId)
      const intakes = new Set([...named.map(([receiptId]) => receiptId), ...intakeIds])
      const gifts = [...commands].filter(([receiptId, returnEventId]) => receiptId !== returnEventId)
      const [receipts, given] = await Promise.all([
        getAll(database, tables.registry, [...intakes].map(registryKeys.receipt)),
        getAll(
          database,
          tables.ledger,
          gifts.map(([giftId, returnEventId]) => ledgerKeys.gift(returnEventId, giftId)),
        ),
      ])
      return [
        ...receipts.flatMap(item => readStored(storedReceipt, item).granted),
        ...given.flatMap(item => readStored(storedGift, item).granted),
      ]
    },
  }
}
export type DayStore = ReturnType<typeof dayStore>
