/** Reads and writes of plans and visits. Each change finishes or raises its tasks in the same transaction. */
import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { planStopped } from '../follow-up/task-corrections.ts'
import { type NewTask, raiseTask, type Task } from '../follow-up/task-record.ts'
import { type TaskRefusal, taskOf } from '../follow-up/task-store.ts'
import { taskRefusal } from '../follow-up/task-transitions.ts'
import { type Completion, completionWrites, finished, movedMeanwhile } from '../follow-up/task-writes.ts'
import { findStored, queryAll } from '../platform/reads.ts'
import { readStored, type StoredAttributes, type StoredShape } from '../platform/stored.ts'
import { type Key, planQueue, registryKeys, visitPrefix, workOrder } from '../platform/tables.ts'
import { change, type GuardedWrite, putNew, transact } from '../platform/transaction.ts'
import { whileStateAllows } from '../platform/transitions.ts'
import { plansUnderWay } from './contract.ts'
import { type PlanAction, type PlanState, planTransitions } from './livelihood.ts'
import type { PlanScope } from './plan-access.ts'
import { type Plan, type PlanMove, storedPlan, storedPlanMove, storedVisit, type Visit } from './plan-record.ts'

type Refusing<Word extends string> = { readonly refusal: Word }
export type RecordOutcome = { readonly receivedAt: string } | Refusing<TaskRefusal | 'identifier-reused'>
export type MoveOutcome =
  | Pick<PlanMove, 'receivedAt' | 'planRevision'>
  | Refusing<'plan-state-not-allowed' | 'revision-stale' | 'identifier-reused'>

export interface MovedPlan {
  readonly transitionId: string
  readonly action: PlanAction
  /** As it was read: whose queue it stands in. */
  readonly plan: Pick<Plan, 'planId' | 'district'>
  /** What changes in the plan. */
  readonly set: Partial<Plan>
  /** The move as it is kept; its `planRevision` is one more than the officer saw. */
  readonly move: PlanMove
  readonly raised: readonly NewTask[]
  /** What the plan had asked for and nobody has done, as it was read: it ends with the plan. */
  readonly ended: readonly Task[]
}

export const planStore = (database: DynamoDBClient, table: string) => {
  const find = <T>(key: Key, shape: StoredShape<T>) => findStored(database, table, key, shape)
  const raising = (tasks: readonly NewTask[]) =>
    tasks.map((task): GuardedWrite<'raised'> => ({ guard: 'raised', write: raiseTask(table, task) }))

  return {
    /** The plan, if the scope has it: absent and out of scope look the same. */
    async findPlan(planId: string, scope: PlanScope): Promise<Plan | undefined> {
      const plan = await find(registryKeys.plan(planId), storedPlan)
      return plan && scope(plan) ? plan : undefined
    },

    /** A plan's visits, the first one first. */
    async visitsOf({ planId }: Pick<Plan, 'planId'>): Promise<Visit[]> {
      const items = await queryAll(database, table, { pk: registryKeys.plan(planId).pk, prefix: visitPrefix })
      const visits = items.map(item => readStored(storedVisit, item))
      return visits.sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
    },

    /** The answer to a transition that was already made; undefined where it was not. */
    async findMove(planId: string, transitionId: string, contentHash: string): Promise<MoveOutcome | undefined> {
      const earlier = await find(registryKeys.planMove(planId, transitionId), storedPlanMove)
      return earlier && sameOrReused(earlier, contentHash)
    },

    /** Records a plan, finishes the task that asked for it and raises those that follow. */
    async recordPlan(
      plan: Omit<Plan, 'revision'>,
      completion: Completion,
      raised: readonly NewTask[],
      audit: TransactWriteItem,
    ): Promise<RecordOutcome> {
      const item = { schemaVersion: 1, ...plan, ...inQueue(plan, 'ELIGIBLE', plan.eligibleAt) }
      const outcome = await transact(database, [
        { guard: 'record', write: putNew(table, registryKeys.plan(plan.planId), item) },
        { guard: 'task', write: finished(table, completion) },
        ...raising(raised),
        { guard: 'audit', write: audit },
      ])
      return outcome.committed ? plan : causeOf(outcome.failed, storedPlan, plan)
    },

    /** Records a visit, finishes the task that asked for it, and raises the next attempt where nobody was met. */
    async recordVisit(
      visit: Visit,
      completion: Completion,
      audit: TransactWriteItem,
    ): Promise<RecordOutcome | 'task-moved-meanwhile'> {
      const key = registryKeys.visit(visit.planId, visit.visitId)
      const outcome = await transact(database, [
        { guard: 'record', write: putNew(table, key, { schemaVersion: 1, ...visit }) },
        ...completionWrites(table, completion),
        { guard: 'audit', write: audit },
      ])
      if (outcome.committed) return visit
      const isNew = !outcome.failed.some(({ guard }) => guard === 'record')
      if (isNew && movedMeanwhile(taskOf(outcome.failed), completion)) return 'task-moved-meanwhile'
      return causeOf(outcome.failed, storedVisit, visit)
    },

    /** Moves a plan from the state and the revision the officer saw, and raises what follows. */
    async movePlan(
      { plan: { planId, district }, transitionId, action, set, move, raised, ended }: MovedPlan,
      audit: TransactWriteItem,
    ): Promise<MoveOutcome | 'tasks-moved'> {
      const { when, values } = whileStateAllows(planTransitions, action)
      const seen = move.planRevision - 1
      const outcome = await transact(database, [
        {
          guard: 'move',
          write: putNew(table, registryKeys.planMove(planId, transitionId), { schemaVersion: 1, ...move }),
        },
        {
          guard: 'plan',
          write: change(table, registryKeys.plan(planId), {
            ...(isUnderWay(move.to)
              ? { set: { ...set, ...inQueue({ planId, district }, move.to, move.receivedAt) } }
              : { set, remove: ['workQueue', 'workOrder'] }),
            when: `${when} AND #revision = :seen`,
            values: { ...values, seen },
          }),
        },
        ...raising(raised),
        ...ended.map(
          (task): GuardedWrite<'ended'> => ({
            guard: 'ended',
            write: planStopped(table, task, { commandId: transitionId, at: move.receivedAt }),
          }),
        ),
        { guard: 'audit', write: audit },
      ])
      if (outcome.committed) return move
      const old = (guard: string) => outcome.failed.find(failure => failure.guard === guard)?.old
      const earlier = old('move')
      if (earlier) return sameOrReused(readStored(storedPlanMove, earlier), move.contentHash)
      const plan = old('plan')
      if (!plan && outcome.failed.some(({ guard }) => guard === 'ended')) return 'tasks-moved'
      if (!plan) throw new Error('a task of this plan was raised before it moved')
      return { refusal: readStored(storedPlan, plan).revision === seen ? 'plan-state-not-allowed' : 'revision-stale' }
    },
  }
}
const isUnderWay = (state: PlanState): boolean => plansUnderWay.some(each => each === state)

const inQueue = ({ planId, district }: Pick<Plan, 'planId' | 'district'>, state: PlanState, since: string) => ({
  workQueue: planQueue(district, state),
  workOrder: workOrder(since, planId),
})

export type PlanStore = ReturnType<typeof planStore>

const orderOf = ({ visitedOn, receivedAt }: Visit): string => `${visitedOn}#${receivedAt}`

const sameOrReused = (earlier: PlanMove, contentHash: string): MoveOutcome =>
  earlier.contentHash === contentHash ? earlier : { refusal: 'identifier-reused' }

type Failed = readonly { guard: string; old: StoredAttributes | undefined }[]

/** Recorded before under the same id, with this content or another; or the task was not the officer's to finish. */
function causeOf(
  failed: Failed,
  shape: StoredShape<{ contentHash: string; receivedAt: string }>,
  { contentHash }: { contentHash: string },
): RecordOutcome {
  const old = failed.find(({ guard }) => guard === 'record')?.old
  if (!old) return { refusal: taskRefusal('complete', taskOf(failed).state) }
  const earlier = readStored(shape, old)
  return earlier.contentHash === contentHash ? { receivedAt: earlier.receivedAt } : { refusal: 'identifier-reused' }
}
