/** What the rules read of an intake or of a person's record. Pure. */

import type * as z from 'zod/mini'
import { ageOn, isMinor } from '../registration/age.ts'
import type { HouseholdRole } from '../registration/code-lists.ts'
import type { FastLane, FullTier } from '../registration/person-fields.ts'
import type { VulnerabilityFacts } from './vulnerability.ts'

/** `today` is the date in Lesotho. */
export function vulnerabilityFacts(
  fast: FastLane,
  full: FullTier | undefined,
  householdRole: z.infer<typeof HouseholdRole> | undefined,
  today: string,
): VulnerabilityFacts {
  return {
    ageYears: ageOn(fast.birth, today),
    isMinor: isMinor(fast.birth, today),
    accompaniment: fast.accompaniment,
    householdRole,
    urgentFlags: fast.urgentFlags,
    washingtonGroup: full?.washingtonGroup,
    nationalityConfidence: full?.nationalityConfidence,
    document: full?.document,
    wagesOwed: full?.wages?.owed === true,
  }
}
