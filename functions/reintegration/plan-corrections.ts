/**
 * What a person's own words change in a plan that stands (domain.md 2.7, 5.4). Each write is held to the plan as it was
 * read, so that a start, a stop or a completion in between is never written over.
 */
import { planQueue, registryKeys, workOrder } from '../platform/tables.ts'
import { change, type TransactWriteItem } from '../platform/transaction.ts'
import { whileStateAllows } from '../platform/transitions.ts'
import { planBasisTransitions } from './livelihood.ts'
import type { StandingPlan } from './plan-basis.ts'

const asRead = (
  { revision }: StandingPlan,
  { when, values }: { readonly when: string; readonly values: Readonly<Record<string, unknown>> },
) => ({ when: `${when} AND #revision = :seen`, values: { ...values, seen: revision } })

type Kept = { readonly excluded?: readonly string[] | undefined }

/** Ends a plan whose consent was taken back, as the one reason that no officer gives (domain.md 5.4). `at`: UTC instant. */
export const planWithdrawn = (table: string, plan: StandingPlan, { excluded }: Kept, at: string): TransactWriteItem =>
  change(table, registryKeys.plan(plan.planId), {
    set: { state: 'STOPPED', stoppedAt: at, stoppedFor: 'WITHDREW_CONSENT', excluded },
    remove: ['workQueue', 'workOrder'],
    ...asRead(plan, whileStateAllows(planBasisTransitions, 'lose-basis')),
  })

/** Brings back a plan that ended with its consent, where it stood in its district's list. */
export function planResumed(table: string, plan: StandingPlan, { excluded }: Kept): TransactWriteItem {
  const state = plan.startedAt === undefined ? 'ELIGIBLE' : 'STARTED'
  const { when, values } = asRead(
    plan,
    whileStateAllows(planBasisTransitions, state === 'ELIGIBLE' ? 'be-eligible-again' : 'go-on'),
  )
  return change(table, registryKeys.plan(plan.planId), {
    set: {
      state,
      excluded,
      workQueue: planQueue(plan.district, state),
      workOrder: workOrder(plan.startedAt ?? plan.eligibleAt, plan.planId),
    },
    remove: ['stoppedAt', 'stoppedFor'],
    when: `${when} AND #stoppedFor = :withdrawn`,
    values: { ...values, withdrawn: 'WITHDREW_CONSENT' },
  })
}

/** Keeps a plan from whom the person ruled out. */
export const planKeptFrom = (table: string, planId: string, excluded: readonly string[]): TransactWriteItem =>
  change(table, registryKeys.plan(planId), { set: { excluded }, when: 'attribute_exists(pk)' })
