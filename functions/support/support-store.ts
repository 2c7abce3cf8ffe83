/** What a return event was given, as the ledger has it. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { payersOf } from '../budgets/payers-store.ts'
import { covers, type Scope } from '../platform/permissions.ts'
import { findStored, queryAll } from '../platform/reads.ts'
import { readStored } from '../platform/stored.ts'
import { ledgerKeys } from '../platform/tables.ts'
import { type TransactWriteItem, transact } from '../platform/transaction.ts'
import { storedDispute } from '../supplies/dispute-record.ts'
import { tellingOf } from '../supplies/payer-mask.ts'
import { type Entitlement, storedEntitlement } from './ledger-entries.ts'
import { type Sample, storedSample, verified } from './sample-record.ts'

/** As the books stand: what was accepted is issued like anything else. */
const standings = { OPEN: 'DISPUTED', ACCEPTED: 'ISSUED', REJECTED: 'REJECTED' } as const

export const supportStore = (database: DynamoDBClient, table: string) => {
  async function decidedState({ post, returnEventId, item, requestId }: Entitlement) {
    const key = ledgerKeys.dispute(post, returnEventId, item, requestId)
    return standings[(await findStored(database, table, key, storedDispute))?.state ?? 'OPEN']
  }

  return {
    /** As far as it was given at a post of the scope; undefined where nothing is. */
    async findEntitlements(returnEventId: string, scope: Scope) {
      const { pk } = ledgerKeys.entitlement(returnEventId, '')
      const all = (await queryAll(database, table, { pk, prefix: 'ITEM#' })).map(item =>
        readStored(storedEntitlement, item),
      )
      const visible = all.filter(({ post }) => covers(scope, post))
      if (visible.length === 0) return undefined
      const undone = await queryAll(database, table, {
        pk: ledgerKeys.reversal(returnEventId, '', undefined).pk,
        prefix: 'ITEM#',
      })
      const marks = new Set(undone.map(({ sk }) => sk?.S))
      return Promise.all(
        visible.map(async given => {
          const { sk } = ledgerKeys.reversal(returnEventId, given.item, given.requestId)
          if (marks.has(sk)) return { ...given, state: 'REVERSED' as const }
          return given.state === 'DISPUTED' ? { ...given, state: await decidedState(given) } : given
        }),
      )
    },

    /** Of the projects that paid for these, those whose code says something of the person. */
    async tellingProjects(given: readonly Pick<Entitlement, 'lots'>[]): Promise<ReadonlySet<string>> {
      const lots = given.flatMap(each => each.lots)
      return tellingOf(await payersOf(database, table, lots))
    },

    findSample: (post: string, issuedAt: string, receiptId: string): Promise<Sample | undefined> =>
      findStored(database, table, ledgerKeys.sample(post, issuedAt, receiptId), storedSample),

    async sampleAt(post: string): Promise<readonly Sample[]> {
      const { pk } = ledgerKeys.sample(post, '', '')
      return (await queryAll(database, table, { pk, prefix: 'RECEIPT#' })).map(item => readStored(storedSample, item))
    },

    /** False where somebody said it first. */
    async verify(
      post: string,
      sample: Sample,
      said: Parameters<typeof verified>[3],
      audit: TransactWriteItem,
    ): Promise<boolean> {
      const outcome = await transact(database, [
        { guard: 'sample', write: verified(table, post, sample, said) },
        { guard: 'audit', write: audit },
      ])
      return outcome.committed
    },
  }
}
export type SupportStore = ReturnType<typeof supportStore>
