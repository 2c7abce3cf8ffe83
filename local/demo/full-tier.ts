/** Plausible answers to what is asked of six in ten, seeded by the row. Nobody in it exists. */
import type { DistrictCode } from '../../functions/platform/places.ts'
import type { FullTier } from '../../functions/registration/person-fields.ts'
import { seededChoice, seededShare, seededWhole } from './seeded.ts'

export interface Asked {
  readonly row: number
  readonly district: DistrictCode
  readonly isMinor: boolean
  /** The day of arrival, `YYYY-MM-DD`. */
  readonly arrivedOn: string
}

const villages = ['Ha Foso', 'Ha Mokhethi', 'Thaba-Bosiu', 'Kolonyama', 'Peka', 'Ha Ramokoatsi', 'Matsieng'] as const
const relatives = ["'Mabatho", 'Thabo', "'Mathabo", 'Lineo', 'Teboho', "'Malerato"] as const
const surnames = ['Mokoena', 'Moshoeshoe', 'Letsie', 'Nthako', 'Ramaema'] as const

const dayBefore = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) - days * 86_400_000).toISOString().slice(0, 10)
const nameOf = (...parts: readonly (string | number)[]): string =>
  `${seededChoice(relatives, ...parts, 'name')} ${seededChoice(surnames, ...parts, 'surname')}`
const phoneOf = (...parts: readonly (string | number)[]): string =>
  `+2666${String(seededWhole(0, 9_999_999, ...parts, 'phone')).padStart(7, '0')}`

/** Answered by about that share of those who are asked. */
const sometimes = <Part extends object>(share: number, parts: readonly (string | number)[], part: Part) =>
  seededShare(...parts) < share ? part : {}

/** What is asked of everybody, a child too. */
function contactOf({ row }: Asked): FullTier {
  return {
    ...sometimes(0.7, [row, 'kin'], {
      nextOfKin: {
        name: nameOf(row, 'kin'),
        relation: seededChoice(['mother', 'father', 'sister', 'brother', 'aunt'], row, 'kin', 'relation'),
        phone: phoneOf(row, 'kin'),
      },
    }),
    ...sometimes(0.1, [row, 'not'], {
      notToContact: [
        { name: nameOf(row, 'not'), relation: seededChoice(['cousin', 'uncle', 'neighbour'], row, 'not') },
      ],
    }),
  }
}

function careOf({ row }: Asked): FullTier {
  return {
    care: {
      caregiver: {
        name: nameOf(row, 'caregiver'),
        relation: seededChoice(['PARENT', 'GRANDPARENT', 'SIBLING', 'OTHER_RELATIVE'], row, 'caregiver'),
        standing: 'CLAIMED',
      },
      separationCause: seededChoice(['MIGRATION', 'ENTRUSTED_TO_SOMEBODY', 'DEATH', 'POVERTY'], row, 'separation'),
      arrangement: seededChoice(['PARENTS', 'KINSHIP_CARE', 'KINSHIP_CARE', 'NO_CARE'], row, 'arrangement'),
    },
  }
}

function grownUpOf({ row, arrivedOn }: Asked): FullTier {
  const heldFor = seededWhole(1, 40, row, 'held')
  const agreed = seededWhole(18, 48, row, 'agreed') * 10_000
  const owed = seededShare(row, 'wages') < 0.4
  return {
    maritalStatus: seededChoice(['SINGLE', 'MARRIED', 'WIDOWED', 'SEPARATED'], row, 'marital'),
    occupation: { inSouthAfrica: seededChoice(['ISCO_6', 'ISCO_7', 'ISCO_9'], row, 'work') },
    wages: { owed },
    wantsLivelihoodHelp: seededShare(row, 'livelihood') < 0.9,
    ...sometimes(0.5, [row, 'employment'], {
      employment: {
        job: seededChoice(['Milking', 'Shearing', 'Picking fruit', 'Building', 'Housework'], row, 'job'),
        agreedCents: agreed,
        paidCents: owed ? Math.floor(agreed / 2) : agreed,
        currency: 'ZAR',
        per: 'MONTH',
      },
    }),
    ...sometimes(0.6, [row, 'stopped'], {
      stopped: {
        place: seededChoice(['WORKPLACE', 'ROAD', 'HOME', 'BORDER'], row, 'stopped'),
        on: dayBefore(arrivedOn, heldFor),
        facility: seededChoice(['POLICE_CELL', 'LINDELA', 'BMA_PORT'], row, 'facility'),
      },
      daysHeld: heldFor,
    }),
    // no wallet is the norm
    ...sometimes(0.6, [row, 'money'], {
      mobileMoney: seededChoice<NonNullable<FullTier['mobileMoney']>>(
        [
          { operator: 'NONE' },
          { operator: 'NONE' },
          { operator: 'MPESA', whose: 'OWN' },
          { operator: 'ECOCASH', whose: 'RELATIVE' },
        ],
        row,
        'money',
      ),
    }),
    ...sometimes(0.2, [row, 'other-phone'], {
      otherPhone: { number: phoneOf(row, 'other'), channel: 'NEIGHBOUR', mayCall: true, mayLeaveMessage: false },
    }),
  }
}

/** Undefined for those of whom no more than the fast lane is asked. */
export function fullTierOf(asked: Asked): FullTier | undefined {
  const { row, district, isMinor } = asked
  if (seededShare(row, 'full') > 0.6) return undefined
  return {
    destination: { district, village: seededChoice(villages, row, 'village') },
    ...sometimes(0.15, [row, 'origin'], { origin: { village: seededChoice(villages, row, 'origin') } }),
    intention: seededShare(row, 'intention') < 0.85 ? 'GO_HOME' : 'STAY_ELSEWHERE',
    document: {
      type: 'NONE',
      condition: seededChoice(['LOST', 'NEVER_HELD', 'CONFISCATED_EMPLOYER'], row, 'document'),
    },
    education: seededChoice(['ISCED_1', 'ISCED_2', 'ISCED_3'], row, 'education'),
    ...contactOf(asked),
    ...(isMinor ? careOf(asked) : grownUpOf(asked)),
  }
}
