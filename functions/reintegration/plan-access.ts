/** Which plans a caller may act on. Pure: no clock, no network, no AWS. */
import { isExcluded } from '../follow-up/task-access.ts'
import type { Caller } from '../platform/caller.ts'
import { type Action, rolesAt } from '../platform/permissions.ts'
import type { Plan } from './plan-record.ts'

/** The part of all plans a caller may act on; a required argument of every read of a plan. */
export type PlanScope = (plan: Pick<Plan, 'district' | 'excluded'>) => boolean

export const planScope =
  (caller: Caller, action: Action): PlanScope =>
  plan =>
    rolesAt(action, caller.grants, plan.district).length > 0 && !isExcluded(caller, plan.excluded)
