/**
 * What each group of fields is for, on what ground it is held, who receives it and how long it is kept (domain.md 2.7
 * and 7). Every field of every command belongs to exactly one group; a test fails for one that does not. The tables of
 * `docs/data-protection.md` are written from here. All of it is a PROPOSAL until counsel has signed it.
 */
import { PutIntake } from '../../functions/intake/contract.ts'
import { RecordPlan, RecordVisit } from '../../functions/reintegration/contract.ts'
import { ScreenContent } from '../../functions/screening/screen-content.ts'

export const commands = { intake: PutIntake, screen: ScreenContent, plan: RecordPlan, visit: RecordVisit } as const
export type CommandName = keyof typeof commands

export interface FieldGroup {
  readonly name: string
  readonly of: CommandName
  /** Paths, or the beginnings of paths, of the fields in it. */
  readonly fields: readonly string[]
  readonly controller: string
  readonly purpose: string
  readonly basis: string
  /** Sensitive in the sense of section 29 as a law firm summarises it, and why it is held all the same. */
  readonly sensitive: string
  readonly recipients: string
  readonly zone: 'registry' | 'ledger' | 'protection'
  readonly kept: string
}

const homeAffairs = 'Ministry of Home Affairs'
const none = 'no'

export const fieldGroups: readonly FieldGroup[] = [
  {
    name: 'The record itself',
    of: 'intake',
    fields: [
      'versions',
      'batchId',
      'row',
      'personId',
      'knownPerson',
      'matches',
      'displayNumber',
      'deviceTime',
      'lateCapture',
      'words',
      'household',
    ],
    controller: homeAffairs,
    purpose: 'One record for each return, found again and never doubled',
    basis: 'public duty (entry record); provision to be named',
    sensitive: none,
    recipients: 'reception of the post',
    zone: 'registry',
    kept: 'with the registration',
  },
  {
    name: 'Who the person is',
    of: 'intake',
    fields: [
      'fast.names',
      'fast.sex',
      'fast.birth',
      'full.nationality',
      'full.countryOfBirth',
      'full.nationalityConfidence',
      'full.openNationality',
      'full.document',
      'full.maritalStatus',
      'full.language',
    ],
    controller: homeAffairs,
    purpose: 'Entry record of a citizen; knowing a person again',
    basis: 'public duty (entry record); provision to be named',
    sensitive: 'origin; held because entry depends on nationality',
    recipients: 'reception of the post; the district officer who claimed a task, as far as the task needs',
    zone: 'registry',
    kept: 'until 24 months after last contact; 90 days where no help was given',
  },
  {
    name: 'Children',
    of: 'intake',
    fields: [
      'fast.accompaniment',
      'full.childrenLeftInSouthAfrica',
      'full.childrenOfUnknownAgeLeftInSouthAfrica',
      'full.care',
    ],
    controller: 'Ministry of Social Development',
    purpose:
      'No child is released alone, who cares for them is confirmed by a second officer; a child left behind is found',
    basis: 'protection duty',
    sensitive: 'children; held to protect them',
    recipients: 'social development, child and gender police of the district',
    zone: 'registry',
    kept: 'until the child is 25 where a case was opened; else with the registration',
  },
  {
    name: 'How to reach the person',
    of: 'intake',
    fields: ['fast.phone', 'fast.reachBy', 'full.otherPhone', 'full.nextOfKin'],
    controller: homeAffairs,
    purpose: 'Follow-up, only in the ways the person allowed',
    basis: 'consent (FOLLOWUP_CONTACT)',
    sensitive: none,
    recipients: 'the district officer who claimed a task, where the person agreed',
    zone: 'registry',
    kept: 'until consent is withdrawn or follow-up ends',
  },
  {
    name: 'Where home is',
    of: 'intake',
    fields: ['fast.homeDistrict', 'full.destination', 'full.origin', 'full.intention'],
    controller: homeAffairs,
    purpose: 'Onward transport; which district follows up',
    basis: 'consent (SHARE_DISTRICT); for a child protection duty',
    sensitive: none,
    recipients: 'the district (masked); village and chief only to who claimed',
    zone: 'registry',
    kept: 'with the registration',
  },
  {
    name: 'Urgent needs',
    of: 'intake',
    fields: ['fast.urgentFlags', 'full.washingtonGroup'],
    controller: homeAffairs,
    purpose: 'Who is helped first; never how much',
    basis: 'vital interest',
    sensitive: 'health, as a neutral flag without a reason; details stand in the sealed zone only',
    recipients: 'reception of the post',
    zone: 'registry',
    kept: 'with the registration',
  },
  {
    name: 'Work, school and journey',
    of: 'intake',
    fields: [
      'full.education',
      'full.occupation',
      'full.employment',
      'full.migration',
      'full.wages',
      'full.wantsLivelihoodHelp',
      'full.belongingsLost',
    ],
    controller: 'IOM with the Ministry of Labour',
    purpose: 'Wage claims, livelihood plans, statistics without names',
    basis: 'consent; statistics rest on public interest and are named in the notice',
    sensitive: none,
    recipients: 'labour and livelihood officers who claimed a task; reports without names',
    zone: 'registry',
    kept: 'with the registration',
  },
  {
    name: 'Being stopped and held',
    of: 'intake',
    fields: ['full.stopped', 'full.daysHeld'],
    controller: homeAffairs,
    purpose: 'Finding wages and belongings that were left where the person was stopped',
    basis: 'consent',
    sensitive: 'touches on detention; where, when and how long only: why, court and sentence cannot be entered here',
    recipients: 'reception of the post; the day, as a time limit, the labour officer who claimed a wage claim',
    zone: 'registry',
    kept: 'with the registration',
  },
  {
    name: 'Money by telephone',
    of: 'intake',
    fields: ['full.mobileMoney'],
    controller: 'the agency that pays',
    purpose: 'Whether help can be paid to a telephone, and to whose',
    basis: 'consent',
    sensitive: 'none of itself; the operator learns of every payment, so that no number of a wallet is kept here',
    recipients: 'reception of the post',
    zone: 'registry',
    kept: 'with the registration',
  },
  {
    name: 'Whom not to contact',
    of: 'intake',
    fields: ['full.notToContact'],
    controller: homeAffairs,
    purpose: 'Nobody the person is wary of is called, visited or asked about them',
    basis: 'vital interest',
    sensitive: 'may hint at fear, and names third persons; no reason is kept',
    recipients: 'reception and screening of the post; the district officer who claimed a task; protection officers',
    zone: 'registry',
    kept: 'with the registration',
  },
  {
    name: 'Whom the person ruled out',
    of: 'intake',
    fields: ['full.exclusions'],
    controller: homeAffairs,
    purpose: 'Named officers, offices and places neither see nor handle the file',
    basis: 'vital interest',
    sensitive: 'may hint at fear; enforced as scope and shown to nobody outside the sealed zone',
    recipients: 'nobody',
    zone: 'registry',
    kept: 'with the registration',
  },
  {
    name: 'What the person agreed to',
    of: 'intake',
    fields: ['consents'],
    controller: homeAffairs,
    purpose: 'Proof of each answer, the noes too',
    basis: 'legal obligation',
    sensitive: none,
    recipients: 'reception of the post; a no is invisible to the district',
    zone: 'registry',
    kept: 'with the registration',
  },
  {
    name: 'How the person came',
    of: 'intake',
    fields: ['differs'],
    controller: homeAffairs,
    purpose: 'Entry record where a person differs from their batch',
    basis: 'public duty (entry record); provision to be named',
    sensitive: 'may touch on detention; tier P values cannot be entered here',
    recipients: 'reception of the post',
    zone: 'registry',
    kept: 'with the registration',
  },
  {
    name: 'What was given',
    of: 'intake',
    fields: ['support', 'notGiven'],
    controller: 'the agency whose stock it is',
    purpose: 'Nobody is given the same twice; stock adds up',
    basis: 'public duty and vital interest',
    sensitive: none,
    recipients: 'supplies and supervisors of the post; auditors by number',
    zone: 'ledger',
    kept: '7 years under the number; the name is erased when follow-up ends',
  },
  {
    name: 'The private screen',
    of: 'screen',
    fields: [''],
    controller: 'the protection agency, jointly with the Ministry of Home Affairs',
    purpose: 'Offering protection to who may need it',
    basis: 'consent; life at risk',
    sensitive: 'health, sex life, violence; sealed on the tablet to a key that only the zone may use',
    recipients: 'protection officers',
    zone: 'protection',
    kept: 'no indication: 12 months; else 10 years or on request, for a child until 25',
  },
  {
    name: 'Livelihood plan',
    of: 'plan',
    fields: [''],
    controller: 'IOM',
    purpose: 'Help to earn a living at home',
    basis: 'consent',
    sensitive: none,
    recipients: 'livelihood officers of the district; reports without names',
    zone: 'registry',
    kept: 'until 24 months after last contact',
  },
  {
    name: 'Visits and the survey',
    of: 'visit',
    fields: [''],
    controller: 'IOM',
    purpose: 'Whether help helped',
    basis: 'consent',
    sensitive: 'well-being as the person tells it; answers may be left out, one by one',
    recipients: 'the visiting officer; reports without names',
    zone: 'registry',
    kept: 'until 24 months after last contact',
  },
]
