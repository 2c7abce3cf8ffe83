/**
 * LEASE_ENDED: written off, or given back, before the tablet told of it. TOO_LITTLE: more than was left there. NOT_ELIGIBLE:
 * no project that paid for it pays for this person. NOT_FOR_THEM: the item's own rule. OVER_CEILING: more than one return may
 * have; ALREADY_GIVEN: the return had it; TOO_OFTEN_IN_A_YEAR: beyond what twelve months allow.
 */
export const disputeCauses = [
  'LEASE_ENDED',
  'TOO_LITTLE',
  'NOT_ELIGIBLE',
  'NOT_FOR_THEM',
  'OVER_CEILING',
  'ALREADY_GIVEN',
  'HOUSEHOLD_HAD_IT',
  'TOO_OFTEN_IN_A_YEAR',
] as const
export type DisputeCause = (typeof disputeCauses)[number]

/** The books have nothing to take it from. What is against a rule left its lease all the same, and is taken from there. */
export const isBeyondTheBooks = (cause: DisputeCause): boolean => cause === 'LEASE_ENDED' || cause === 'TOO_LITTLE'
