/** Which outcomes of a counted person need a reason in words. Pure: no clock, no network, no AWS. */
import type { CountedOutcome } from '../registration/code-lists.ts'

/**
 * `NOT_NATIONAL` by domain.md 2.9; the others are a PROPOSAL, by what a supervisor will be asked the next morning:
 * to whom and why somebody was handed (`TO_POLICE`), what was found (`DIED`), and why a person who was counted is none
 * (`COUNTED_TWICE`, the easiest way to make a count balance).
 * Nobody who declined or left can be asked why. Hospital and child protection take no reason, since it would be a
 * detail of health or harm in the core registry; the hand-over has a record of its own.
 */
export const outcomesThatNeedReason: readonly CountedOutcome[] = ['NOT_NATIONAL', 'TO_POLICE', 'DIED', 'COUNTED_TWICE']

/** True where the outcome may be recorded with this reason. */
export const isReasonGiven = (outcome: CountedOutcome, reason: string | undefined): boolean =>
  reason !== undefined || !outcomesThatNeedReason.includes(outcome)
