/** Reads and writes of tasks that the district desks make. */
import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { findStored } from '../platform/reads.ts'
import { readStored, type StoredAttributes, type StoredShape } from '../platform/stored.ts'
import { type Key, registryKeys } from '../platform/tables.ts'
import { transact } from '../platform/transaction.ts'
import { storedPerson } from '../registration/person-record.ts'
import type { TaskScope } from './task-access.ts'
import { tasksAndLaterAttempts } from './task-chain-store.ts'
import { type BasisEnd, basisEnded } from './task-corrections.ts'
import { type Queue, type QueuedTask, readQueue } from './task-queue-store.ts'
import { storedRelease, storedTask, type Task } from './task-record.ts'
import { taskRefusal } from './task-transitions.ts'
import {
  type Claim,
  type Completion,
  claimed,
  completionWrites,
  givenBack,
  movedMeanwhile,
  type Release,
  reasonKept,
} from './task-writes.ts'

export type TaskRefusal = ReturnType<typeof taskRefusal>
type Refusing<Word extends string> = { readonly refusal: Word }
export type ClaimOutcome =
  | { readonly claimedAt: string; readonly lapsesAt: string }
  | Refusing<TaskRefusal | 'revision-stale'>
export type ReleaseOutcome = { readonly releasedAt: string } | Refusing<TaskRefusal | 'identifier-reused'>
export type CompletionOutcome =
  | { readonly finishedAt: string }
  | Refusing<TaskRefusal | 'identifier-reused'>
  | 'task-moved-meanwhile'

const refusing = <Word extends string>(refusal: Word): Refusing<Word> => ({ refusal })

export const taskStore = (database: DynamoDBClient, table: string) => {
  const find = <T>(key: Key, shape: StoredShape<T>) => findStored(database, table, key, shape)
  /** Those of the ids that were raised, and what tries again for them. */
  const standingOf = (taskIds: readonly string[]) => tasksAndLaterAttempts(database, table, taskIds)

  return {
    /** The task, where the scope has it: absent and out of scope look the same. */
    async find(taskId: string, scope: TaskScope): Promise<Task | undefined> {
      const task = await find(registryKeys.task(taskId), storedTask)
      return task && scope(task) ? task : undefined
    },

    /** The person a task is about; undefined where it is about none, or they were erased. */
    findPerson: async (task: Pick<Task, 'personId'>) =>
      task.personId === undefined ? undefined : find(registryKeys.person(task.personId), storedPerson),

    standingOf,

    /** Those of the ids that a plan asked for and nobody has finished. */
    async unfinishedOf(planId: string, taskIds: readonly string[]): Promise<Task[]> {
      return (await standingOf(taskIds)).filter(task => task.planId === planId && task.state !== 'DONE')
    },

    /** The first `atMost` tasks of these queues that the scope has and `wanted` takes, by due date, and whether there are more. */
    async list(
      queues: readonly Queue[],
      atMost: number,
      scope: TaskScope,
      wanted: (task: QueuedTask) => boolean = () => true,
    ) {
      const isListed = (task: QueuedTask) => scope(task) && wanted(task)
      const found = await Promise.all(
        queues.map(queue => firstOf(readQueue(database, table, queue), atMost + 1, isListed)),
      )
      const inOrder = found.flat().sort((one, other) => (one.workOrder < other.workOrder ? -1 : 1))
      return { tasks: inOrder.slice(0, atMost), more: inOrder.length > atMost }
    },

    /** One conditional write: of any number of officers one wins, and the same claim sent again is answered alike. */
    async claim(claim: Claim, audit: TransactWriteItem): Promise<ClaimOutcome> {
      const outcome = await transact(database, [
        { guard: 'task', write: claimed(table, claim) },
        { guard: 'audit', write: audit },
      ])
      if (outcome.committed) return { claimedAt: claim.claimedAt, lapsesAt: claim.lapsesAt }
      const found = taskOf(outcome.failed)
      if (found.claimId === claim.claimId && found.claimedBy === claim.officerId && found.claimedAt && found.lapsesAt)
        return { claimedAt: found.claimedAt, lapsesAt: found.lapsesAt }
      const taken = found.state === 'CLAIMED' && (found.lapsesAt ?? '') > claim.claimedAt
      return refusing(found.state === 'DONE' || taken ? taskRefusal('claim', found.state) : 'revision-stale')
    },

    /** Gives a held task back and keeps the reason. */
    async release(release: Release, audit: TransactWriteItem): Promise<ReleaseOutcome> {
      const outcome = await transact(database, [
        { guard: 'release', write: reasonKept(table, release) },
        { guard: 'task', write: givenBack(table, release) },
        { guard: 'audit', write: audit },
      ])
      if (outcome.committed) return { releasedAt: release.releasedAt }
      const earlier = outcome.failed.find(({ guard }) => guard === 'release')?.old
      if (!earlier) return refusing(taskRefusal('release', taskOf(outcome.failed).state))
      const { contentHash, releasedAt } = readStored(storedRelease, earlier)
      return contentHash === release.contentHash ? { releasedAt } : refusing('identifier-reused')
    },

    /** Ends a task whose ground is gone; where somebody moved it meanwhile, who comes next finds it so again. */
    async endWithoutBasis(task: Task, by: BasisEnd, audit: TransactWriteItem): Promise<void> {
      await transact(database, [
        { guard: 'task', write: basisEnded(table, task, by) },
        { guard: 'audit', write: audit },
      ])
    },

    /** Finishes a held task, and raises the next attempt where the person was not reached. */
    async complete(completion: Completion, audit: TransactWriteItem): Promise<CompletionOutcome> {
      const outcome = await transact(database, [
        ...completionWrites(table, completion),
        { guard: 'audit', write: audit },
      ])
      if (outcome.committed) return { finishedAt: completion.finishedAt }
      const found = taskOf(outcome.failed)
      if (movedMeanwhile(found, completion)) return 'task-moved-meanwhile'
      if (found.completionId !== completion.completionId || found.finishedAt === undefined)
        return refusing(taskRefusal('complete', found.state))
      return found.completionHash === completion.contentHash
        ? { finishedAt: found.finishedAt }
        : refusing('identifier-reused')
    },
  }
}
export type TaskStore = ReturnType<typeof taskStore>

async function firstOf(
  queue: AsyncIterable<QueuedTask>,
  wanted: number,
  isListed: (task: QueuedTask) => boolean,
): Promise<QueuedTask[]> {
  const found: QueuedTask[] = []
  for await (const task of queue) {
    if (isListed(task)) found.push(task)
    if (found.length === wanted) break
  }
  return found
}

/** The task as a failed condition found it; it was read before, and tasks are never deleted. */
export function taskOf(failed: readonly { guard: string; old: StoredAttributes | undefined }[]): Task {
  const old = failed.find(({ guard }) => guard === 'task')?.old
  if (!old) throw new Error('the task is gone, or its write failed for no cause we know')
  return readStored(storedTask, old)
}
