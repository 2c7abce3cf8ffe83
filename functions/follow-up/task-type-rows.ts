/**
 * The rows of domain.md 5.3. Four are ours: `MEDICINE_BRIDGE`, since a returnee without their medicine had no row,
 * and reception's own three, `UNEXPLAINED_COUNT` (2.9), `RULES_REVIEW` (design.md 4) and `OTHER_HANDLER`.
 */
import type { TaskType, TaskTypeName } from './task-types.ts'

const childDesk = {
  roles: ['social-development', 'child-gender-police'],
  zone: 'district',
  inCommonList: false,
  basis: 'PROTECTION_DUTY',
  provisional: true,
} as const
const common = { zone: 'district', inCommonList: true, basis: 'SHARE_DISTRICT', provisional: true } as const
const livelihood = { ...common, roles: ['livelihood'], family: 'VISIT' } as const
const follower = { ...common, roles: ['livelihood', 'administrator-office', 'social-development'] } as const
const reception = { ...common, roles: ['supervisor'], family: 'OFFICE', basis: 'STAYS' } as const
const sealed = {
  roles: ['protection'],
  zone: 'protection',
  inCommonList: false,
  basis: 'STAYS',
  provisional: true,
} as const

export const taskTypeRows: Readonly<Record<TaskTypeName, TaskType>> = {
  // Before release, at most 24 hours; whoever takes custody signs (2.5).
  UAC_CUSTODY: { ...childDesk, trigger: 'CHILD_ALONE', dues: [{ anchor: 'REGISTERED', hours: 24 }], family: 'OFFICE' },
  // 72 hours and 7 days are for lesser urgencies, which no child alone or separated has.
  CHILD_ASSESS: {
    ...childDesk,
    trigger: 'CHILD_ALONE_OR_SEPARATED',
    dues: [{ anchor: 'REGISTERED', hours: 24 }],
    family: 'VISIT',
  },
  FAMILY_TRACING: {
    ...childDesk,
    trigger: 'CHILD_ALONE_OR_SEPARATED',
    dues: [{ anchor: 'REGISTERED', days: 14 }],
    family: 'VISIT',
  },
  CHILD_LEFT_IN_SA: {
    ...childDesk,
    trigger: 'CHILD_STAYED_BEHIND',
    dues: [{ anchor: 'REGISTERED', hours: 2 }],
    family: 'CALL',
  },
  MEDICINE_BRIDGE: {
    ...common,
    trigger: 'MEDICINE_STAYED_BEHIND',
    dues: [{ anchor: 'REGISTERED', hours: 24 }],
    roles: ['health'],
    family: 'OFFICE',
    inCommonList: false,
  },
  // Consent given in the line is weak: whoever follows up first asks again (2.7).
  CONSENT_AGAIN: {
    ...follower,
    trigger: 'FIRST_FOLLOW_UP',
    dues: [{ anchor: 'FIRST_FOLLOW_UP', days: 0 }],
    family: 'VISIT',
  },
  ARRIVED_HOME: {
    ...common,
    trigger: 'TRAVELS_ONWARD',
    dues: [{ anchor: 'REGISTERED', hours: 48 }],
    roles: ['administrator-office'],
    family: 'CALL',
    alsoNeeds: ['FOLLOWUP_CONTACT'],
  },
  DOC_APPLICATION: {
    ...common,
    trigger: 'WITHOUT_PAPERS',
    dues: [{ anchor: 'REGISTERED', days: 30 }],
    roles: ['civil-registry'],
    family: 'OFFICE',
  },
  CHIEF_CONFIRM: {
    ...common,
    trigger: 'NATIONALITY_IN_DISPUTE',
    dues: [{ anchor: 'REGISTERED', days: 14 }],
    roles: ['administrator-office'],
    family: 'VISIT',
  },
  // A first step in 3 days; the South African limits are for the labour officer to tell.
  WAGE_CLAIM: {
    ...common,
    trigger: 'WAGES_NOT_PAID',
    dues: [{ anchor: 'REGISTERED', days: 3 }],
    roles: ['labour'],
    family: 'OFFICE',
  },
  COMPENSATION: {
    ...common,
    trigger: 'INJURED_AT_WORK',
    dues: [{ anchor: 'REGISTERED', days: 14 }],
    roles: ['labour'],
    family: 'OFFICE',
  },
  BELONGINGS: {
    ...common,
    trigger: 'BELONGINGS_LOST',
    dues: [{ anchor: 'REGISTERED', days: 14 }],
    roles: ['administrator-office'],
    family: 'OFFICE',
  },
  // Offered, not pushed. Ten working days from the declaration (South African practice, domain.md 1.1).
  BAN_REPRESENTATION: {
    ...common,
    trigger: 'DECLARED_UNDESIRABLE',
    dues: [{ anchor: 'DECLARED', workingDays: 10 }],
    roles: ['administrator-office'],
    family: 'OFFICE',
  },
  // Between 14 and 28 days after the gift.
  PDM_CALL: {
    ...common,
    trigger: 'CASH_OR_KIT_GIVEN',
    dues: [{ anchor: 'REGISTERED', days: 28 }],
    roles: ['livelihood'],
    family: 'CALL',
    alsoNeeds: ['FOLLOWUP_CONTACT'],
  },
  // Within one month of return: IOM's handbook [S76].
  PLAN_DRAFT: {
    ...livelihood,
    trigger: 'LIVELIHOOD_WANTED',
    dues: [{ anchor: 'REGISTERED', days: 30 }],
    provisional: false,
  },
  // Before the first help; two weeks are ours.
  RSS_BASELINE: { ...livelihood, trigger: 'PLAN_MADE', dues: [{ anchor: 'PLAN_MADE', days: 14 }] },
  // Each follow-up counts from 15 days before its due date to 15 days after it.
  FOLLOW_1M: { ...follower, trigger: 'PLAN_STARTED', dues: [{ anchor: 'PLAN_STARTED', days: 30 }], family: 'VISIT' },
  FOLLOW_3M: { ...follower, trigger: 'PLAN_STARTED', dues: [{ anchor: 'PLAN_STARTED', days: 90 }], family: 'VISIT' },
  FOLLOW_6M: { ...follower, trigger: 'PLAN_STARTED', dues: [{ anchor: 'PLAN_STARTED', days: 180 }], family: 'VISIT' },
  FOLLOW_12M: { ...follower, trigger: 'PLAN_STARTED', dues: [{ anchor: 'PLAN_STARTED', days: 365 }], family: 'VISIT' },
  RSS_MID: { ...livelihood, trigger: 'PLAN_STARTED', dues: [{ anchor: 'PLAN_STARTED', days: 180 }] },
  RSS_END: { ...livelihood, trigger: 'PLAN_STARTED', dues: [{ anchor: 'PLAN_STARTED', days: 365 }] },
  BUSINESS_VISIT: {
    ...livelihood,
    trigger: 'BUSINESS_STARTED',
    dues: [
      { anchor: 'PLAN_STARTED', days: 30 },
      { anchor: 'PLAN_STARTED', days: 90 },
      { anchor: 'PLAN_STARTED', days: 180 },
    ],
  },
  UNEXPLAINED_COUNT: {
    ...reception,
    trigger: 'BATCH_CLOSED_UNEXPLAINED',
    dues: [{ anchor: 'BATCH_CLOSED', hours: 12 }],
  },
  RULES_REVIEW: { ...reception, trigger: 'RULES_DIFFER', dues: [{ anchor: 'REGISTERED', hours: 72 }] },
  // The person ruled out every office that could see a task of theirs: it would wait unseen.
  OTHER_HANDLER: { ...reception, trigger: 'NOBODY_LEFT', dues: [{ anchor: 'REGISTERED', hours: 24 }] },
  VOT_SAFE_PLACE: {
    ...sealed,
    trigger: 'PRESUMED',
    dues: [{ anchor: 'IN_PROTECTION', hours: 24 }],
    family: 'TRANSPORT',
  },
  // Seven days to offer it; done when she has decided, either way.
  VOT_FORMAL_ID: {
    ...sealed,
    trigger: 'PRESUMED_AND_AGREES',
    dues: [{ anchor: 'IN_PROTECTION', days: 7 }],
    family: 'OFFICE',
  },
  // At once; the outer limit is that of care after rape (GK).
  MED_REFERRAL: {
    ...sealed,
    trigger: 'CARE_URGENT',
    dues: [{ anchor: 'IN_PROTECTION', hours: 72 }],
    family: 'OFFICE',
    basis: 'VITAL_INTEREST',
  },
  RE_SCREEN: { ...sealed, trigger: 'NOT_PRIVATE', dues: [{ anchor: 'IN_PROTECTION', hours: 72 }], family: 'VISIT' },
  // Money or goods taken by an official: to an independent body, never to the office named (2.10).
  COMPLAINT: { ...sealed, trigger: 'COMPLAINT_MADE', dues: [{ anchor: 'IN_PROTECTION', days: 2 }], family: 'OFFICE' },
}
