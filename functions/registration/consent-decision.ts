/**
 * What answers given after the intake change (domain.md 2.7): a no ends what rests on it alone, a yes raises what was
 * withheld for want of it. Pure: no clock, no network, no AWS; time and what was read come in.
 */
import { consentsGiven } from '../follow-up/consents-given.ts'
import type { NewTask } from '../follow-up/task-record.ts'
import { districtTask } from '../intake/intake-tasks.ts'
import type { ReturnEvent } from '../intake/return-event.ts'
import { isMinor } from './age.ts'
import { basisOf } from './consent-purposes.ts'
import type { Consent } from './person-fields.ts'
import type { Person } from './person-record.ts'
import { type Correction, correctionsFor, type StandingWork } from './person-tasks.ts'
import { subjectOfReturn, tasksOfReturn } from './return-tasks.ts'
import { vulnerabilityCodes } from './vulnerability-codes.ts'

/**
 * For a child it must be said who answered wherever the answer is the ground: parent or guardian, or the child. `today`
 * is the date in Lesotho.
 */
export function checkAnswers(
  { fast }: Pick<Person, 'fast'>,
  answers: readonly Consent[],
  today: string,
): 'guardian-needed' | undefined {
  const isChild = isMinor(fast.birth, today)
  const unsaid = answers.some(
    ({ purpose, guardian }) => guardian === undefined && isChild && basisOf(purpose, isChild) === 'CONSENT',
  )
  return unsaid ? 'guardian-needed' : undefined
}

/** Whether something is agreed to that was not: only then can anything withheld be raised. */
export const agreesToMore = (before: Person, after: Person): boolean => {
  const given = consentsGiven(before)
  return consentsGiven(after).some(purpose => !given.includes(purpose))
}

export interface AnsweredCase {
  readonly before: Person
  /** With the new answers after the earlier ones. */
  readonly after: Person
  readonly work: StandingWork
  /** Of all returns where more is agreed to; else none are needed. */
  readonly returnEvents: readonly ReturnEvent[]
  /** UTC instant. */
  readonly now: string
}

/** Raised tasks stand first: what does not fit into one transaction is found again by looking, which they are not. */
export function decideAnswers({ before, after, work, returnEvents, now }: AnsweredCase): Correction[] {
  const raised = withheldUntilNow(before, after, returnEvents, now).filter(
    task => !work.tasks.some(standing => standing.taskId === task.taskId),
  )
  return [...raised.map(task => ({ do: 'raise', task }) as const), ...correctionsFor(after, work, now, raised)]
}

const knownCodes = (returnEvent: ReturnEvent) =>
  vulnerabilityCodes.filter(code => returnEvent.vulnerability.includes(code))

/**
 * The tasks that the new answers give a ground. The latest return speaks first: what it asks for is not asked once more
 * for an earlier one.
 */
function withheldUntilNow(before: Person, after: Person, returnEvents: readonly ReturnEvent[], now: string): NewTask[] {
  const latestFirst = [...returnEvents].sort((one, other) => (one.receivedAt < other.receivedAt ? 1 : -1))
  const asked = new Set<string>()
  return latestFirst.flatMap(returnEvent => {
    const judged = { full: after.full, returnEvent, codes: knownCodes(returnEvent) }
    const kind = ({ type, occurrence }: { type: string; occurrence: number }) => `${type}#${occurrence}`
    const already = new Set([...asked, ...tasksOfReturn({ ...judged, person: before }, now).map(kind)])
    const grounded = tasksOfReturn({ ...judged, person: after }, now)
    for (const task of grounded) asked.add(kind(task))
    const subject = subjectOfReturn({ ...judged, person: after }, now)
    return grounded.filter(task => !already.has(kind(task))).map(task => districtTask(subject, task))
  })
}
