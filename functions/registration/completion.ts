/** What the full tier of a registered person, taken later, changes. Pure: no network, no AWS; time and what was read come in. */
import type { NewTask } from '../follow-up/task-record.ts'
import { futureDates } from '../intake/intake-checks.ts'
import type { Rulebook } from '../intake/intake-decision.ts'
import { vulnerabilityFacts } from '../intake/intake-facts.ts'
import { districtTask, judgedAlike, reviewTask } from '../intake/intake-tasks.ts'
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
import { HouseholdRole } from './code-lists.ts'
import { afterFullTier } from './full-tier.ts'
import type { ClearedField, FullTier } from './person-fields.ts'
import type { Person, ReturnReference } from './person-record.ts'
import { subjectOfReturn, tasksOfReturn } from './return-tasks.ts'

export interface CompletionCase {
  readonly person: Person
  readonly returnEvent: ReturnEvent
  readonly said: FullTier
  readonly cleared?: readonly ClearedField[] | undefined
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
  const full = afterFullTier(person.full, said, given.cleared) ?? said

  const { urgentFlags, returnEventId } = returnEvent
  const onReturn = maseruDate(new Date(returnEvent.receivedAt))
  const role = returnEvent.householdRole === undefined ? undefined : HouseholdRole.parse(returnEvent.householdRole)
  const facts = vulnerabilityFacts({ ...person.fast, urgentFlags }, full, role, onReturn)
  const codes = deriveVulnerability(facts, rules).codes
  const priority = priorityOf(codes, urgentFlags, rules)
  const now = given.receivedAt.toISOString()
  const judged = { person, full, returnEvent, codes }
  const subject = subjectOfReturn(judged, now)
  return {
    full,
    returns: person.returns.map(each => (each.returnEventId === returnEventId ? { ...each, priority } : each)),
    vulnerability: codes,
    priority,
    tasks: [
      ...tasksOfReturn(judged, now).map(task => districtTask(subject, task)),
      ...(judgedAlike(codes, deriveVulnerability(facts, today).codes) ? [] : [reviewTask(subject, returnEvent.post)]),
    ],
  }
}
