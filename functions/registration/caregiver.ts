/**
 * Who cares for a child, as somebody said it, until a second officer whose role may has confirmed it (domain.md 2.3, 2.5:
 * the two-officer rule, PROPOSAL). Pure: no clock, no network, no AWS.
 */
import type { FullTier } from './person-fields.ts'
import type { Person } from './person-record.ts'

export type Caregiver = NonNullable<NonNullable<FullTier['care']>['caregiver']>
export type CaregiverRefusal = 'second-officer-needed' | 'person-unknown'

const isSame = (one: Caregiver, other: Caregiver): boolean =>
  one.name === other.name && one.relation === other.relation && one.personId === other.personId

/** Who says it: somebody whose role may confirm (`custody.confirm`), and whether they registered the child. */
export interface Sayer {
  readonly officerId: string
  readonly mayConfirm: boolean
  readonly registeredThem: boolean
}

/**
 * Who has claimed what the record will say of the caregiver. Refuses `second-officer-needed` where an officer confirms
 * who may not, who registered the child, who claimed it themselves, or what nobody has claimed yet; and `person-unknown`
 * where a child is named as their own caregiver.
 */
export function caregiverClaim(
  personId: string,
  known: Pick<Person, 'full' | 'caregiverClaimedBy'> | undefined,
  full: FullTier | undefined,
  { officerId, mayConfirm, registeredThem }: Sayer,
): { readonly claimedBy: string | undefined } | { readonly refusal: CaregiverRefusal } {
  const caregiver = full?.care?.caregiver
  if (!caregiver) return { claimedBy: undefined }
  if (caregiver.personId === personId) return { refusal: 'person-unknown' }
  const before = known?.full?.care?.caregiver
  const claimedBefore = before !== undefined && isSame(before, caregiver)
  if (claimedBefore && before.standing === caregiver.standing) return { claimedBy: known?.caregiverClaimedBy }
  if (caregiver.standing === 'CLAIMED') return { claimedBy: officerId }
  const claimedBy = claimedBefore ? known?.caregiverClaimedBy : undefined
  const isSecond = claimedBy !== undefined && claimedBy !== officerId && !registeredThem
  return isSecond && mayConfirm ? { claimedBy } : { refusal: 'second-officer-needed' }
}

/** True where what is said confirms a caregiver who was only claimed. */
export const confirmsCaregiver = (known: FullTier | undefined, full: FullTier | undefined): boolean =>
  full?.care?.caregiver?.standing === 'CONFIRMED' && known?.care?.caregiver?.standing !== 'CONFIRMED'
