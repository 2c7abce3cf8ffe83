/** A task as it stands in the registry, and the write that raises one. */
import * as z from 'zod/mini'
import { type Stored, storedShape } from '../platform/stored.ts'
import { registryKeys, workOrder, workQueue } from '../platform/tables.ts'
import { putNew, type TransactWriteItem } from '../platform/transaction.ts'
import { attemptChannels, attemptCodes, taskEndings, taskFamilies, taskStates } from './task-words.ts'

/** A try to reach the person that did not; one of an older tablet says neither what happened nor how it was tried. */
const storedAttempt = z.object({
  code: z.optional(z.enum(attemptCodes)),
  channel: z.optional(z.enum(attemptChannels)),
  /** UTC instant, of the server. */
  at: z.string(),
})
export type Attempt = z.infer<typeof storedAttempt>

export const storedTask = storedShape(1, () =>
  z.object({
    taskId: z.string(),
    type: z.string(),
    /** Counts from 1: the second call of one kind is another task. */
    occurrence: z.int(),
    /** A district code, or a post code for the post's own supervisor. */
    place: z.string(),
    /** The roles that may see, claim and finish it; the first is the desk in whose queue it stands. */
    roles: z.array(z.string()),
    family: z.enum(taskFamilies),
    /** On what ground it left reception (domain.md 2.7). */
    basis: z.string(),
    state: z.enum(taskStates),
    raisedAt: z.string(),
    dueAt: z.string(),
    displayNumber: z.optional(z.string()),
    council: z.optional(z.string()),
    returnEventId: z.optional(z.string()),
    personId: z.optional(z.string()),
    planId: z.optional(z.string()),
    /** Of reception's own task about a batch. */
    batchId: z.optional(z.string()),
    /** Officers, roles at places, or places that must not handle it; enforced as scope, shown to nobody. */
    excluded: z.optional(z.array(z.string())),
    note: z.optional(z.string()),
    /** All tries so far, those of earlier occurrences first. */
    attempts: z.optional(z.array(storedAttempt)),
    /** The occurrence that tries again. */
    nextTaskId: z.optional(z.string()),
    claimId: z.optional(z.string()),
    claimedBy: z.optional(z.string()),
    /** By the claimant's own clock; `claimedAt` is the server's. */
    claimDeviceTime: z.optional(z.string()),
    claimedAt: z.optional(z.string()),
    lapsesAt: z.optional(z.string()),
    escalation: z.optional(z.int()),
    outcome: z.optional(z.enum(taskEndings)),
    /** The command that finished it: a completion, a plan, a visit or answers; and the fingerprint by which its retry is known. */
    completionId: z.optional(z.string()),
    completionHash: z.optional(z.string()),
    completionNote: z.optional(z.string()),
    completionDeviceTime: z.optional(z.string()),
    finishedAt: z.optional(z.string()),
    revision: z.int(),
  }),
)
export type Task = Stored<typeof storedTask>

/** Why a task was given back, beside the task. */
export const storedRelease = storedShape(1, () => z.object({ contentHash: z.string(), releasedAt: z.string() }))

/** The desk in whose queue a task stands. */
export const deskOf = (task: Pick<Task, 'roles'>): string => task.roles[0] ?? 'nobody'

type GivenLater =
  | 'state'
  | 'revision'
  | 'nextTaskId'
  | 'claimId'
  | 'claimedBy'
  | 'claimDeviceTime'
  | 'claimedAt'
  | 'lapsesAt'
  | 'escalation'
  | 'outcome'
  | 'completionId'
  | 'completionHash'
  | 'completionNote'
  | 'completionDeviceTime'
  | 'finishedAt'
export type NewTask = Omit<Task, GivenLater>

/** Raises a task; its id is derived from what caused it, so that raising it twice writes nothing. */
export const raiseTask = (table: string, task: NewTask): TransactWriteItem =>
  putNew(table, registryKeys.task(task.taskId), {
    ...task,
    schemaVersion: 1,
    state: 'OPEN',
    workQueue: workQueue(task.place, deskOf(task), 'OPEN'),
    workOrder: workOrder(task.dueAt, task.taskId),
  })
