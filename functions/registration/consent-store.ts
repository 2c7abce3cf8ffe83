/** Answers given after the intake, with all they change, in one transaction. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import type { Task } from '../follow-up/task-record.ts'
import { type Completion, finished } from '../follow-up/task-writes.ts'
import { findStored } from '../platform/reads.ts'
import { type Stored, storedShape } from '../platform/stored.ts'
import { registryKeys } from '../platform/tables.ts'
import {
  change,
  type GuardedWrite,
  putNew,
  type TransactWriteItem,
  transact,
  unchanged,
} from '../platform/transaction.ts'
import type { KeptConsent } from './kept-consent.ts'
import type { Correction } from './person-tasks.ts'
import { correctionWrite, mostCorrections } from './person-tasks-store.ts'

const storedAnswers = storedShape(1, () => z.object({ contentHash: z.string(), receivedAt: z.string() }))
export type EarlierAnswers = Stored<typeof storedAnswers>

export interface AnswersCommit extends EarlierAnswers {
  readonly personId: string
  readonly consentId: string
  /** Everything answered by now, these answers last. */
  readonly consents: readonly KeptConsent[]
  /** How many of them are these. */
  readonly added: number
  /** The revision of the person that was judged. */
  readonly seenRevision: number
  /** The task within which they were asked, held by who asked: it stays as it was read, or they finish it. */
  readonly within: { readonly task: Task; readonly finish?: Completion | undefined } | undefined
  readonly corrections: readonly Correction[]
}

export const consentStore = (database: DynamoDBClient, table: string) => ({
  /** An earlier try of the command. Whoever has its id and content has sent it. */
  findEarlier: (personId: string, consentId: string): Promise<EarlierAnswers | undefined> =>
    findStored(database, table, registryKeys.consents(personId, consentId), storedAnswers),

  /**
   * Stores the answers, or `moved` where the person, a task of theirs or this very command was written meanwhile: look
   * again, and judge what is there then. Corrections past one transaction are left to `settle`.
   */
  async record(commit: AnswersCommit, audit: readonly TransactWriteItem[]): Promise<'stored' | 'moved'> {
    const { personId, consentId, contentHash, receivedAt, consents, added, within } = commit
    const by = { commandId: consentId, at: receivedAt }
    const taskId = within?.task.taskId
    const kept = { schemaVersion: 1, contentHash, receivedAt, taskId, answers: consents.slice(-added) }
    // No item may stand in a transaction twice, and finishing the task says all that ending it would.
    const corrections = commit.corrections.filter(
      each => within?.finish === undefined || !('task' in each) || each.task.taskId !== taskId,
    )
    const isCorrected = corrections.some(each => 'task' in each && each.task.taskId === taskId)
    const writes: GuardedWrite<string>[] = [
      { guard: 'answers', write: putNew(table, registryKeys.consents(personId, consentId), kept) },
      {
        guard: 'person',
        write: change(table, registryKeys.person(personId), {
          set: { consents },
          when: '#revision = :seen',
          values: { seen: commit.seenRevision },
        }),
      },
      ...(within && !isCorrected ? [{ guard: 'held-task', write: heldTask(table, within) }] : []),
      ...corrections
        .slice(0, mostCorrections)
        .map(each => ({ guard: 'task', write: correctionWrite(table, each, by) })),
      ...audit.map(write => ({ guard: 'audit', write })),
    ]
    return (await transact(database, writes)).committed ? 'stored' : 'moved'
  },
})
/** A correction of the held task is held to its revision already; else it must be as it was read, or is finished by it. */
const heldTask = (table: string, { task, finish }: NonNullable<AnswersCommit['within']>): TransactWriteItem =>
  finish ? finished(table, finish) : unchanged(table, registryKeys.task(task.taskId), task.revision)

export type ConsentStore = ReturnType<typeof consentStore>
