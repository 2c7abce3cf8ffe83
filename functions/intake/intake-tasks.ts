/** The tasks an intake raises: the district's, and reception's own where today's rules would have judged otherwise. Pure. */
import { taskId } from '../follow-up/task-id.ts'
import type { NewTask } from '../follow-up/task-record.ts'
import { dueAtOf, type RaisedTask, tasksFor } from '../follow-up/task-triggers.ts'
import { taskTypes } from '../follow-up/task-types.ts'
import type { VulnerabilityCode } from '../registration/vulnerability-codes.ts'
import type { SupportLine } from '../support/contract.ts'
import type { PutIntake } from './contract.ts'

export interface TaskCause {
  readonly intakeId: string
  readonly intake: PutIntake
  readonly isMinor: boolean
  readonly codes: readonly VulnerabilityCode[]
  readonly granted: readonly SupportLine[]
  /** Whom the person ruled out, now or before: travels with each task and is shown to nobody. */
  readonly excluded: readonly string[] | undefined
  /** UTC instant from which the times run. */
  readonly receivedAt: string
}

/** The district's tasks, and how many were withheld because nothing lets them leave reception. */
export function districtTasks(cause: TaskCause): { readonly tasks: NewTask[]; readonly withheldCount: number } {
  const { intake, isMinor, codes, granted, receivedAt } = cause
  const raised = tasksFor({
    district: intake.full?.destination?.district ?? intake.fast.homeDistrict,
    isMinor,
    consentsGiven: intake.consents.filter(({ given }) => given).map(({ purpose }) => purpose),
    registeredAt: receivedAt,
    codes,
    granted: granted.map(({ item }) => item),
    belongingsLost: intake.full?.belongingsLost === true,
    wantsLivelihoodHelp: intake.full?.wantsLivelihoodHelp === true,
    declaredUndesirable: intake.full?.document?.type === 'F19' ? {} : undefined,
  })
  return { tasks: raised.tasks.map(task => districtTask(cause, task)), withheldCount: raised.withheld.length }
}

const aboutReturn = ({ intake, intakeId, excluded, receivedAt }: TaskCause) => ({
  raisedAt: receivedAt,
  displayNumber: intake.displayNumber,
  council: intake.full?.destination?.council,
  returnEventId: intakeId,
  personId: intake.personId,
  excluded: excluded && [...excluded],
})

const districtTask = (cause: TaskCause, { type, occurrence, district, roles, ...task }: RaisedTask): NewTask => ({
  ...aboutReturn(cause),
  taskId: taskId(cause.intakeId, type, occurrence),
  type,
  occurrence,
  place: district,
  roles: [...roles],
  family: task.family,
  basis: task.basis,
  dueAt: task.dueAt,
})

/**
 * A record captured under older rules is stored as they judged it; where today's would have found other needs, the
 * supervisor of the post is asked to look (design.md 4). It never leaves reception.
 */
export function rulesReview(cause: TaskCause, post: string, today: readonly VulnerabilityCode[]): NewTask | undefined {
  const same = today.length === cause.codes.length && today.every(code => cause.codes.includes(code))
  if (same) return undefined
  const { roles, family, basis, dues } = taskTypes.RULES_REVIEW
  return {
    ...aboutReturn(cause),
    taskId: taskId(cause.intakeId, 'RULES_REVIEW', 1),
    type: 'RULES_REVIEW',
    occurrence: 1,
    place: post,
    roles: [...roles],
    family,
    basis,
    dueAt: dueAtOf(dues[0], cause.receivedAt),
  }
}
