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
import { birthYear } from './age.ts'
import { afterCorrection, type BasicFactsRefusal, checkBasicFacts } from './basic-facts.ts'
import { type CaregiverRefusal, caregiverClaim } from './caregiver.ts'
import { HouseholdRole } from './code-lists.ts'
import { afterFullTier } from './full-tier.ts'
import { checkFullTier, type FullTierRefusal } from './full-tier-checks.ts'
import type { BasicFacts, ClearedField, FastLane, FullTier } from './person-fields.ts'
import type { Person, ReturnReference } from './person-record.ts'
import { subjectOfReturn, tasksOfReturn } from './return-tasks.ts'

export interface CompletionCase {
  readonly person: Person
  readonly returnEvent: ReturnEvent
  readonly said: FullTier
  /** A correction of the basic facts. */
  readonly basic?: BasicFacts | undefined
  readonly cleared?: readonly ClearedField[] | undefined
  readonly rulesVersion: string
  readonly officerId: string
  /** Whether a role of the officer's at the post of the return may confirm who cares for a child. */
  readonly mayConfirmCustody: boolean
  readonly receivedAt: Date
}

/** What return events copy of the person, so that no report needs the person's own record. */
export interface CopiedFacts {
  readonly sex: FastLane['sex']
  readonly birthYear: number
}

export interface CompletionDecision {
  readonly fast: FastLane
  readonly full: FullTier
  /** Where it was corrected: of the return in hand its district too, of every other return what was always true. */
  readonly copied: (CopiedFacts & { readonly district: FastLane['homeDistrict'] }) | undefined
  readonly caregiverClaimedBy: string | undefined
  readonly returns: readonly ReturnReference[]
  readonly vulnerability: readonly string[]
  readonly priority: Priority
  /** Every task the whole record now asks for; those that stand already keep what they are. */
  readonly tasks: readonly NewTask[]
}

export type CompletionRefusal =
  | { readonly refusal: 'version-retired' | CaregiverRefusal }
  | { readonly refusal: FullTierRefusal | BasicFactsRefusal; readonly detail: RefusalDetail }

const published: Rulebook = { versions: intakeRules, current: currentIntakeRules }

/**
 * Judges the whole record again, by the rules the tablet had, as of the day of the return. Refuses what
 * `checkBasicFacts` and `checkFullTier` refuse, and `version-retired` for rules that are no longer kept. Where today's rules would
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
  const onReturn = maseruDate(new Date(returnEvent.receivedAt))
  const fast = afterCorrection(person.fast, given.basic)
  const problem =
    (given.basic && checkBasicFacts(fast, onReturn, 'basic')) ?? checkFullTier(said, maseruDate(given.receivedAt))
  if (problem) return { refusal: problem.refusal, detail: { fields: problem.fields } }
  const full = afterFullTier(person.full, said, given.cleared) ?? said
  const claim = caregiverClaim(person.personId, person, full, {
    officerId: given.officerId,
    mayConfirm: given.mayConfirmCustody,
    registeredThem: returnEvent.officerId === given.officerId,
  })
  if ('refusal' in claim) return claim

  const { urgentFlags, returnEventId } = returnEvent
  const role = returnEvent.householdRole === undefined ? undefined : HouseholdRole.parse(returnEvent.householdRole)
  const facts = vulnerabilityFacts({ ...fast, urgentFlags }, full, role, onReturn)
  const codes = deriveVulnerability(facts, rules).codes
  const priority = priorityOf(codes, urgentFlags, rules)
  const now = given.receivedAt.toISOString()
  const judged = { person: { ...person, fast }, full, returnEvent, codes }
  const subject = subjectOfReturn(judged, now)
  return {
    fast,
    full,
    copied: given.basic && { sex: fast.sex, birthYear: birthYear(fast.birth), district: fast.homeDistrict },
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
