import { emptyDraft, type IntakeDraft } from '../../../../web/src/reception/intake/intake-draft.ts'

export const today = '2026-11-22'
const batchId = '0193a3a0-0000-7000-8000-000000000001'

/** A draft of an adult with everything answered that the fast lane asks. */
export function aDraft(row?: number): IntakeDraft {
  const draft = emptyDraft(batchId, row)
  draft.givenNames.value = ' Khotso '
  draft.surname.value = 'Foulo'
  draft.sex.value = 1
  draft.birth.year.value = '1985'
  draft.homeDistrict.value = 'LS-C'
  draft.shareDistrict.value = true
  draft.channel.value = 'OWN_PHONE'
  draft.phone.value = '5812 3456'
  draft.matches.value = { facts: '', found: [] }
  return draft
}

export const aMatch = (personId: string) => ({
  personId,
  displayNumber: 'KQ-88AB-00012-7',
  givenNames: 'Kgotso',
  surname: 'Foulo',
  district: 'LS-C' as const,
  reasons: ['SAME_FOLDED_NAME' as const],
})
