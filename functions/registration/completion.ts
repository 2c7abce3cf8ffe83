/** What the full tier of a registered person, taken later, changes. Pure: no network, no AWS; time and what was read come in. */
import type { NewTask } from '../follow-up/task-record.ts'
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
import { type CaregiverRefusal, caregiverClaim } from './caregiver.ts'
import { HouseholdRole } from './code-lists.ts'
import { afterFullTier } from './full-tier.ts'
import { checkFullTier, type FullTierRefusal } from './full-tier-checks.ts'
import type { ClearedField, FullTier } from './person-fields.ts'
import type { Person, ReturnReference } from './person-record.ts'
import { subjectOfReturn, tasksOfReturn } from './return-tasks.ts'

export interface CompletionCase {
  readonly person: Person
  readonly returnEvent: ReturnEvent
  readonly said: FullTier
  readonly cleared?: readonly ClearedField[] | undefined
  readonly rulesVersion: string
  readonly officerId: string
  readonly receivedAt: Date
}

export interface CompletionDecision {
  readonly full: FullTier
  readonly caregiverClaimedBy: string | undefined
  readonly returns: readonly ReturnReference[]
  readonly vulnerability: readonly string[]
  readonly priority: Priority
  /** Every task the whole record now asks for; those that stand already keep what they are. */
  readonly tasks: readonly NewTask[]
}

export type CompletionRefusal =
  | { readonly refusal: 'version-retired' | CaregiverRefusal }
  | { readonly refusal: FullTierRefusal; readonly detail: RefusalDetail }

const published: Rulebook = { versions: intakeRules, current: currentIntakeRules }

/**
 * Judges the whole record again, by the rules the tablet had, as of the day of the return. Refuses what
 * `checkFullTier` refuses, and `version-retired` for rules that are no longer kept. Where today's rules would
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
  const problem = checkFullTier(said, maseruDate(given.receivedAt))
  if (problem) return { refusal: problem.refusal, detail: { fields: problem.fields } }
  const full = afterFullTier(person.full, said, given.cleared) ?? said
  const claim = caregiverClaim(person.personId, person, full, given.officerId)
  if ('refusal' in claim) return claim

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
    caregiverClaimedBy: claim.claimedBy,
    returns: person.returns.map(each => (each.returnEventId === returnEventId ? { ...each, priority } : each)),
    vulnerability: codes,
    priority,
    tasks: [
      ...tasksOfReturn(judged, now).map(task => districtTask(subject, task)),
      ...(judgedAlike(codes, deriveVulnerability(facts, today).codes) ? [] : [reviewTask(subject, returnEvent.post)]),
    ],
  }
}
