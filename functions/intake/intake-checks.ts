/** What an intake must satisfy beyond its shape. Pure: no clock, no network, no AWS; the tablet runs the same checks. */
import { isBornAfter, isMinor } from '../registration/age.ts'
import { isDisplayNumber } from '../registration/display-number.ts'
import type { FullTier } from '../registration/person-fields.ts'
import type { PutIntake } from './contract.ts'

export type IntakeRefusal = 'number-invalid' | 'care-status-needed' | 'date-in-future'

/** Each check by the word it refuses with, and the fields it refuses. `today` is the date in Lesotho. */
export function checkIntake(
  intake: PutIntake,
  today: string,
): { refusal: IntakeRefusal; fields: string[] } | undefined {
  if (!isDisplayNumber(intake.displayNumber)) return { refusal: 'number-invalid', fields: ['displayNumber'] }
  if (isBornAfter(intake.fast.birth, today)) return { refusal: 'date-in-future', fields: ['fast.birth'] }
  if (isMinor(intake.fast.birth, today) && intake.fast.accompaniment === undefined)
    return { refusal: 'care-status-needed', fields: ['fast.accompaniment'] }
  const future = futureDates(intake.full, today)
  return future.length > 0 ? { refusal: 'date-in-future', fields: future } : undefined
}

/**
 * Typed dates of the full tier that lie after today. A paper's expiry may; a device's own time stamps are not typed
 * and never a reason to refuse.
 */
export function futureDates(full: FullTier | undefined, today: string): string[] {
  const typed = {
    'full.migration.firstDepartureOn': full?.migration?.firstDepartureOn,
    'full.migration.lastEntryOn': full?.migration?.lastEntryOn,
  }
  return Object.entries(typed).flatMap(([path, date]) => (date !== undefined && date > today ? [path] : []))
}
