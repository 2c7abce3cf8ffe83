import { describe, expect, it } from 'vitest'
import { type FullTier, FullTier as FullTierSchema } from '../../../../functions/registration/person-fields.ts'
import {
  clearedIn,
  completionDraft,
  completionProblems,
  fullTierOf,
} from '../../../../web/src/reception/completion/completion-draft.ts'

const today = '2026-11-22'

const whole: FullTier = {
  nationality: 'LSO',
  countryOfBirth: 'ZAF',
  nationalityConfidence: 'INTERVIEW',
  document: { type: 'ID', number: 'RA 354038', expiresOn: '2027-01-31', condition: 'EXPIRED' },
  destination: { district: 'LS-C', council: 'Hlotse', village: 'Ha Foulo', chief: 'Foulo' },
  nextOfKin: { name: "'M'e Lineo", phone: '+26658123456', relation: 'mother' },
  language: 'st',
  maritalStatus: 'MARRIED_CUSTOMARY',
  childrenLeftInSouthAfrica: [3, 7],
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
  daysHeld: 12,
  belongingsLost: true,
  wages: { owed: true, amountCents: 123_450, currency: 'ZAR', daysBeforePayday: 3 },
  washingtonGroup: { SEEING: 2, WALKING: 1 },
  wantsLivelihoodHelp: true,
}

describe('the full tier on screen', () => {
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

  it('names what cannot be read', () => {
    const draft = completionDraft({}, 'LS-C')
    draft.kinPhone.value = 'at the shop'
    draft.documentNumber.value = '?'
    draft.childrenAges.value = '3, 44'
    draft.lastEntry.year.value = '2027'
    draft.lastEntry.month.value = '1'
    draft.lastEntry.day.value = '1'
    draft.daysHeld.value = 'ten'
    draft.wagesAmount.value = '1 000 rand'
    expect(completionProblems(draft, today)).toEqual({
      kinName: 'kin',
      kinPhone: 'phone',
      documentNumber: 'paper',
      childrenAges: 'ages',
      lastEntry: 'date',
      daysHeld: 'number',
      wagesAmount: 'number',
    })
  })
})
