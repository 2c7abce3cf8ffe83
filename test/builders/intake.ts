import type { PutIntake } from '../../functions/intake/contract.ts'
import { displayNumber } from '../../functions/registration/display-number.ts'

export const batchId = '0193a3a0-0000-7000-8000-000000000001'

let numbered = 0
const nextNumber = (): string => {
  numbered += 1
  return displayNumber({ postCode: 'MB', deviceCode: 'T1', sequence: numbered })
}

/** A fast-lane intake: the R fields, nothing given, nothing to follow up. */
export const anIntake = (override: Partial<PutIntake> = {}): PutIntake => ({
  versions: { contract: 1, rules: '2026-11-01' },
  batchId,
  personId: crypto.randomUUID(),
  knownPerson: false,
  matches: [],
  displayNumber: nextNumber(),
  fast: {
    names: { givenNames: 'Khotso', surname: 'Foulo' },
    sex: 1,
    birth: { date: '1985-07-07', precision: 'DAY' },
    homeDistrict: 'LS-C',
    phone: { number: '+26658123456', channel: 'OWN_PHONE', mayCall: true, mayLeaveMessage: false },
    urgentFlags: [],
  },
  consents: [
    { purpose: 'SHARE_DISTRICT', given: true, mode: 'VERBAL_WITNESSED', language: 'st', textVersion: 'a1b2c3d4' },
    { purpose: 'FOLLOWUP_CONTACT', given: true, mode: 'VERBAL_WITNESSED', language: 'st', textVersion: 'a1b2c3d4' },
  ],
  support: [],
  deviceTime: '2026-11-22T08:00:00.000Z',
  ...override,
})

const given = (purpose: PutIntake['consents'][number]['purpose']): PutIntake['consents'][number] => ({
  purpose,
  given: true,
  mode: 'VERBAL_WITNESSED',
  language: 'st',
  textVersion: 'a1b2c3d4e5f60718a1b2c3d4e5f60718a1b2c3d4e5f60718a1b2c3d4e5f60718',
})

/** Every R and F field filled, a child's too though this is an adult's; three items and three tasks: what the benchmark weighs. */
export const aFullIntake = (override: Partial<PutIntake> = {}): PutIntake =>
  anIntake({
    fast: {
      names: {
        givenNames: 'Khotso Emmanuel',
        surname: 'Mohapeloa',
        other: [{ type: 'CLAN_PRAISE', name: 'Mokoena' }],
        asOnDocument: 'MOHAPELOA KGOTSO EMANUEL',
      },
      sex: 1,
      birth: { date: '1985-07-07', precision: 'DAY' },
      accompaniment: 'ACCOMPANIED',
      homeDistrict: 'LS-C',
      phone: { number: '+26658123456', channel: 'RELATIVE', mayCall: true, mayLeaveMessage: true },
      reachBy: 'CHIEF',
      urgentFlags: ['CANNOT_GET_HOME'],
    },
    full: {
      nationality: 'LSO',
      countryOfBirth: 'LSO',
      nationalityConfidence: 'INTERVIEW',
      document: { type: 'ID', number: '012345678901', expiresOn: '2024-05-01', condition: 'CONFISCATED_EMPLOYER' },
      destination: { district: 'LS-C', council: 'Menkhoaneng', village: 'Ha Ramokoatsi', chief: 'Morena Molapo' },
      origin: { council: 'Lipelaneng', village: 'Ha Mopeli', chief: 'Morena Mopeli' },
      intention: 'GO_HOME',
      openNationality: 'NATIONALITY_OPEN',
      otherPhone: { number: '+27731234567', channel: 'NEIGHBOUR', mayCall: true, mayLeaveMessage: false },
      mobileMoney: { operator: 'MPESA', whose: 'RELATIVE' },
      nextOfKin: { name: "'Mabatho Mohapeloa", phone: '+26662345678', relation: 'mother' },
      notToContact: [{ name: 'Thabo Mohapeloa', relation: 'cousin', phone: '+26663456789' }],
      language: 'st',
      maritalStatus: 'MARRIED_CUSTOMARY',
      childrenLeftInSouthAfrica: [4, 9],
      childrenOfUnknownAgeLeftInSouthAfrica: 1,
      care: {
        caregiver: {
          name: 'Lineo Mohapeloa',
          relation: 'OTHER_RELATIVE',
          personId: '0193a3a0-0000-7000-8000-0000000000ab',
          standing: 'CLAIMED',
        },
        separationCause: 'MIGRATION',
        arrangement: 'KINSHIP_CARE',
      },
      education: 'ISCED_2',
      occupation: {
        beforeLeaving: 'ISCO_6',
        inSouthAfrica: 'ISCO_9',
        wanted: 'ISCO_7',
        industry: 'ISIC_A',
        inWords: 'Farm work',
      },
      migration: {
        firstDepartureOn: '2012-01-10',
        lastEntryOn: '2026-01-07',
        southAfricanProvince: 'Free State',
        southAfricanTown: 'Bethlehem',
        sentMoneyHome: true,
      },
      employment: { job: 'Milking', agreedCents: 350_000, paidCents: 120_000, currency: 'ZAR', per: 'MONTH' },
      stopped: { place: 'WORKPLACE', on: '2026-10-30', facility: 'POLICE_CELL' },
      daysHeld: 23,
      belongingsLost: false,
      wages: { owed: true, amountCents: 480_000, currency: 'ZAR', daysBeforePayday: 3 },
      washingtonGroup: { SEEING: 1, HEARING: 1, WALKING: 2, REMEMBERING: 1, SELF_CARE: 1, COMMUNICATING: 1 },
      wantsLivelihoodHelp: false,
      exclusions: ['b2c3d4e5-0000-4000-8000-000000000009'],
    },
    household: { householdId: '0193a3a0-0000-7000-8000-0000000000aa', role: 'HEAD' },
    differs: { returnType: 'REMOVED_AT_BORDER', sendingFacility: 'POLICE_CELL', transport: 'TAXI' },
    consents: [given('SHARE_DISTRICT'), given('FOLLOWUP_CONTACT')],
    support: [
      { item: 'FOOD_PACK', quantity: 1 },
      { item: 'BLANKET', quantity: 1 },
      { item: 'SHOES', quantity: 1 },
    ],
    ...override,
  })

/** A child's: its one task rests on the duty to protect, so that no second one asks for consent again. */
export const aFastIntakeWithOneTask = (): PutIntake =>
  anIntake({
    fast: { ...anIntake().fast, birth: { date: '2015-03-01', precision: 'DAY' }, accompaniment: 'ACCOMPANIED' },
    support: [{ item: 'TRANSPORT_ONWARD', quantity: 1 }],
  })
