/** Donors' projects, read and moved in the ledger: every move commits its entry and the balances it changes together. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { findStored, queryAll } from '../platform/reads.ts'
import { readStored } from '../platform/stored.ts'
import { ledgerKeys, projectsPartition } from '../platform/tables.ts'
import { type GuardedWrite, transact } from '../platform/transaction.ts'
import { type Line, type Project, storedLine, storedProject } from './project-record.ts'

export const budgetsStore = (database: DynamoDBClient, table: string) => ({
  findProject: (projectCode: string): Promise<Project | undefined> =>
    findStored(database, table, ledgerKeys.project(projectCode), storedProject),

  async projects(): Promise<readonly Project[]> {
    const found = await queryAll(database, table, { pk: projectsPartition, prefix: 'PROJECT#' })
    return found.map(item => readStored(storedProject, item))
  },

  findLine: (projectCode: string, lineCode: string): Promise<Line | undefined> =>
    findStored(database, table, ledgerKeys.budgetLine(projectCode, lineCode), storedLine),

  async lines(projectCode: string): Promise<readonly Line[]> {
    const { pk } = ledgerKeys.budgetLine(projectCode, '')
    return (await queryAll(database, table, { pk, prefix: 'LINE#' })).map(item => readStored(storedLine, item))
  },

  /** What is said of a project itself; false where its guard forbids it. */
  async keep(writes: readonly GuardedWrite<'project' | 'line' | 'audit'>[]): Promise<boolean> {
    return (await transact(database, writes)).committed
  },
})
export type BudgetsStore = ReturnType<typeof budgetsStore>
