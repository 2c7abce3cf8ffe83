/** What an intake must satisfy beyond its shape. Pure: no clock, no network, no AWS; the tablet runs the same checks. */
import { maseruDate } from '../platform/clock.ts'
import { type BasicFactsRefusal, checkBasicFacts } from '../registration/basic-facts.ts'
import { isDisplayNumber } from '../registration/display-number.ts'
import { checkFullTier, type FullTierRefusal } from '../registration/full-tier-checks.ts'
import type { PutIntake } from './contract.ts'

export type IntakeRefusal = FullTierRefusal | BasicFactsRefusal | 'number-invalid'

/** Each check by the word it refuses with, and the fields it refuses. `today` is the date in Lesotho. */
export function checkIntake(
  intake: PutIntake,
  today: string,
): { refusal: IntakeRefusal; fields: string[] } | undefined {
  if (!isDisplayNumber(intake.displayNumber)) return { refusal: 'number-invalid', fields: ['displayNumber'] }
  const wrong = checkBasicFacts(intake.fast, today, 'fast')
  if (wrong) return wrong
  // the paper's own date: a form cannot be typed in before it was written
  if (intake.lateCapture !== undefined && maseruDate(new Date(intake.lateCapture.writtenAt)) > today)
    return { refusal: 'date-in-future', fields: ['lateCapture.writtenAt'] }
  return checkFullTier(intake.full, today)
}
