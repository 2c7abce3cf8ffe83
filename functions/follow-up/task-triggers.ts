/**
 * Which tasks an event raises, when they are due, and on what ground they leave reception (domain.md 2.7, 5.3). Pure.
 * A task without a ground is not raised; it is named in `withheld`, which stays at reception: a district must not see
 * that somebody said no.
 */
import type { DistrictCode } from '../platform/places.ts'
import type { ConsentPurpose } from '../registration/consent-purposes.ts'
import type { VulnerabilityCode } from '../registration/vulnerability-codes.ts'
import type { ItemCode } from '../support/items.ts'
import {
  type Anchor,
  type Due,
  type TaskBasis,
  type TaskFamily,
  type TaskRole,
  type TaskType,
  type TaskTypeName,
  type TriggerName,
  taskTypeNames,
  taskTypes,
} from './task-types.ts'
import { dayMilliseconds, endOfWorkingDayAfter } from './working-days.ts'

export type RaisedTask = {
  readonly type: TaskTypeName
  /** Counts from 1. */
  readonly occurrence: number
  /** UTC instant. */
  readonly dueAt: string
  readonly basis: Exclude<TaskBasis, 'STAYS'>
  readonly roles: readonly TaskRole[]
  readonly family: TaskFamily
  readonly district: DistrictCode
}
export type WithheldTask = {
  readonly type: TaskTypeName
  readonly occurrence: number
  readonly reason: 'NO_CONSENT_TO_SHARE' | 'NO_CONSENT_TO_CONTACT'
}
export type RaisedTasks = { readonly tasks: readonly RaisedTask[]; readonly withheld: readonly WithheldTask[] }

/** Whom the tasks are for, and what they agreed to. */
export type TaskGround = {
  readonly district: DistrictCode
  /** Under 18, or age in doubt: tasks then rest on the duty to protect, not on consent. */
  readonly isMinor: boolean
  /** Purposes to which the answer was yes and still is. */
  readonly consentsGiven: readonly ConsentPurpose[]
}

export type IntakeTaskFacts = TaskGround & {
  /** UTC instant from which the times run. */
  readonly registeredAt: string
  readonly codes: readonly VulnerabilityCode[]
  readonly granted: readonly ItemCode[]
  readonly belongingsLost: boolean
  readonly wantsLivelihoodHelp: boolean
  /** Has a declaration of undesirability; its date, `YYYY-MM-DD`, where it is known. */
  readonly declaredUndesirable?: { readonly on?: string | undefined } | undefined
}

const isCashOrKit = (items: readonly ItemCode[]) => items.includes('CASH_ARRIVAL') || items.includes('NFI_KIT')

const has =
  (code: VulnerabilityCode) =>
  (facts: IntakeTaskFacts): boolean =>
    facts.codes.includes(code)

/** What in an intake pulls which trigger. */
const intakeTriggers: Readonly<Partial<Record<TriggerName, (facts: IntakeTaskFacts) => boolean>>> = {
  CHILD_ALONE: has('UAC'),
  CHILD_ALONE_OR_SEPARATED: facts =>
    has('UAC')(facts) || has('SEP_CHILD')(facts) || has('CHILD_ALONE_WITH_UNRELATED_ADULT')(facts),
  CHILD_STAYED_BEHIND: has('CHILD_LEFT_IN_SA'),
  MEDICINE_STAYED_BEHIND: has('MEDICINE_LEFT'),
  TRAVELS_ONWARD: facts => facts.granted.includes('TRANSPORT_ONWARD'),
  WITHOUT_PAPERS: has('NO_ID'),
  NATIONALITY_IN_DISPUTE: has('NATIONALITY_DISPUTED'),
  WAGES_NOT_PAID: has('WAGES_OWED'),
  INJURED_AT_WORK: has('WORK_INJURY'),
  BELONGINGS_LOST: facts => facts.belongingsLost,
  DECLARED_UNDESIRABLE: facts => facts.declaredUndesirable !== undefined,
  CASH_OR_KIT_GIVEN: facts => isCashOrKit(facts.granted),
  LIVELIHOOD_WANTED: facts => facts.wantsLivelihoodHelp && !facts.isMinor,
}

/** The instant at which a task is due that is counted from `anchoredAt`. */
export function dueAtOf(due: Due, anchoredAt: string): string {
  const from = new Date(anchoredAt)
  if ('workingDays' in due) return endOfWorkingDayAfter(from, due.workingDays).toISOString()
  const milliseconds = 'hours' in due ? (due.hours * dayMilliseconds) / 24 : due.days * dayMilliseconds
  return new Date(from.getTime() + milliseconds).toISOString()
}

function groundOf(type: TaskType, ground: TaskGround): RaisedTask['basis'] | WithheldTask['reason'] | undefined {
  if (type.basis === 'STAYS') return undefined
  if (type.basis !== 'SHARE_DISTRICT') return type.basis
  if (ground.isMinor) return 'PROTECTION_DUTY'
  if (!ground.consentsGiven.includes('SHARE_DISTRICT')) return 'NO_CONSENT_TO_SHARE'
  const needed = type.alsoNeeds ?? []
  return needed.every(purpose => ground.consentsGiven.includes(purpose)) ? 'SHARE_DISTRICT' : 'NO_CONSENT_TO_CONTACT'
}

/** The district's tasks for the triggers pulled, each counted from its anchor; those without a ground are withheld. */
function raise(
  triggers: readonly TriggerName[],
  anchors: Readonly<Partial<Record<Anchor, string>>>,
  ground: TaskGround,
): RaisedTasks {
  const tasks: RaisedTask[] = []
  const withheld: WithheldTask[] = []
  for (const name of taskTypeNames) {
    const type = taskTypes[name]
    const basis = groundOf(type, ground)
    if (type.zone !== 'district' || basis === undefined || !triggers.includes(type.trigger)) continue
    for (const [index, due] of type.dues.entries()) {
      const anchoredAt = anchors[due.anchor]
      if (anchoredAt === undefined) continue
      const task = { type: name, occurrence: index + 1 }
      if (basis === 'NO_CONSENT_TO_SHARE' || basis === 'NO_CONSENT_TO_CONTACT')
        withheld.push({ ...task, reason: basis })
      else {
        const { roles, family } = type
        tasks.push({ ...task, dueAt: dueAtOf(due, anchoredAt), basis, roles, family, district: ground.district })
      }
    }
  }
  return { tasks, withheld }
}

/**
 * The first tasks of an intake. Whoever meets the returnee first also asks for consent again: that task goes to the
 * same desk at the same time, and only where consent was the ground.
 */
export function tasksFor(facts: IntakeTaskFacts): RaisedTasks {
  const triggers = taskTypeNames
    .map(name => taskTypes[name].trigger)
    .filter(trigger => intakeTriggers[trigger]?.(facts) === true)
  const declaredOn = facts.declaredUndesirable?.on
  const anchors = {
    REGISTERED: facts.registeredAt,
    DECLARED: declaredOn === undefined ? facts.registeredAt : `${declaredOn}T00:00:00.000Z`,
  }
  const raised = raise(triggers, anchors, facts)
  const first = raised.tasks
    .filter(task => task.basis === 'SHARE_DISTRICT')
    .reduce<RaisedTask | undefined>(
      (earliest, task) => (earliest && earliest.dueAt <= task.dueAt ? earliest : task),
      undefined,
    )
  if (first === undefined) return raised
  const again = raise(['FIRST_FOLLOW_UP'], { FIRST_FOLLOW_UP: first.dueAt }, facts)
  return { ...raised, tasks: [...raised.tasks, ...again.tasks.map(task => ({ ...task, roles: first.roles }))] }
}

/** What a gift after the intake raises as one at the intake does, counted from the gift. `givenAt`: UTC instant. */
export const tasksForGift = (ground: TaskGround, givenAt: string, items: readonly ItemCode[]): RaisedTasks =>
  raise(isCashOrKit(items) ? ['CASH_OR_KIT_GIVEN'] : [], { REGISTERED: givenAt }, ground)

/** The baseline survey, before the first help of a plan. `madeAt`: UTC instant. */
export const tasksForPlanMade = (ground: TaskGround, madeAt: string): RaisedTasks =>
  raise(['PLAN_MADE'], { PLAN_MADE: madeAt }, ground)

/** Follow-ups and later surveys of a plan that starts; visits to a business where there is one. `startedAt`: UTC instant. */
export const tasksForPlanStarted = (
  ground: TaskGround,
  startedAt: string,
  plan: { readonly hasBusiness: boolean },
): RaisedTasks =>
  raise(plan.hasBusiness ? ['PLAN_STARTED', 'BUSINESS_STARTED'] : ['PLAN_STARTED'], { PLAN_STARTED: startedAt }, ground)
