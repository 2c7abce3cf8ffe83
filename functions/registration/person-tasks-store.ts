/** Finds the tasks and plans of a person's returns, and brings them in line with the person's record. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { tasksAndLaterAttempts } from '../follow-up/task-chain-store.ts'
import { type BasisEnd, basisEnded, basisRegained, keptFrom, movedTo } from '../follow-up/task-corrections.ts'
import { raiseTask } from '../follow-up/task-record.ts'
import { findStored, getAll } from '../platform/reads.ts'
import { readStored, storedShape } from '../platform/stored.ts'
import { registryKeys } from '../platform/tables.ts'
import { Contended, type TransactWriteItem, transact, unchanged } from '../platform/transaction.ts'
import { planEndings, planStates } from '../reintegration/livelihood.ts'
import { planKeptFrom, planResumed, planWithdrawn } from '../reintegration/plan-corrections.ts'
import { storedPerson } from './person-record.ts'
import { type Correction, correctionsFor, plansOf, possibleTasks, type StandingWork } from './person-tasks.ts'

/** Of a plan only what its corrections are judged by: no survey's shape is loaded for it. */
const storedStandingPlan = storedShape(1, () =>
  z.object({
    planId: z.string(),
    taskId: z.string(),
    district: z.string(),
    state: z.enum(planStates),
    eligibleAt: z.string(),
    startedAt: z.optional(z.string()),
    stoppedAt: z.optional(z.string()),
    stoppedFor: z.optional(z.enum(planEndings)),
    excluded: z.optional(z.array(z.string())),
    revision: z.int(),
  }),
)

/** A transaction takes a hundred items: the rest is for what caused the corrections, and its audit. */
export const mostCorrections = 85

/** How often tasks may move between our look and our write before the sender is asked to try again. */
const tries = 6

export function correctionWrite(table: string, correction: Correction, by: BasisEnd): TransactWriteItem {
  switch (correction.do) {
    case 'end':
      return basisEnded(table, correction.task, by)
    case 'reopen':
      return basisRegained(table, correction.task, correction.as)
    case 'move':
      return movedTo(table, correction.task, correction.as)
    case 'keep-from':
      return keptFrom(table, correction.task, correction)
    case 'keep-plan-from':
      return planKeptFrom(table, correction.planId, correction.excluded)
    case 'end-plan':
      return planWithdrawn(table, correction.plan, correction, by.at)
    case 'resume-plan':
      return planResumed(table, correction.plan, correction)
    case 'raise':
      return raiseTask(table, correction.task)
  }
}

export const personTasksStore = (database: DynamoDBClient, table: string) => {
  /** Everything under way for these returns, and what is finished. */
  const workOf = async (returnEventIds: readonly string[]): Promise<StandingWork> => {
    const taskIds = [...new Set(returnEventIds.flatMap(possibleTasks))]
    const tasks = await tasksAndLaterAttempts(database, table, taskIds)
    const plans = await getAll(database, table, plansOf(tasks).map(registryKeys.plan))
    return { tasks, plans: plans.map(item => readStored(storedStandingPlan, item)) }
  }

  return {
    workOf,

    /**
     * Brings tasks and plans in line with the person's record as it stands. Repeating it is harmless: what is in line is
     * left alone, so that a command's retry finishes what its first try could not. Throws `Contended` where others kept
     * moving the same tasks.
     */
    async settle(personId: string, by: BasisEnd, audit: TransactWriteItem): Promise<void> {
      for (let attempt = 1; attempt <= tries; ) {
        const person = await findStored(database, table, registryKeys.person(personId), storedPerson)
        if (!person) return
        const work = await workOf(person.returns.map(({ returnEventId }) => returnEventId))
        const corrections = correctionsFor(person, work, by.at)
        if (corrections.length === 0) return
        const outcome = await transact(database, [
          { guard: 'person', write: unchanged(table, registryKeys.person(personId), person.revision) },
          ...corrections
            .slice(0, mostCorrections)
            .map(each => ({ guard: 'task', write: correctionWrite(table, each, by) })),
          { guard: 'audit', write: audit },
        ])
        if (!outcome.committed) attempt += 1
      }
      throw new Contended('the tasks of a person')
    },
  }
}
export type PersonTasksStore = ReturnType<typeof personTasksStore>
