/**
 * Code lists of the full tier that stand in no other command (domain.md 2.3, 2.4, 2.5). Words only, no schemas: the full
 * tier builds its own when one is first met. As in `code-lists.ts` what belongs to the protection zone alone is not in
 * them: where it would have been chosen, the core says `OTHER`.
 */

/** GK: the two wallets of Lesotho's networks. A wallet needs an identity card, so that having none is the norm. */
export const mobileMoneyOperators = ['MPESA', 'ECOCASH', 'OTHER', 'NONE'] as const
export type MobileMoneyOperator = (typeof mobileMoneyOperators)[number]

/** On whose phone the wallet is (PROPOSAL): money sent to another's phone needs a reason (domain.md 2.10). */
export const walletOwners = ['OWN', 'RELATIVE', 'NEIGHBOUR', 'OTHER'] as const
export type WalletOwner = (typeof walletOwners)[number]

/** Where a person was stopped, never why. A release from prison is tier P. */
export const stoppingPlaces = ['WORKPLACE', 'HOME', 'ROAD', 'BORDER', 'HOSPITAL', 'POLICE_STATION', 'OTHER'] as const
export type StoppingPlace = (typeof stoppingPlaces)[number]

/** What the person wants next. Going back is asked in private only. `UNDECIDED` is a PROPOSAL. */
export const intentions = ['GO_HOME', 'STAY_ELSEWHERE', 'UNDECIDED'] as const
export type Intention = (typeof intentions)[number]

/** PROPOSAL: for what a wage was agreed. */
export const wagePeriods = ['HOUR', 'DAY', 'WEEK', 'FORTNIGHT', 'MONTH', 'PIECE'] as const
export type WagePeriod = (typeof wagePeriods)[number]

/** PROPOSAL: what the adult who cares for a child is to them. */
export const caregiverRelations = [
  'PARENT',
  'STEP_PARENT',
  'GRANDPARENT',
  'SIBLING',
  'OTHER_RELATIVE',
  'NOT_RELATED',
] as const
export type CaregiverRelation = (typeof caregiverRelations)[number]

/** What a child's caregiver said stays a claim until a second officer has confirmed it (domain.md 2.5). */
export const caregiverStandings = ['CLAIMED', 'CONFIRMED'] as const

/**
 * After Primero's separation causes. Left to the private screen: violence and exploitation in the family, armed groups,
 * a parent's detention, and illness, which is health detail of somebody.
 */
export const separationCauses = [
  'MIGRATION',
  'REPATRIATION',
  'ENTRUSTED_TO_SOMEBODY',
  'DEATH',
  'ABANDONMENT',
  'DIVORCE_REMARRIAGE',
  'POVERTY',
  'LACK_OF_SERVICES',
  'POPULATION_MOVEMENT',
  'CONFLICT',
  'NATURAL_DISASTER',
  'OTHER',
] as const
export type SeparationCause = (typeof separationCauses)[number]

/** After Primero's care arrangements, without kafala, which is not known to be practised in Lesotho (GK). */
export const careArrangements = [
  'PARENTS',
  'STEP_PARENT',
  'CUSTOMARY_CAREGIVER',
  'ADULT_SIBLING',
  'KINSHIP_CARE',
  'FOSTER_CARE',
  'RESIDENTIAL_CARE',
  'UNRELATED_ADULT',
  'INDEPENDENT_LIVING',
  'CHILD_HEADED_HOUSEHOLD',
  'NO_CARE',
  'OTHER',
] as const
export type CareArrangement = (typeof careArrangements)[number]
