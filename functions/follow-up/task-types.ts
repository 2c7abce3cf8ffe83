/**
 * Every kind of follow-up task as data (domain.md 5.3): what raises it, when it is due, who may see, claim and finish
 * it, and on what ground it may leave reception. `provisional` marks a due time or a desk that is GK or PROPOSAL, so
 * nearly all: Primero's and IOM's are the only published ones. Pure; the web imports it.
 */
import type { DistrictRole } from '../platform/permissions.ts'
import type { ConsentPurpose } from '../registration/consent-purposes.ts'
import { taskTypeRows } from './task-type-rows.ts'

export const taskTypeNames = [
  'UAC_CUSTODY',
  'CHILD_ASSESS',
  'FAMILY_TRACING',
  'CHILD_LEFT_IN_SA',
  'MEDICINE_BRIDGE',
  'CONSENT_AGAIN',
  'ARRIVED_HOME',
  'DOC_APPLICATION',
  'CHIEF_CONFIRM',
  'WAGE_CLAIM',
  'COMPENSATION',
  'BELONGINGS',
  'BAN_REPRESENTATION',
  'PDM_CALL',
  'PLAN_DRAFT',
  'RSS_BASELINE',
  'FOLLOW_1M',
  'FOLLOW_3M',
  'FOLLOW_6M',
  'FOLLOW_12M',
  'RSS_MID',
  'RSS_END',
  'BUSINESS_VISIT',
  'UNEXPLAINED_COUNT',
  'RULES_REVIEW',
  'OTHER_HANDLER',
  'VOT_SAFE_PLACE',
  'VOT_FORMAL_ID',
  'MED_REFERRAL',
  'RE_SCREEN',
  'COMPLAINT',
] as const
export type TaskTypeName = (typeof taskTypeNames)[number]

export type TriggerName =
  | 'CHILD_ALONE'
  | 'CHILD_ALONE_OR_SEPARATED'
  | 'CHILD_STAYED_BEHIND'
  | 'MEDICINE_STAYED_BEHIND'
  | 'FIRST_FOLLOW_UP'
  | 'TRAVELS_ONWARD'
  | 'WITHOUT_PAPERS'
  | 'NATIONALITY_IN_DISPUTE'
  | 'WAGES_NOT_PAID'
  | 'INJURED_AT_WORK'
  | 'BELONGINGS_LOST'
  | 'DECLARED_UNDESIRABLE'
  | 'CASH_OR_KIT_GIVEN'
  | 'LIVELIHOOD_WANTED'
  | 'PLAN_MADE'
  | 'PLAN_STARTED'
  | 'BUSINESS_STARTED'
  | 'BATCH_CLOSED_UNEXPLAINED'
  | 'RULES_DIFFER'
  | 'NOBODY_LEFT'
  | 'PRESUMED'
  | 'PRESUMED_AND_AGREES'
  | 'CARE_URGENT'
  | 'NOT_PRIVATE'
  | 'COMPLAINT_MADE'

/** From which event the time runs. `FIRST_FOLLOW_UP`: with the earliest other task of the same return. */
export type Anchor =
  | 'REGISTERED'
  | 'DECLARED'
  | 'FIRST_FOLLOW_UP'
  | 'PLAN_MADE'
  | 'PLAN_STARTED'
  | 'BATCH_CLOSED'
  | 'IN_PROTECTION'

/** `days` are calendar days; `workingDays` end with that day in Lesotho. */
export type TimeAllowed = { readonly hours: number } | { readonly days: number } | { readonly workingDays: number }
export type Due = TimeAllowed & { readonly anchor: Anchor }

/**
 * On what ground a task may leave reception (domain.md 2.7). `STAYS`: it never does, because it stands in the
 * protection zone or concerns reception's own work.
 */
export type TaskBasis = 'SHARE_DISTRICT' | 'PROTECTION_DUTY' | 'VITAL_INTEREST' | 'STAYS'

/** All that a list shows of the kind of a task before it is claimed (domain.md 5.2). */
export type TaskFamily = 'VISIT' | 'CALL' | 'OFFICE' | 'TRANSPORT'

export type TaskType = {
  readonly trigger: TriggerName
  /** One task for each, in this order: its place, counted from 1, is the task's occurrence. */
  readonly dues: readonly [Due, ...Due[]]
  /** Who may see, claim and finish it; the first is the desk in whose queue it stands. */
  readonly roles: readonly [TaskRole, ...TaskRole[]]
  readonly family: TaskFamily
  /** `district`: in the registry. `protection`: in the sealed zone, and nowhere else even by its number. */
  readonly zone: 'district' | 'protection'
  /** False: only in the queue of its own desks, never in a list that other desks of the district share. */
  readonly inCommonList: boolean
  readonly basis: TaskBasis
  /** Consents that it needs besides its basis; a duty or a child needs none. */
  readonly alsoNeeds?: readonly ConsentPurpose[]
  readonly provisional: boolean
}
export type TaskRole = DistrictRole | 'supervisor' | 'protection'

export const taskTypes: Readonly<Record<TaskTypeName, TaskType>> = taskTypeRows

export const isTaskTypeName = (name: string): name is TaskTypeName => Object.hasOwn(taskTypes, name)

/** Undefined for a name that is in no version of the table. */
export const findTaskType = (name: string): TaskType | undefined => (isTaskTypeName(name) ? taskTypes[name] : undefined)
