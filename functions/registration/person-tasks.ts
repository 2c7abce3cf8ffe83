/**
 * What a person's record, as it stands now, asks of the tasks and plans of all their returns: those whose ground is gone
 * end, those whose ground is back come back, and all are kept from whom the person ruled out (domain.md 2.7, design.md 8).
 * A plan stands on the ground of the task that asked for it.
 * Pure: no clock, no network, no AWS.
 */
import { consentsGiven } from '../follow-up/consents-given.ts'
import { nobodyLeft } from '../follow-up/task-access.ts'
import { groundFor, hasBasis } from '../follow-up/task-basis.ts'
import type { Reopening, Transfer } from '../follow-up/task-corrections.ts'
import { taskId } from '../follow-up/task-id.ts'
import type { NewTask, Task } from '../follow-up/task-record.ts'
import { taskTypeNames, taskTypes } from '../follow-up/task-types.ts'
import { otherHandlerTask } from '../intake/intake-tasks.ts'
import { basisAsks, type StandingPlan } from '../reintegration/plan-basis.ts'
import { districtOfPerson } from './basic-facts.ts'
import type { Person } from './person-record.ts'

export interface StandingWork {
  readonly tasks: readonly Task[]
  readonly plans: readonly StandingPlan[]
}

export type Correction =
  | { readonly do: 'end'; readonly task: Task }
  | { readonly do: 'reopen'; readonly task: Task; readonly as: Reopening }
  | { readonly do: 'move'; readonly task: Task; readonly as: Transfer }
  | {
      readonly do: 'keep-from'
      readonly task: Task
      readonly excluded: readonly string[]
      readonly givesBack: boolean
    }
  | { readonly do: 'keep-plan-from'; readonly planId: string; readonly excluded: readonly string[] }
  | {
      readonly do: 'end-plan' | 'resume-plan'
      readonly plan: StandingPlan
      readonly excluded?: readonly string[] | undefined
    }
  | { readonly do: 'raise'; readonly task: NewTask }

/**
 * Every task that a return event can have raised, whether it did or not: no index has to know a person's tasks. What
 * tries again for one is found through it (`tasksAndLaterAttempts`).
 */
export const possibleTasks = (returnEventId: string): string[] =>
  taskTypeNames
    .filter(type => taskTypes[type].zone === 'district')
    .flatMap(type => taskTypes[type].dues.map((_, index) => taskId(returnEventId, type, index + 1)))

/** The plans that tasks tell of: by what a plan raised, or by what it finished. */
export const plansOf = (tasks: readonly Task[]): string[] => [
  ...new Set(
    tasks.flatMap(({ type, planId, outcome, completionId }) => {
      const made = type === 'PLAN_DRAFT' && outcome === 'PROVIDED' ? completionId : undefined
      return [planId, made].filter(id => id !== undefined)
    }),
  ),
]

type Heard = Pick<Person, 'personId' | 'fast' | 'consents' | 'full' | 'returns'>

/** `now`: a UTC instant; `raised`: what the same command raises. */
export function correctionsFor(
  person: Heard,
  { tasks, plans }: StandingWork,
  now: string,
  raised: readonly NewTask[] = [],
): Correction[] {
  const given = consentsGiven(person)
  const excluded = person.full?.exclusions ?? []
  const isNew = (known: readonly string[] = []) => excluded.some(name => !known.includes(name))
  const ofPlans = plans.flatMap((plan): Correction[] => {
    const draft = tasks.find(({ taskId }) => taskId === plan.taskId)
    const asked = draft && basisAsks(plan, hasBasis(groundFor(draft, person.fast), given), now)
    if (asked) return [{ do: asked, plan, excluded: isNew(plan.excluded) ? excluded : undefined }]
    return isNew(plan.excluded) ? [{ do: 'keep-plan-from', planId: plan.planId, excluded }] : []
  })
  // What a stopped plan had asked for stays ended, whatever is agreed to later: nobody could record it.
  const resumed = new Set(ofPlans.flatMap(each => (each.do === 'resume-plan' ? [each.plan.planId] : [])))
  const over = new Set(
    plans.flatMap(({ planId, state }) => (state === 'STOPPED' && !resumed.has(planId) ? [planId] : [])),
  )
  const where = (task: Task) => ({ ...placeFor(person, task), excluded: person.full?.exclusions })
  const ofTasks = tasks.flatMap((task): Correction[] => {
    const grounded = hasBasis(groundFor(task, person.fast), given)
    if (task.state === 'DONE')
      return grounded && task.outcome === 'BASIS_ENDED' && !over.has(task.planId ?? '')
        ? [{ do: 'reopen', task, as: { ...timesFrom(task, now), ...where(task) } }]
        : []
    if (!grounded) return [{ do: 'end', task }]
    if (where(task).place !== task.place)
      return [{ do: 'move', task, as: { dueAt: timesFrom(task, now).dueAt, ...where(task) } }]
    return isNew(task.excluded) ? [{ do: 'keep-from', task, excluded, givesBack: mayBeHeldBy(task, excluded) }] : []
  })
  const ended = new Set(ofTasks.flatMap(each => (each.do === 'end' ? [each.task.taskId] : [])))
  const reopened = new Set(ofTasks.flatMap(each => (each.do === 'reopen' ? [each.task.taskId] : [])))
  const underWay = tasks
    .filter(task => (task.state === 'DONE' ? reopened.has(task.taskId) : !ended.has(task.taskId)))
    .map(task => ({ ...task, place: where(task).place }))
  // Plans first: what one transaction cannot hold is left for the next, and no plan is to outlive its tasks.
  return [...handlersNeeded(person, tasks, [...underWay, ...raised], now), ...ofPlans, ...ofTasks]
}

/**
 * Where a task belongs: with the district the person lives in or goes to, as the record says now, so that nobody else
 * there sees them wait. Reception's own work stays at its post, and what a plan asked for with the district of the plan.
 */
const placeFor = (person: Pick<Person, 'fast' | 'full'>, task: Task): Pick<Task, 'place' | 'council'> =>
  task.basis === 'STAYS' || task.planId !== undefined || task.place === districtOfPerson(person)
    ? { place: task.place, council: task.council }
    : { place: districtOfPerson(person), council: person.full?.destination?.council }

/** As it was where that still lies ahead; else it gets the time it had once more, so that none comes back overdue. */
function timesFrom({ raisedAt, dueAt }: Task, now: string): Pick<Reopening, 'raisedAt' | 'dueAt'> {
  if (dueAt > now) return { raisedAt, dueAt }
  const allowed = Date.parse(dueAt) - Date.parse(raisedAt)
  return { raisedAt: now, dueAt: new Date(Date.parse(now) + allowed).toISOString() }
}

/**
 * Whether the holder of a task may be one of those ruled out. In which of their roles they hold it is not on record, so
 * that a task of a role ruled out goes back: whoever may still do it can take it again.
 */
const mayBeHeldBy = (task: Task, excluded: readonly string[]): boolean =>
  task.state === 'CLAIMED' &&
  excluded.some(
    name =>
      !task.excluded?.includes(name) &&
      (name === task.claimedBy || name === task.place || task.roles.some(role => name === `${role}@${task.place}`)),
  )

/** A task that nobody is left to see must not wait unseen: the supervisor of the post is asked to find another way. */
function handlersNeeded(
  { personId, full, returns }: Heard,
  standing: readonly Task[],
  underWay: readonly Pick<Task, 'returnEventId' | 'place' | 'roles'>[],
  now: string,
): Correction[] {
  return returns.flatMap(({ returnEventId, displayNumber, post }): Correction[] => {
    const unseen = underWay.some(
      task => task.returnEventId === returnEventId && nobodyLeft({ ...task, excluded: full?.exclusions }),
    )
    const subject = { returnEventId, personId, displayNumber, raisedAt: now }
    const task = otherHandlerTask({ ...subject, council: full?.destination?.council, excluded: full?.exclusions }, post)
    return unseen && !standing.some(({ taskId: stands }) => stands === task.taskId) ? [{ do: 'raise', task }] : []
  })
}
