/** The day book in the ledger's table: the entries it copies, and its rows by place and day and by who paid. */
import { randomUUID } from 'node:crypto'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { findStored, queryAll } from '../platform/reads.ts'
import { readStored } from '../platform/stored.ts'
import { dayBookKeys, type Key } from '../platform/tables.ts'
import { putNew, transact } from '../platform/transaction.ts'
import { type Move, storedMove } from '../supplies/ledger-entry.ts'
import { type Entitlement, storedEntitlement } from '../support/ledger-entries.ts'
import { type NewSample, sampled, seedMade, storedSeed } from '../support/sample-record.ts'
import { type DayRow, storedDayRow } from './day-row.ts'
import { type FundRow, storedFundRow } from './fund-row.ts'
import { type Given, givenAdded, givenBy, storedGiven } from './given-record.ts'
import type { BookRow } from './rows-of.ts'

/** `freshSeed`: what nobody can know before. */
export const dayBookStore = (database: DynamoDBClient, table: string, freshSeed: () => string = randomUUID) => ({
  findMove: (key: Key): Promise<Move | undefined> => findStored(database, table, key, storedMove),

  findEntitlement: (key: Key): Promise<Entitlement | undefined> => findStored(database, table, key, storedEntitlement),

  /**
   * Once: a stream tells it at least once, and a row put again would look like one that somebody changed. What it adds to a
   * line's sum is added with it, and so once as well.
   */
  async put({ key, row }: BookRow): Promise<void> {
    const given = 'fund' in row ? givenBy(row) : undefined
    await transact(database, [
      { guard: 'row', write: putNew(table, key, { schemaVersion: 1, ...row }) },
      ...('fund' in row && given !== undefined ? [{ guard: 'sum', write: givenAdded(table, row.fund, given) }] : []),
    ])
  },

  /** By which the receipts of a day are drawn: made with the first of them, and then the same. */
  async seedOf(date: string): Promise<string> {
    const seed = freshSeed()
    const outcome = await transact(database, [{ guard: 'seed', write: seedMade(table, date, seed) }])
    const [earlier] = outcome.committed ? [] : outcome.failed
    return earlier?.old === undefined ? seed : readStored(storedSeed, earlier.old).seed
  },

  /** Once, whichever of the receipt's lines is told of first. */
  async drawForSample(post: string, sample: NewSample): Promise<void> {
    await transact(database, [{ guard: 'sample', write: sampled(table, post, sample) }])
  },

  /** Of one day in Lesotho, in the order in which they came. */
  async ofDay(place: string, date: string): Promise<readonly DayRow[]> {
    const { pk } = dayBookKeys.day(place, date, '', '')
    return (await queryAll(database, table, { pk, prefix: '2' })).map(item => readStored(storedDayRow, item))
  },

  /** What moved of a line in a month of Lesotho, and what moved on the eve of it by a clock that is two hours behind. */
  async ofFund(fund: string, month: string): Promise<readonly FundRow[]> {
    const { pk } = dayBookKeys.fund(fund, '', '')
    const eve = new Date(new Date(`${month}-01T00:00:00.000Z`).getTime() - 1).toISOString().slice(0, 10)
    const found = await Promise.all([eve, month].map(prefix => queryAll(database, table, { pk, prefix })))
    return found.flat().map(item => readStored(storedFundRow, item))
  },

  /** What was given of the money of a project's lines, by line: some seconds behind the ledger. */
  async givenOf(projectCode: string): Promise<ReadonlyMap<string, Given>> {
    const { pk } = dayBookKeys.given(projectCode, '')
    const found = (await queryAll(database, table, { pk, prefix: 'LINE#' })).map(item => readStored(storedGiven, item))
    return new Map(found.map(({ lineCode, issued, reversed }) => [lineCode, { issued, reversed }]))
  },
})
export type DayBookStore = ReturnType<typeof dayBookStore>
