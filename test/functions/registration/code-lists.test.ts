import { describe, expect, it } from 'vitest'
import * as lists from '../../../functions/registration/code-lists.ts'

const codes: Record<string, readonly (string | number)[]> = {
  sexes: lists.sexes,
  returnTypes: lists.returnTypes,
  sendingFacilities: lists.sendingFacilities,
  transports: lists.transports,
  documentTypes: lists.documentTypes,
  documentConditions: lists.documentConditions,
  nationalityConfidences: lists.nationalityConfidences,
  openNationalities: lists.openNationalities,
  alternateNameTypes: lists.alternateNameTypes,
  maritalStatuses: lists.maritalStatuses,
  householdRoles: lists.householdRoles,
  accompaniments: lists.accompaniments,
  languages: lists.languages,
  contactChannels: lists.contactChannels,
  educationLevels: lists.educationLevels,
  occupationGroups: lists.occupationGroups,
  industries: lists.industries,
  countedOutcomes: lists.countedOutcomes,
  urgentFlags: lists.urgentFlags,
  vulnerabilityCodes: lists.vulnerabilityCodes,
  washingtonGroupItems: lists.washingtonGroupItems,
  consentPurposes: lists.consentPurposes,
  consentModes: lists.consentModes,
  mobileMoneyOperators: lists.mobileMoneyOperators,
  walletOwners: lists.walletOwners,
  stoppingPlaces: lists.stoppingPlaces,
  intentions: lists.intentions,
  wagePeriods: lists.wagePeriods,
  caregiverRelations: lists.caregiverRelations,
  caregiverStandings: lists.caregiverStandings,
  separationCauses: lists.separationCauses,
  careArrangements: lists.careArrangements,
}

/** domain.md 2.3 ("never asked"), 2.10 and 3.3: what may stand in the protection zone alone. */
const protectionOnly = [
  'PRISON_RELEASE',
  'VOT_REPATRIATION',
  'CORRECTIONAL',
  'SHELTER',
  'ISIC_B',
  'MED_CRITICAL',
  'SUICIDE_RISK',
  'RECENT_VIOLENCE',
  'SGBV_DISCLOSED',
  'VOT_TRIGGER',
  'ART_INTERRUPTED',
  'TB_SYMPTOMS',
  'CHRONIC_MED',
  'MENTAL_DISTRESS',
  'SUBSTANCE',
  'LGBTIQ_RISK',
  'FEAR_OF_HOME',
  'SMUGGLED_HARMED',
  'GO_BACK',
  'FAMILY_ABUSE_VIOLENCE_EXPLOITATION',
  'CAAFAG',
  'ARREST_AND_DETENTION',
  'SICKNESS_OF_FAMILY_MEMBER',
]

describe('code lists of the core registry', () => {
  it.each(Object.entries(codes))('%s holds no code twice', (_name, list) => {
    expect(new Set(list).size).toBe(list.length)
    expect(list.length).toBeGreaterThan(1)
  })

  it('holds every list that the module exports', () => {
    const exported = Object.entries(lists).filter(
      ([, value]) => Array.isArray(value) && value.every(each => typeof each !== 'object'),
    )
    expect(exported.map(([name]) => name).sort()).toEqual([...Object.keys(codes), 'legalBases', 'urgencies'].sort())
  })

  it.each(protectionOnly)('offers %s nowhere', code => {
    expect(Object.values(codes).flat()).not.toContain(code)
  })

  it('says OTHER where the core may not say more, and never calls mining a way of return', () => {
    expect(lists.returnTypes).toContain('OTHER')
    expect(lists.sendingFacilities).toContain('OTHER')
    expect(lists.industries).toContain('OTHER')
    expect(lists.ReturnType.safeParse('RETRENCHED_MINER').success).toBe(false)
  })

  it('knows the sexes of ISO 5218 that a person can have', () => {
    expect([0, 1, 2, 9, '1'].map(sex => lists.Sex.safeParse(sex).success)).toEqual([true, true, true, false, false])
  })

  it('holds six urgent flags, nine outcomes and all ISIC sections but one', () => {
    expect([lists.urgentFlags.length, lists.countedOutcomes.length, lists.industries.length]).toEqual([6, 9, 21])
  })
})

describe('local vulnerability codes', () => {
  it('raise whoever is a child alone to the highest urgency', () => {
    const high = lists.vulnerabilities.filter(({ urgency }) => urgency === 'HIGH').map(({ code }) => code)
    expect(high).toEqual(
      expect.arrayContaining(['UAC', 'SEP_CHILD', 'CHILD_ALONE_WITH_UNRELATED_ADULT', 'CHILD_LEFT_IN_SA']),
    )
  })

  it('map only to UNHCR codes of the known form', () => {
    for (const { unhcr } of lists.vulnerabilities) expect(unhcr ?? 'ER').toMatch(/^[A-Z]{2}(-[A-Z]{2})?$/)
  })
})

describe('the Washington Group short set', () => {
  it.each([
    [{}, false],
    [{ SEEING: 2, HEARING: 2, WALKING: 2, REMEMBERING: 2, SELF_CARE: 2, COMMUNICATING: 2 }, false],
    [{ WALKING: 3 }, true],
    [{ SEEING: 1, COMMUNICATING: 4 }, true],
  ])('%j reaches the cut-off: %s', (answers, reached) => {
    expect(lists.hasDisability(lists.WashingtonGroupAnswers.parse(answers))).toBe(reached)
  })

  it.each([{ SEEING: 0 }, { SEEING: 5 }, { WALKING: '3' }, { SMELLING: 1 }])('refuses %j', answers => {
    expect(lists.WashingtonGroupAnswers.safeParse(answers).success).toBe(false)
  })
})

describe('consent', () => {
  it('is the basis only where no is a real answer', () => {
    expect(lists.basisOf('REGISTER_STATE', false)).toBe('PUBLIC_DUTY')
    expect(lists.basisOf('ASSIST', false)).toBe('PUBLIC_DUTY_AND_VITAL_INTEREST')
    expect(lists.basisOf('SHARE_IOM', false)).toBe('CONSENT')
  })

  it('gives way to protection duty where a child is handed to its district', () => {
    expect([lists.basisOf('SHARE_DISTRICT', false), lists.basisOf('SHARE_DISTRICT', true)]).toEqual([
      'CONSENT',
      'PROTECTION_DUTY',
    ])
  })

  it('is asked for each service apart, and only for services on the list', () => {
    expect(lists.ConsentPurpose.safeParse('SHARE_REFERRAL:LABOUR').success).toBe(true)
    expect(lists.ConsentPurpose.safeParse('SHARE_REFERRAL').success).toBe(false)
    expect(lists.ConsentPurpose.safeParse('SHARE_REFERRAL:ANYBODY').success).toBe(false)
  })
})
