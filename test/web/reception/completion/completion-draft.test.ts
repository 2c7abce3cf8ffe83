import { describe, expect, it } from 'vitest'
import {
  clearableFields,
  type FullTier,
  FullTier as FullTierSchema,
} from '../../../../functions/registration/person-fields.ts'
import { completionDraft, personInput } from '../../../../web/src/reception/completion/completion-draft.ts'
import {
  completionProblems,
  partsToMend,
  personProblems,
} from '../../../../web/src/reception/completion/completion-problems.ts'
import { clearedIn, fullTierOf } from '../../../../web/src/reception/completion/full-tier-of.ts'

const today = '2026-11-22'

const whole: FullTier = {
  nationality: 'LSO',
  countryOfBirth: 'ZAF',
  nationalityConfidence: 'INTERVIEW',
  document: { type: 'ID', number: 'RA 354038', expiresOn: '2027-01-31', condition: 'EXPIRED' },
  destination: { district: 'LS-C', council: 'Hlotse', village: 'Ha Foulo', chief: 'Foulo' },
  openNationality: 'NATIONALITY_OPEN',
  origin: { council: 'Lipelaneng', village: 'Ha Mopeli', chief: 'Mopeli' },
  intention: 'STAY_ELSEWHERE',
  otherPhone: { number: '+27731234567', channel: 'NEIGHBOUR', mayCall: true, mayLeaveMessage: true },
  mobileMoney: { operator: 'MPESA', whose: 'RELATIVE' },
  nextOfKin: { name: "'M'e Lineo", phone: '+26658123456', relation: 'mother' },
  notToContact: [{ name: 'Thabo', relation: 'cousin', phone: '+26663456789' }, { name: 'Morena Foulo' }],
  language: 'st',
  maritalStatus: 'MARRIED_CUSTOMARY',
  childrenLeftInSouthAfrica: [3, 7],
  childrenOfUnknownAgeLeftInSouthAfrica: 2,
  care: {
    caregiver: {
      name: 'Palesa',
      relation: 'SIBLING',
      personId: '0193a3a0-0000-7000-8000-0000000000ab',
      standing: 'CONFIRMED',
    },
    separationCause: 'MIGRATION',
    arrangement: 'KINSHIP_CARE',
  },
  education: 'ISCED_1',
  occupation: {
    beforeLeaving: 'ISCO_6',
    inSouthAfrica: 'ISCO_9',
    wanted: 'ISCO_7',
    industry: 'ISIC_A',
    inWords: 'shearing',
  },
  migration: {
    firstDepartureOn: '2015-02-01',
    lastEntryOn: '2026-01-09',
    southAfricanProvince: 'Free State',
    southAfricanTown: 'Welkom',
    sentMoneyHome: true,
  },
  employment: { job: 'shearing', agreedCents: 350_000, paidCents: 12_050, currency: 'LSL', per: 'MONTH' },
  stopped: { place: 'WORKPLACE', on: '2026-10-30', facility: 'POLICE_CELL' },
  daysHeld: 12,
  belongingsLost: true,
  wages: { owed: true, amountCents: 123_450, currency: 'ZAR', daysBeforePayday: 3 },
  washingtonGroup: { SEEING: 2, WALKING: 1 },
  wantsLivelihoodHelp: true,
}

describe('the full tier on screen', () => {
  it('has a field for everything that is kept but whom the person shut out', () => {
    expect(Object.keys(whole).sort()).toEqual([...clearableFields()].sort())
  })

  it('gives back exactly what it was filled with', () => {
    const draft = completionDraft(whole, 'LS-A')
    expect(completionProblems(draft, today)).toEqual({})
    expect(JSON.parse(JSON.stringify(fullTierOf(draft)))).toEqual(whole)
    expect(FullTierSchema.safeParse(fullTierOf(draft)).error).toBeUndefined()
  })

  it('sends nothing that was not asked, but where the person goes', () => {
    expect(JSON.parse(JSON.stringify(fullTierOf(completionDraft({}, 'LS-C'))))).toEqual({
      destination: { district: 'LS-C' },
    })
  })

  it('does not show whom the person shut out, and does not take it back either', () => {
    const draft = completionDraft({ exclusions: ['health@LS-C'] }, 'LS-C')
    expect(draft.exclusions.value).toEqual([])
    expect(fullTierOf(draft).exclusions).toBeUndefined()
  })

  it('leaves a number out where there is no paper', () => {
    const draft = completionDraft(whole, 'LS-C')
    draft.documentType.value = 'NONE'
    expect(JSON.parse(JSON.stringify(fullTierOf(draft).document))).toEqual({ type: 'NONE', condition: 'EXPIRED' })
  })

  it('leaves amounts out where nothing is owed', () => {
    const draft = completionDraft(whole, 'LS-C')
    draft.wagesOwed.value = false
    expect(fullTierOf(draft).wages).toEqual({ owed: false })
  })

  it('says which fields were emptied, and not those the form cannot show', () => {
    const opened = completionDraft({ ...whole, nationality: 'NOR' }, 'LS-C')
    const before = fullTierOf(opened)
    opened.documentType.value = undefined
    opened.kinName.value = ''
    opened.kinPhone.value = ''
    opened.kinRelation.value = ''
    expect(clearedIn(before, fullTierOf(opened)).sort()).toEqual(['document', 'nextOfKin'])
  })

  it("drops no relative's telephone for want of a name", () => {
    const draft = completionDraft({}, 'LS-C')
    draft.kinPhone.value = '5812 3456'
    expect(completionProblems(draft, '2026-11-22')).toEqual({ kinName: 'kin' })
    draft.kinName.value = "'Mabatho"
    expect(completionProblems(draft, '2026-11-22')).toEqual({})
  })

  it('can empty every field there is', () => {
    const before = fullTierOf(completionDraft(whole, 'LS-C'))
    const emptied = { ...fullTierOf(completionDraft({}, 'LS-C')), destination: undefined }
    expect(clearedIn(before, emptied).sort()).toEqual([...clearableFields()].sort())
  })

  it('drops no part whose whole is missing, and says where it stands', () => {
    const draft = completionDraft({}, 'LS-C')
    draft.documentCondition.value = 'LOST'
    draft.district.value = undefined
    draft.village.value = 'Ha Foulo'
    draft.otherNumber.value = '5812 3456'
    draft.caregiverRelation.value = 'PARENT'
    draft.agreed.value = '3500'
    draft.notToContact.value = [personInput({ name: '', relation: 'cousin' })]
    const problems = completionProblems(draft, today)
    expect(problems).toEqual({
      documentType: 'paper-type',
      district: 'district',
      otherChannel: 'channel',
      caregiverName: 'kin',
      per: 'per',
      notToContact: 'kin',
    })
    expect(partsToMend(problems)).toEqual(['papers', 'home', 'contact', 'care', 'wages'])
  })

  it('keeps on screen what stands beside the answer that there is no paper', () => {
    const draft = completionDraft({ document: { type: 'ID', number: 'RA 354038' } }, 'LS-C')
    draft.documentType.value = 'NONE'
    expect(completionProblems(draft, today)).toEqual({ documentType: 'paper-none' })
    draft.documentNumber.value = ''
    expect(completionProblems(draft, today)).toEqual({})
  })

  it('names nobody as a way to reach the person who is not to be contacted', () => {
    const draft = completionDraft({ notToContact: [{ name: 'Thabo', phone: '+26663456789' }] }, 'LS-C')
    draft.kinName.value = 'thabo '
    draft.otherNumber.value = '6345 6789'
    draft.otherChannel.value = 'RELATIVE'
    draft.caregiverName.value = 'Thabo'
    expect(completionProblems(draft, today)).toEqual({
      kinName: 'ruled-out',
      otherNumber: 'ruled-out',
      caregiverName: 'ruled-out',
    })
  })

  it('says of each who is not to be contacted what is missing', () => {
    expect(personProblems(personInput())).toEqual({})
    expect(personProblems(personInput({ name: '', phone: 'at the shop' }))).toEqual({ name: 'kin', phone: 'phone' })
  })

  it('takes a caregiver who is named anew for claimed, whatever stood before', () => {
    const draft = completionDraft(whole, 'LS-C')
    draft.caregiverName.value = 'Lineo'
    expect(fullTierOf(draft).care?.caregiver?.standing).toBe('CLAIMED')
    draft.caregiverName.value = 'Palesa'
    expect(fullTierOf(draft).care?.caregiver?.standing).toBe('CONFIRMED')
  })

  it('asks nothing of a wage that is not owed', () => {
    const draft = completionDraft({}, 'LS-C')
    draft.wagesAmount.value = 'much'
    draft.wagesOwed.value = false
    expect(completionProblems(draft, today)).toEqual({})
  })

  it('names what cannot be read', () => {
    const draft = completionDraft({}, 'LS-C')
    draft.kinPhone.value = 'at the shop'
    draft.documentNumber.value = '?'
    draft.childrenAges.value = '3, 44'
    draft.childrenOfUnknownAge.value = 'some'
    draft.lastEntry.year.value = '2027'
    draft.lastEntry.month.value = '1'
    draft.lastEntry.day.value = '1'
    draft.daysHeld.value = 'ten'
    draft.wagesOwed.value = true
    draft.wagesAmount.value = '1 000 rand'
    expect(completionProblems(draft, today)).toEqual({
      kinName: 'kin',
      kinPhone: 'phone',
      documentType: 'paper-type',
      documentNumber: 'paper',
      childrenAges: 'ages',
      childrenOfUnknownAge: 'number',
      lastEntry: 'date',
      daysHeld: 'number',
      wagesAmount: 'number',
    })
  })
})
