/** What the full tier of a registered person, taken later, changes. Pure: no network, no AWS; time and what was read come in. */
import { consentsGiven } from '../follow-up/consents-given.ts'
import type { NewTask } from '../follow-up/task-record.ts'
import { type IntakeTaskFacts, type RaisedTask, tasksFor } from '../follow-up/task-triggers.ts'
import { futureDates } from '../intake/intake-checks.ts'
import type { Rulebook } from '../intake/intake-decision.ts'
import { vulnerabilityFacts } from '../intake/intake-facts.ts'
import { districtTask, judgedAlike, reviewTask, type TaskSubject } from '../intake/intake-tasks.ts'
import type { ReturnEvent } from '../intake/return-event.ts'
import {
  currentIntakeRules,
  deriveVulnerability,
  intakeRules,
  intakeRulesFor,
  type Priority,
  priorityOf,
} from '../intake/vulnerability.ts'
import { maseruDate } from '../platform/clock.ts'
import type { RefusalDetail } from '../platform/reply.ts'
import { isMinor } from './age.ts'
import { HouseholdRole } from './code-lists.ts'
import { afterFullTier } from './full-tier.ts'
import type { FullTier } from './person-fields.ts'
import type { Person, ReturnReference } from './person-record.ts'

export interface CompletionCase {
  readonly person: Person
  readonly returnEvent: ReturnEvent
  readonly said: FullTier
  readonly rulesVersion: string
  readonly receivedAt: Date
}

export interface CompletionDecision {
  readonly full: FullTier
  readonly returns: readonly ReturnReference[]
  readonly vulnerability: readonly string[]
  readonly priority: Priority
  /** Every task the whole record now asks for; those that stand already keep what they are. */
  readonly tasks: readonly NewTask[]
}

export type CompletionRefusal =
  | { readonly refusal: 'version-retired' }
  | { readonly refusal: 'date-in-future'; readonly detail: RefusalDetail }

const published: Rulebook = { versions: intakeRules, current: currentIntakeRules }

/**
 * Judges the whole record again, by the rules the tablet had, as of the day of the return. Refuses `date-in-future` for
 * a typed date that lies after today, and `version-retired` for rules that are no longer kept. Where today's rules would
 * have found other needs, the supervisor of the post is asked to look.
 */
export function decideCompletion(
  given: CompletionCase,
  rulebook: Rulebook = published,
): CompletionDecision | CompletionRefusal {
  const { person, returnEvent, said } = given
  const rules = intakeRulesFor(given.rulesVersion, rulebook.versions)
  const today = intakeRulesFor(rulebook.current, rulebook.versions)
  if (!rules || !today) return { refusal: 'version-retired' }
  const future = futureDates(said, maseruDate(given.receivedAt))
  if (future.length > 0) return { refusal: 'date-in-future', detail: { fields: future } }
  const full = afterFullTier(person.full, said) ?? said

  const { urgentFlags, returnEventId } = returnEvent
  const onReturn = maseruDate(new Date(returnEvent.receivedAt))
  const role = returnEvent.householdRole === undefined ? undefined : HouseholdRole.parse(returnEvent.householdRole)
  const facts = vulnerabilityFacts({ ...person.fast, urgentFlags }, full, role, onReturn)
  const codes = deriveVulnerability(facts, rules).codes
  const priority = priorityOf(codes, urgentFlags, rules)
  const raised = raisedLate(
    {
      district: full.destination?.district ?? person.fast.homeDistrict,
      isMinor: isMinor(person.fast.birth, onReturn),
      consentsGiven: consentsGiven(person),
      registeredAt: returnEvent.receivedAt,
      codes,
      granted: returnEvent.granted.map(({ item }) => item),
      belongingsLost: full.belongingsLost === true,
      wantsLivelihoodHelp: full.wantsLivelihoodHelp === true,
      declaredUndesirable: full.document?.type === 'F19' ? {} : undefined,
    },
    given.receivedAt.toISOString(),
  )
  const subject: TaskSubject = {
    returnEventId,
    personId: person.personId,
    displayNumber: returnEvent.displayNumber,
    council: full.destination?.council,
    excluded: full.exclusions,
    raisedAt: given.receivedAt.toISOString(),
  }
  return {
    full,
    returns: person.returns.map(each => (each.returnEventId === returnEventId ? { ...each, priority } : each)),
    vulnerability: codes,
    priority,
    tasks: [
      ...raised.map(task => districtTask(subject, task)),
      ...(judgedAlike(codes, deriveVulnerability(facts, today).codes) ? [] : [reviewTask(subject, returnEvent.post)]),
    ],
  }
}

/**
 * A task found late is due when it would have been had the intake raised it, as long as that lies ahead; else it gets
 * from now on the time it would have had, so that none is born overdue.
 */
function raisedLate(facts: IntakeTaskFacts, now: string): RaisedTask[] {
  const fromNow = tasksFor({ ...facts, registeredAt: now }).tasks
  const same = (one: RaisedTask) => (other: RaisedTask) =>
    one.type === other.type && one.occurrence === other.occurrence
  return tasksFor(facts).tasks.map(task => (task.dueAt > now ? task : (fromNow.find(same(task)) ?? task)))
}
