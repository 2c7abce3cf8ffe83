/** What the person of a draft gets, worked out anew each time it is looked at. */
import { ageOn, isMinor } from '../../../../functions/registration/age.ts'
import type { Recipient } from '../../../../functions/support/allocation.ts'
import { catalogueOn } from '../../../../functions/support/items.ts'
import { birthOf } from './draft-problems.ts'
import type { IntakeDraft } from './intake-draft.ts'
import { type Left, type Support, supportFor } from './support-proposal.ts'

/** The person as the rules of support see them; undefined until birth and sex are known. */
export function recipientOf(draft: IntakeDraft, today: string): Recipient | undefined {
  const birth = birthOf(draft, today)
  if (birth === undefined || draft.sex.value === undefined) return undefined
  return {
    sex: draft.sex.value,
    ageYears: ageOn(birth, today),
    isMinor: isMinor(birth, today),
    accompaniment: draft.accompaniment.value,
  }
}

/** `left` is undefined while the stock is not known; the answer is until birth and sex are. */
export function supportOf(draft: IntakeDraft, today: string, left: Left | undefined): Support | undefined {
  const catalogue = catalogueOn(today)
  const person = recipientOf(draft, today)
  return catalogue === undefined || person === undefined
    ? undefined
    : supportFor(catalogue, person, left, draft.supportChanges.value)
}
