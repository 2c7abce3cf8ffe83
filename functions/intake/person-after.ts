/** The person as an intake leaves them: new, or known and come back once more. Pure. */
import { afterFullTier } from '../registration/full-tier.ts'
import { keptAnswers } from '../registration/kept-consent.ts'
import type { FullTier } from '../registration/person-fields.ts'
import type { Person, ReturnReference } from '../registration/person-record.ts'
import type { Helped } from '../support/year-ceiling.ts'
import type { PutIntake } from './contract.ts'

/** The full tier is added to; what this replaces is kept beside the person by the same transaction. */
export function personAfter(
  intake: PutIntake,
  known: Person | undefined,
  { helped, ...by }: { readonly officerId: string; readonly deviceTime: string; readonly helped: readonly Helped[] },
  returned: ReturnReference,
): Omit<Person, 'revision' | 'caregiverClaimedBy'> {
  const { personId, fast, full } = intake
  const consents = keptAnswers(intake.consents, { ...by, receivedAt: returned.receivedAt })
  const had = [...(known?.helped ?? []), ...helped]
  const limited = had.length > 0 ? { helped: had } : {}
  if (!known) return { personId, fast, full, consents, returns: [returned], ...limited }
  return {
    personId,
    fast,
    full: afterFullTier(knownFor(intake, known.full), full),
    consents: [...known.consents, ...consents],
    returns: [...known.returns, returned],
    ...limited,
  }
}

/**
 * Where somebody went after an earlier return says nothing of where they go now, if they name another district as home:
 * the tasks of this return would else be sent where nobody expects them.
 */
function knownFor({ fast, full }: PutIntake, known: FullTier | undefined): FullTier | undefined {
  if (full?.destination || !known?.destination || known.destination.district === fast.homeDistrict) return known
  const { destination: _ofAnEarlierReturn, ...rest } = known
  return rest
}
