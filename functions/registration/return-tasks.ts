/** The tasks a return asks for when it is judged some time after it, and whom each is about. Pure: no clock, no network, no AWS. */
import { consentsGiven } from '../follow-up/consents-given.ts'
import { type IntakeTaskFacts, type RaisedTask, tasksFor } from '../follow-up/task-triggers.ts'
import type { TaskSubject } from '../intake/intake-tasks.ts'
import type { ReturnEvent } from '../intake/return-event.ts'
import { maseruDate } from '../platform/clock.ts'
import { isMinor } from './age.ts'
import type { FullTier } from './person-fields.ts'
import type { Person } from './person-record.ts'
import type { VulnerabilityCode } from './vulnerability-codes.ts'

export interface JudgedReturn {
  readonly person: Pick<Person, 'personId' | 'fast' | 'consents'>
  /** The full tier as it stands from now on. */
  readonly full: FullTier | undefined
  readonly returnEvent: ReturnEvent
  readonly codes: readonly VulnerabilityCode[]
}

/**
 * A task found late is due when it would have been had the intake raised it, as long as that lies ahead; else it gets
 * from `now` on (a UTC instant) the time it would have had, so that none is born overdue.
 */
export function tasksOfReturn({ person, full, returnEvent, codes }: JudgedReturn, now: string): RaisedTask[] {
  const facts: IntakeTaskFacts = {
    district: full?.destination?.district ?? person.fast.homeDistrict,
    isMinor: isMinor(person.fast.birth, maseruDate(new Date(returnEvent.receivedAt))),
    consentsGiven: consentsGiven(person),
    registeredAt: returnEvent.receivedAt,
    codes,
    granted: returnEvent.granted.map(({ item }) => item),
    belongingsLost: full?.belongingsLost === true,
    wantsLivelihoodHelp: full?.wantsLivelihoodHelp === true,
    declaredUndesirable: full?.document?.type === 'F19' ? {} : undefined,
  }
  const fromNow = tasksFor({ ...facts, registeredAt: now }).tasks
  const same = (one: RaisedTask) => (other: RaisedTask) =>
    one.type === other.type && one.occurrence === other.occurrence
  return tasksFor(facts).tasks.map(task => (task.dueAt > now ? task : (fromNow.find(same(task)) ?? task)))
}

/** `now`: a UTC instant. */
export const subjectOfReturn = (
  { person, full, returnEvent }: Omit<JudgedReturn, 'codes'>,
  now: string,
): TaskSubject => ({
  returnEventId: returnEvent.returnEventId,
  personId: person.personId,
  displayNumber: returnEvent.displayNumber,
  council: full?.destination?.council,
  excluded: full?.exclusions,
  raisedAt: now,
})
