/** What an intake becomes, or why it is refused. Pure: no network, no AWS; time and what was read come in. */
import type { Batch } from '../arrivals/batch-record.ts'
import type { NewTask } from '../follow-up/task-record.ts'
import { maseruDate } from '../platform/clock.ts'
import type { RefusalDetail } from '../platform/reply.ts'
import { countedSlot } from '../platform/tables.ts'
import { ageOn, birthYear, isMinor } from '../registration/age.ts'
import { type CaregiverRefusal, caregiverClaim } from '../registration/caregiver.ts'
import type { Person } from '../registration/person-record.ts'
import { versionReplaced } from '../registration/person-version.ts'
import { catalogueOn } from '../support/items.ts'
import { dayOfGiving, judgeGiving } from '../support/judge-giving.ts'
import { helpedBy } from '../support/year-ceiling.ts'
import type { PutIntake } from './contract.ts'
import { checkIntake, type IntakeRefusal } from './intake-checks.ts'
import { vulnerabilityFacts } from './intake-facts.ts'
import type { IntakeCommit } from './intake-store.ts'
import { districtTasks, handlerNeeded, rulesReview } from './intake-tasks.ts'
import { personAfter } from './person-after.ts'
import {
  currentIntakeRules,
  deriveVulnerability,
  type IntakeRules,
  intakeRules,
  intakeRulesFor,
  priorityOf,
} from './vulnerability.ts'

export interface IntakeCase {
  readonly intakeId: string
  readonly intake: PutIntake
  readonly batch: Pick<Batch, 'batchId' | 'post' | 'returnType'>
  /** The person as last read, where the officer recognised one. */
  readonly person: Person | undefined
  readonly officerId: string
  readonly receivedAt: Date
  readonly contentHash: string
  /** Which tablet made the record: what it handed over is a fact. */
  readonly tablet: string | undefined
}

export type IntakeDecision =
  | { readonly commit: Omit<IntakeCommit, 'audit'> }
  | {
      readonly refusal: IntakeRefusal | CaregiverRefusal | 'not-eligible' | 'over-ceiling' | 'version-retired'
      readonly detail?: RefusalDetail
    }

/** The rules of every version a tablet may still have been built with, and the version of today. */
export interface Rulebook {
  readonly versions: Readonly<Record<string, IntakeRules>>
  readonly current: string
}

const published: Rulebook = { versions: intakeRules, current: currentIntakeRules }

const isRaised = (task: NewTask | undefined): task is NewTask => task !== undefined

export function decideIntake(given: IntakeCase, rulebook: Rulebook = published): IntakeDecision {
  const { intake, batch, intakeId } = given
  const today = maseruDate(given.receivedAt)
  const rules = intakeRulesFor(intake.versions.rules, rulebook.versions)
  const day = dayOfGiving(given.tablet, intake.lateCapture?.writtenAt ?? intake.deviceTime, given.receivedAt)
  const catalogue = catalogueOn(day)
  if (!rules || !catalogue) return { refusal: 'version-retired' }
  const problem = checkIntake(intake, today)
  if (problem) return { refusal: problem.refusal, detail: { fields: problem.fields } }

  const { fast } = intake
  const minor = isMinor(fast.birth, today)
  const receivedAt = given.receivedAt.toISOString()
  const on = { at: receivedAt, returnEventId: intakeId }
  const judged = judgeGiving({
    ...{ catalogue, lines: intake.support, helped: given.person?.helped ?? [], on, tablet: given.tablet },
    person: {
      sex: fast.sex,
      ageYears: ageOn(fast.birth, day),
      isMinor: isMinor(fast.birth, day),
      accompaniment: fast.accompaniment,
    },
  })
  if ('refusal' in judged) return { refusal: judged.refusal, detail: { items: judged.items } }
  const items = judged.grants.map(({ item }) => item)

  const facts = vulnerabilityFacts(fast, intake.full, intake.household?.role, today)
  const vulnerability = deriveVulnerability(facts, rules).codes
  const priority = priorityOf(vulnerability, fast.urgentFlags, rules)
  const returnType = intake.differs?.returnType ?? batch.returnType
  const slot = countedSlot({ row: intake.row, id: intakeId })
  const granted = judged.grants.map(({ item, quantity }) => ({ item, quantity }))
  const said = { officerId: given.officerId, deviceTime: intake.deviceTime }
  const helped = helpedBy(catalogue, items, on)
  const after = personAfter(
    intake,
    given.person,
    { ...said, helped },
    {
      returnEventId: intakeId,
      batchId: batch.batchId,
      slot,
      post: batch.post,
      displayNumber: intake.displayNumber,
      receivedAt,
      priority,
    },
  )
  const claim = caregiverClaim(intake.personId, given.person, after.full, {
    officerId: given.officerId,
    ...{ mayConfirm: false, registeredThem: true },
  })
  if ('refusal' in claim) return { refusal: claim.refusal, detail: { fields: ['full.care.caregiver'] } }
  const person = { ...after, caregiverClaimedBy: claim.claimedBy }
  const cause = {
    ...{ intakeId, intake, isMinor: minor, granted, receivedAt },
    codes: vulnerability,
    excluded: person.full?.exclusions,
  }
  const raised = districtTasks(cause)
  const review = rulesReview(
    cause,
    batch.post,
    deriveVulnerability(facts, intakeRulesFor(rulebook.current, rulebook.versions)).codes,
  )

  return {
    commit: {
      returnEvent: {
        outcome: 'REGISTERED',
        returnEventId: intakeId,
        personId: intake.personId,
        batchId: batch.batchId,
        row: intake.row,
        displayNumber: intake.displayNumber,
        post: batch.post,
        district: fast.homeDistrict,
        sex: fast.sex,
        birthYear: birthYear(fast.birth),
        returnType,
        householdId: intake.household?.householdId,
        householdRole: intake.household?.role,
        urgentFlags: [...fast.urgentFlags],
        vulnerability: [...vulnerability],
        priority,
        granted,
        notGiven: intake.notGiven ?? [],
        matches: intake.matches,
        contractVersion: intake.versions.contract,
        rulesVersion: intake.versions.rules,
        officerId: given.officerId,
        lateCapture: intake.lateCapture,
        deviceTime: intake.deviceTime,
        receivedAt,
      },
      receipt: {
        batchId: batch.batchId,
        slot,
        personId: intake.personId,
        displayNumber: intake.displayNumber,
        post: batch.post,
        contentHash: given.contentHash,
        receivedAt,
        priority,
        granted,
        taskCount: raised.tasks.length,
        withheldCount: raised.withheldCount,
      },
      words: intake.words,
      person: { now: person, seenRevision: given.person?.revision },
      version:
        given.person && versionReplaced(given.person, after, { ...said, commandId: intakeId, replacedAt: receivedAt }),
      sourcing: {
        givings: judged.grants.map(grant => ({
          grant,
          drawn: intake.support.find(({ item }) => item === grant.item)?.drawn,
          post: batch.post,
          returnEventId: intakeId,
          displayNumber: intake.displayNumber,
          receiptId: intakeId,
          householdId: intake.household?.householdId,
          officerId: given.officerId,
          issuedAt: receivedAt,
          proof: intake.proof,
        })),
        beneficiary: { district: fast.homeDistrict, returnType, priority },
        tablet: given.tablet,
        day,
        disputes: judged.disputes,
      },
      tasks: [...raised.tasks, ...[review, handlerNeeded(cause, batch.post, raised.tasks)].filter(isRaised)],
    },
  }
}
