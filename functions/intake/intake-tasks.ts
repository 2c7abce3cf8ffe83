/** The tasks an intake raises: the district's, and reception's own where today's rules would have judged otherwise. Pure. */
import { consentsGiven } from '../follow-up/consents-given.ts'
import { nobodyLeft } from '../follow-up/task-access.ts'
import { taskId } from '../follow-up/task-id.ts'
import type { NewTask } from '../follow-up/task-record.ts'
import { dueAtOf, type RaisedTask, tasksFor } from '../follow-up/task-triggers.ts'
import { taskTypes } from '../follow-up/task-types.ts'
import type { VulnerabilityCode } from '../registration/vulnerability-codes.ts'
import type { SupportLine } from '../support/support-line.ts'
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

/** The supervisor's, where some of these tasks would wait unseen. */
export const handlerNeeded = (cause: TaskCause, post: string, tasks: readonly NewTask[]): NewTask | undefined =>
  tasks.some(nobodyLeft) ? otherHandlerTask(subjectOf(cause), post) : undefined

/** The district's tasks, and how many were withheld because nothing lets them leave reception. */
export function districtTasks(cause: TaskCause): { readonly tasks: NewTask[]; readonly withheldCount: number } {
  const { intake, isMinor, codes, granted, receivedAt } = cause
  const raised = tasksFor({
    district: intake.full?.destination?.district ?? intake.fast.homeDistrict,
    isMinor,
    consentsGiven: consentsGiven(intake),
    registeredAt: receivedAt,
    codes,
    granted: granted.map(({ item }) => item),
    belongingsLost: intake.full?.belongingsLost === true,
    wantsLivelihoodHelp: intake.full?.wantsLivelihoodHelp === true,
    declaredUndesirable: intake.full?.document?.type === 'F19' ? {} : undefined,
  })
  return {
    tasks: raised.tasks.map(task => districtTask(subjectOf(cause), task)),
    withheldCount: raised.withheld.length,
  }
}

const subjectOf = ({ intake, intakeId, excluded, receivedAt }: TaskCause): TaskSubject => ({
  raisedAt: receivedAt,
  displayNumber: intake.displayNumber,
  council: intake.full?.destination?.council,
  returnEventId: intakeId,
  personId: intake.personId,
  excluded,
})

/** What a task says of the return it is about, whoever raises it. */
export interface TaskSubject {
  readonly returnEventId: string
  readonly personId: string
  readonly displayNumber: string
  readonly council: string | undefined
  readonly excluded: readonly string[] | undefined
  /** UTC instant. */
  readonly raisedAt: string
}

const aboutReturn = ({ excluded, ...subject }: TaskSubject) => ({ ...subject, excluded: excluded && [...excluded] })

export const districtTask = (
  subject: TaskSubject,
  { type, occurrence, district, roles, ...task }: RaisedTask,
): NewTask => ({
  ...aboutReturn(subject),
  taskId: taskId(subject.returnEventId, type, occurrence),
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
export const rulesReview = (
  cause: TaskCause,
  post: string,
  today: readonly VulnerabilityCode[],
): NewTask | undefined => (judgedAlike(today, cause.codes) ? undefined : reviewTask(subjectOf(cause), post))

/** Whether two versions of the rules found the same needs. */
export const judgedAlike = (one: readonly VulnerabilityCode[], other: readonly VulnerabilityCode[]): boolean =>
  one.length === other.length && one.every(code => other.includes(code))

export const reviewTask = (subject: TaskSubject, post: string): NewTask => receptionTask('RULES_REVIEW', subject, post)

/**
 * For the supervisor of the post where a task of the return would wait unseen, since the person ruled out every office
 * that could do it: to find another way. Whom they ruled out it does not say.
 */
export const otherHandlerTask = (subject: TaskSubject, post: string): NewTask =>
  receptionTask('OTHER_HANDLER', subject, post)

function receptionTask(type: 'RULES_REVIEW' | 'OTHER_HANDLER', subject: TaskSubject, post: string): NewTask {
  const { roles, family, basis, dues } = taskTypes[type]
  return {
    ...aboutReturn(subject),
    taskId: taskId(subject.returnEventId, type, 1),
    type,
    occurrence: 1,
    place: post,
    roles: [...roles],
    family,
    basis,
    dueAt: dueAtOf(dues[0], subject.raisedAt),
  }
}
