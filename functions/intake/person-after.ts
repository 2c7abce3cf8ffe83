/** The person as an intake leaves them: new, or known and come back once more. Pure. */
import { afterFullTier } from '../registration/full-tier.ts'
import { keptAnswers } from '../registration/kept-consent.ts'
import type { Person, ReturnReference } from '../registration/person-record.ts'
import type { PutIntake } from './contract.ts'

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What a known person's earlier returns said is kept: the full tier is added to, the core fields are versioned. */
export function personAfter(
  intake: PutIntake,
  known: Person | undefined,
  by: { readonly officerId: string; readonly deviceTime: string },
  returned: ReturnReference,
): Omit<Person, 'revision' | 'caregiverClaimedBy'> {
  const { personId, fast, full } = intake
  const consents = keptAnswers(intake.consents, { ...by, receivedAt: returned.receivedAt })
  if (!known) return { personId, fast, full, consents, returns: [returned] }
  return {
    personId,
    fast,
    full: afterFullTier(known.full, full),
    consents: [...known.consents, ...consents],
    returns: [...known.returns, returned],
    earlier: same(known.fast, fast)
      ? known.earlier
      : [...(known.earlier ?? []), { fast: known.fast, replacedAt: returned.receivedAt }],
  }
}
